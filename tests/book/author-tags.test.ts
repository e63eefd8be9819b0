import { expect, it } from 'vitest';
import { remarkAuthorTags } from '../../src/book/author-tags.ts';

const tag = (name: string, id: string, line = 1) => ({
  type: 'mdxJsxTextElement',
  name,
  attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: id }],
  children: [],
  position: { start: { line } },
});

const page = (...children: ReturnType<typeof tag>[]) => ({
  type: 'root',
  children: [{ type: 'paragraph', children }],
});

const components = (...names: string[]) =>
  new Map(names.map((name): [string, string] => [name, `components/prose/${name}.astro`]));
const names = components('Cite', 'Fact', 'Term', 'ReferenceList');
const file = { path: `${process.cwd()}/content/chapters/x/chapter.mdx` };

it('ends a page with what it cites, once each', () => {
  const tree = page(tag('Cite', 'he-2015'), tag('Cite', 'maas-2013'), tag('Cite', 'he-2015'));
  remarkAuthorTags(names)(tree, file);
  expect(tree.children.at(-1)).toEqual({
    type: 'mdxJsxFlowElement',
    name: 'ReferenceList',
    attributes: [{ type: 'mdxJsxAttribute', name: 'ids', value: 'he-2015 maas-2013' }],
    children: [],
  });
});

it('imports the components of the tags that a page uses, once each, and no others', () => {
  const tree = page(tag('Term', 'relu'), tag('Term', 'relu'));
  remarkAuthorTags(names)(tree, file);
  expect(tree.children).toHaveLength(2);
  expect(tree.children[0]).toMatchObject({
    type: 'mdxjsEsm',
    value: `import Term from "${process.cwd()}/components/prose/Term.astro";`,
  });
});

it('leaves a page alone that uses no tag', () => {
  const tree = page();
  remarkAuthorTags(names)(tree, file);
  expect(tree.children).toHaveLength(1);
});

it('refuses an unknown term or source with file and line', () => {
  expect(() => remarkAuthorTags(names)(page(tag('Term', 'zombie', 12)), file)).toThrow(
    'content/chapters/x/chapter.mdx:12: <Term id="zombie">: content/glossary.yaml has no term of that id',
  );
  expect(() => remarkAuthorTags(names)(page(tag('Cite', 'nobody-1900', 3)), file)).toThrow(
    'content/chapters/x/chapter.mdx:3: <Cite id="nobody-1900">: content/references.yaml has no source of that id',
  );
});

it('refuses an unknown fact with file and line', () => {
  expect(() => remarkAuthorTags(names)(page(tag('Fact', 'all-outputs-equal.constant')), file)).not.toThrow();
  expect(() => remarkAuthorTags(names)(page(tag('Fact', 'no.such', 5)), file)).toThrow(
    'content/chapters/x/chapter.mdx:5: <Fact id="no.such">: there is no such fact',
  );
});

const tagWith = (name: string, attribute: string, value: string) => ({
  ...tag(name, '', 4),
  attributes: [{ type: 'mdxJsxAttribute', name: attribute, value }],
});

it('refuses a claim over an unknown fact and a question about an unknown page, and asks for neither', () => {
  const all = components('Claim', 'Recall');
  expect(() => remarkAuthorTags(all)(page(tagWith('Claim', 'over', 'no.such')), file)).toThrow(
    'content/chapters/x/chapter.mdx:4: <Claim over="no.such">: there is no such fact',
  );
  expect(() => remarkAuthorTags(all)(page(tagWith('Recall', 'from', 'chapters/no-such')), file)).toThrow(
    'content/chapters/x/chapter.mdx:4: <Recall from="chapters/no-such">: there is no content/chapters/no-such/chapter.mdx',
  );
  const known = [tagWith('Recall', 'from', 'chapters/dying-relu'), tagWith('Claim', 'says', 'It died.')];
  expect(() => remarkAuthorTags(all)(page(...known), file)).not.toThrow();
});

it('refuses a tag that no component answers to', () => {
  expect(() => remarkAuthorTags(names)(page(tag('Trem', 'relu', 9)), file)).toThrow(
    'content/chapters/x/chapter.mdx:9: there is no <Trem>; the tags of the book are Cite, Fact, Term, ReferenceList',
  );
});

it('refuses a tag without its id', () => {
  const nameless = { ...tag('Term', 'relu', 7), attributes: [] };
  expect(() => remarkAuthorTags(names)(page(nameless), file)).toThrow(
    'content/chapters/x/chapter.mdx:7: <Term>: expected id="..."',
  );
});
