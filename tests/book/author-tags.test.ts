import { expect, it } from 'vitest';
import { authorComponents } from '../../src/book/author-components.ts';
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

const components = await authorComponents();
process.chdir('tests/fixture');
const file = { path: `${process.cwd()}/content/chapters/x/chapter.mdx` };

it('ends a page with what it cites, once each', () => {
  const tree = page(tag('Cite', 'wilson-1927'), tag('Cite', 'glorot-2010'), tag('Cite', 'wilson-1927'));
  remarkAuthorTags(components)(tree, file);
  expect(tree.children.at(-1)).toEqual({
    type: 'mdxJsxFlowElement',
    name: 'ReferenceList',
    attributes: [{ type: 'mdxJsxAttribute', name: 'ids', value: 'wilson-1927 glorot-2010' }],
    children: [],
  });
});

it('imports the components of the tags that a page uses, once each, and no others', () => {
  const tree = page(tag('Term', 'relu'), tag('Term', 'relu'));
  remarkAuthorTags(components)(tree, file);
  expect(tree.children).toHaveLength(2);
  expect(tree.children[0]).toMatchObject({
    type: 'mdxjsEsm',
    value: `import Term from "${process.cwd()}/components/prose/Term.astro";`,
  });
});

it('leaves a page alone that uses no tag', () => {
  const tree = page();
  remarkAuthorTags(components)(tree, file);
  expect(tree.children).toHaveLength(1);
});

it('refuses an unknown term or source with file and line', () => {
  expect(() => remarkAuthorTags(components)(page(tag('Term', 'zombie', 12)), file)).toThrow(
    'content/chapters/x/chapter.mdx:12: <Term id="zombie">: content/glossary.yaml has no term of that id',
  );
  expect(() => remarkAuthorTags(components)(page(tag('Cite', 'nobody-1900', 3)), file)).toThrow(
    'content/chapters/x/chapter.mdx:3: <Cite id="nobody-1900">: content/references.yaml has no source of that id',
  );
});

it('refuses an unknown fact with file and line', () => {
  expect(() => remarkAuthorTags(components)(page(tag('Fact', 'xor.as-posted.solved')), file)).not.toThrow();
  expect(() => remarkAuthorTags(components)(page(tag('Fact', 'no.such', 5)), file)).toThrow(
    'content/chapters/x/chapter.mdx:5: <Fact id="no.such">: there is no page "no"',
  );
});

it('refuses a fact that is the answer of an exercise', () => {
  expect(() => remarkAuthorTags(components)(page(tag('Fact', 'practice.read-the-rate', 8)), file)).toThrow(
    'content/chapters/x/chapter.mdx:8: <Fact id="practice.read-the-rate">: this fact is the answer of an exercise',
  );
});

it('counts the facts of a page, so that the page of facts leads back to each', () => {
  const facts = [tag('Fact', 'xor.as-posted.solved'), tag('Fact', 'xor.as-posted.solved')];
  remarkAuthorTags(components)(page(...facts), file);
  const places = facts.map(({ attributes }) => attributes.find(({ name }) => name === 'place')?.value);
  expect(places).toEqual(['1', '2']);
});

const said = (name: string, attributes: Record<string, unknown>, line = 4) => ({
  ...tag(name, '', line),
  attributes: Object.entries(attributes).map(([key, value]) => ({
    type: 'mdxJsxAttribute',
    name: key,
    value: value as string,
  })),
});

it('refuses a claim over an unknown fact and a question about an unknown page, and asks for neither', () => {
  const claim = { says: 'It died.', verdict: 'wrong' };
  const recall = { question: 'Why?' };
  expect(() =>
    remarkAuthorTags(components)(page(said('Claim', { ...claim, over: 'no.such' })), file),
  ).toThrow('content/chapters/x/chapter.mdx:4: <Claim over="no.such">: there is no page "no"');
  expect(() =>
    remarkAuthorTags(components)(page(said('Recall', { ...recall, from: 'chapters/no-such' })), file),
  ).toThrow(
    'content/chapters/x/chapter.mdx:4: <Recall from="chapters/no-such">: there is no content/chapters/no-such/chapter.mdx',
  );
  const known = [said('Recall', { ...recall, from: 'chapters/practice' }), said('Claim', claim)];
  expect(() => remarkAuthorTags(components)(page(...known), file)).not.toThrow();
});

it('refuses a tag that no component answers to, or that the build alone writes, and names the nearest', () => {
  expect(() => remarkAuthorTags(components)(page(tag('Trem', 'relu', 9)), file)).toThrow(
    /^content\/chapters\/x\/chapter\.mdx:9: there is no <Trem>; the nearest (is|are) Term\b/,
  );
  expect(() => remarkAuthorTags(components)(page(tag('ReferenceList', 'wilson-1927')), file)).toThrow(
    'there is no <ReferenceList>',
  );
});

it('names every mistake in a tag, with the nearest attribute that there is and what a value can be', () => {
  const wrong = said('SweepSlider', { case: 'xor', settng: 'width', seeds: 'many' }, 57);
  expect(() => remarkAuthorTags(components)(page(wrong), file)).toThrow(
    [
      'content/chapters/x/chapter.mdx:57: <SweepSlider seeds="many">: expected a whole number from 1 to 10000',
      'content/chapters/x/chapter.mdx:57: <SweepSlider settng>: there is no such attribute; the nearest is setting; the tag has id, case, variant, setting, from, to, seeds, epochs, caption',
    ].join('\n'),
  );
  expect(() => remarkAuthorTags(components)(page(said('SweepSlider', { setting: 'widht' })), file)).toThrow(
    '<SweepSlider setting="widht">: expected one of learningRate, width, depth, slope, epochs',
  );
  expect(() => remarkAuthorTags(components)(page(said('RangeGap', { targets: 'eins' })), file)).toThrow(
    '<RangeGap targets="eins">: expected numbers from -1000000 to 1000000, separated by commas',
  );
  expect(() => remarkAuthorTags(components)(page(said('FaultBoard', { case: 'zombie' })), file)).toThrow(
    '<FaultBoard case="zombie">: there is no content/cases/zombie; expected one of deep, xor',
  );
});

it('reads a literal in braces, and refuses any other expression', () => {
  const expression = (value: string) => ({ type: 'mdxJsxAttributeValueExpression', value });
  const bench = (value: string) => said('SignedZero', { z: expression(value) });
  expect(() => remarkAuthorTags(components)(page(bench('-2')), file)).not.toThrow();
  expect(() => remarkAuthorTags(components)(page(bench('Math.PI')), file)).toThrow(
    '<SignedZero z={Math.PI}>: expected a text in quotes, a number, true or false',
  );
});

it('refuses a tag without its id', () => {
  expect(() => remarkAuthorTags(components)(page(said('Term', {}, 7)), file)).toThrow(
    'content/chapters/x/chapter.mdx:7: <Term>: id is missing; expected the id of a term',
  );
});

it('gives each exhibit the place at which links find it: its tag’s name, or as its author calls it', () => {
  const [first, second] = [said('SlopeProfile', {}), said('SlopeProfile', { id: 'mine' })];
  remarkAuthorTags(components)(page(first, second), file);
  const ids = [first, second].map(({ attributes }) => attributes.find(({ name }) => name === 'id')?.value);
  expect(ids).toEqual(['chapters/x/slope-profile', 'chapters/x/mine']);
});

it('refuses two exhibits that links could not tell apart, and an id that is none', () => {
  const twice = page(said('SlopeProfile', {}, 3), said('SlopeProfile', {}, 9));
  expect(() => remarkAuthorTags(components)(twice, file)).toThrow(
    /chapter\.mdx:9: <SlopeProfile>: the exhibit of line 3 is "slope-profile" as well/,
  );
  for (const id of ['My exhibit', 'a/b'])
    expect(() => remarkAuthorTags(components)(page(said('SlopeProfile', { id })), file)).toThrow(
      'expected words in lower case joined by hyphens',
    );
});
