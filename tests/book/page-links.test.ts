import '../fixture/in-fixture-content.ts';
import { expect, it } from 'vitest';
import { rehypePageLinks } from '../../src/book/page-links.ts';
import type { PageMentions } from '../../src/book/page-links.ts';

const course = {
  title: 'A course',
  description: 'Of two pages.',
  parts: [{ title: 'A part', pages: ['chapters/practice', 'symptoms/one-number'] }],
};

const at = (line: number) => ({ start: { line } });
const text = (value: string) => ({ type: 'text', value });
const link = (href: string, line = 1) => ({
  type: 'element',
  tagName: 'a',
  properties: { href },
  children: [text('the page')],
  position: at(line),
});
const tag = (name: string, attribute: string, value: string, line = 1) => ({
  type: 'mdxJsxTextElement',
  name,
  attributes: [{ type: 'mdxJsxAttribute', name: attribute, value }],
  children: [text('the page')],
  position: at(line),
});

/** What becomes of nodes in a paragraph of a page, and what the page says of others. */
function compiled(...nodes: (ReturnType<typeof link> | ReturnType<typeof tag>)[]) {
  const mentions = new Map<string, PageMentions>();
  const paragraph: { type: string; children: unknown[] } = { type: 'element', children: nodes };
  rehypePageLinks(course, mentions)({ type: 'root', children: [paragraph] } as never, {
    path: `${process.cwd()}/content/symptoms/one-number.mdx`,
  });
  return { nodes: paragraph.children, ...mentions.get('content/symptoms/one-number.mdx')! };
}

it('notes where a link to a page of the course leads, with its line', () => {
  const { nodes, links, leftOut } = compiled(link('/chapters/practice/#born', 7));
  expect(nodes).toEqual([link('/chapters/practice/#born', 7)]);
  expect(links).toEqual([
    {
      file: 'content/symptoms/one-number.mdx',
      line: 7,
      address: '/chapters/practice/#born',
      path: '/chapters/practice/',
      anchor: 'born',
    },
  ]);
  expect(leftOut).toEqual([]);
});

it('resolves an anchor and a relative address from the page on which they stand', () => {
  const { links } = compiled(link('#the-mend'), link('../../chapters/practice/'));
  expect(links.map(({ path, anchor }) => [path, anchor])).toEqual([
    ['/symptoms/one-number/', 'the-mend'],
    ['/chapters/practice/', ''],
  ]);
});

it('takes a sign that escapes nothing for itself', () => {
  expect(compiled(link('#50%')).links.map(({ anchor }) => anchor)).toEqual(['50%']);
});

it('leaves links to other hosts alone', () => {
  const { nodes, links } = compiled(link('https://doi.org/10.1038/323533a0'), link('mailto:a@host.example'));
  expect(nodes).toHaveLength(2);
  expect(links).toEqual([]);
});

it('makes plain text of a link to a page that the course leaves out, and lists it', () => {
  const { nodes, links, leftOut } = compiled(
    link('/cases/xor/', 3),
    tag('a', 'href', '/cases/xor/#as-posted', 4),
  );
  expect(nodes).toEqual([text('the page'), text('the page')]);
  expect(links).toEqual([]);
  expect(leftOut).toEqual([
    'content/symptoms/one-number.mdx:3: the link to "/cases/xor/" is plain text',
    'content/symptoms/one-number.mdx:4: the link to "/cases/xor/#as-posted" is plain text',
  ]);
});

it('lists a question that is left out with the page it is about', () => {
  const { leftOut } = compiled(
    tag('Recall', 'from', 'cases/xor', 9),
    tag('Recall', 'from', 'chapters/practice', 12),
  );
  expect(leftOut).toEqual(['content/symptoms/one-number.mdx:9: the question about "cases/xor" is left out']);
});

it('refuses a link to a page that is nowhere, with file and line', () => {
  expect(() => compiled(link('/chapters/practise/', 5))).toThrow(
    'content/symptoms/one-number.mdx:5: the link to "/chapters/practise/": there is no content/chapters/practise/chapter.mdx; the nearest is "/chapters/practice/"',
  );
});
