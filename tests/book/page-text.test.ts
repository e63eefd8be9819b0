import { expect, it } from 'vitest';
import { addressUnder, rehypeBasePath } from '../../src/book/base-path.ts';
import { showsCode, showsFormulas } from '../../src/book/page-needs.ts';
import { readingMinutes } from '../../src/book/reading-time.ts';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

it('reads two hundred words a minute, and never in no time', () => {
  expect(readingMinutes(words(1000))).toBe(5);
  expect(readingMinutes('One.')).toBe(1);
});

it('counts neither front matter, tags, code nor displayed formulas', () => {
  const frame = `---\ntitle: ${words(400)}\n---\n<Figure caption="${words(400)}">\n`;
  const code = `\n\`\`\`ts\n${words(400)}\n\`\`\`\n$$\n${words(400)}\n$$\n</Figure>`;
  expect(readingMinutes(frame + words(600) + code)).toBe(3);
});

it('sees formulas and code in a page', () => {
  expect([showsFormulas('The slope $f$.'), showsFormulas('No formula.')]).toEqual([true, false]);
  expect([showsCode('Print `-0`.'), showsCode('Print it.')]).toEqual([true, false]);
});

it('puts the path of the book before its own addresses and no others', () => {
  const link = (href: string) => ({ type: 'element', tagName: 'a', properties: { href }, children: [] });
  const tree = {
    type: 'root',
    children: [link('/cases/x/'), link('https://example.org/'), link('#here'), link('//example.org/')],
  };
  rehypeBasePath('/repo/')(tree);
  expect(tree.children.map(({ properties }) => properties.href)).toEqual([
    '/repo/cases/x/',
    'https://example.org/',
    '#here',
    '//example.org/',
  ]);
});

it('changes nothing when the book is served at the root', () => {
  const tree = { type: 'root', children: [{ type: 'element', properties: { href: '/cases/x/' } }] };
  rehypeBasePath('/')(tree);
  expect(tree.children[0]!.properties.href).toBe('/cases/x/');
  expect(addressUnder('/', '/cases/x/')).toBe('/cases/x/');
  expect(addressUnder('/repo', '/cases/x/')).toBe('/repo/cases/x/');
});
