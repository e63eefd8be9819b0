import { describe, expect, it } from 'vitest';
import { addressUnder, rehypeBasePath } from '../../src/book/base-path.ts';
import { rehypeShortFormulas } from '../../src/book/short-formulas.ts';
import { opensWithFormulas, showsFormulas } from '../../src/book/page-needs.ts';
import { readingMinutes } from '../../src/book/reading-time.ts';
import { rehypeShortCode } from '../../src/book/short-code.ts';

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

it('sees formulas in a page, and whether they are there from the start', () => {
  expect([showsFormulas('The slope $f$.'), showsFormulas('No formula.')]).toEqual([true, false]);
  expect(
    [`$f$ ${words(1000)}`, `${words(1000)} $f$`, '<Bench case="x" /> $f$'].map(opensWithFormulas),
  ).toEqual([true, false, false]);
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

it('keeps short code in the text on one line, and leaves long code and listings alone', () => {
  const code = (value: string) => ({
    type: 'element',
    tagName: 'code',
    properties: {},
    children: [{ type: 'text', value }],
  });
  const listing = { type: 'element', tagName: 'pre', children: [code('x')] };
  const tree = {
    type: 'root',
    children: [code('a > 0 ? 1 : 0'), code('relu(x1 + x2) - 2 * relu(x1 + x2 - 1)'), listing],
  };
  rehypeShortCode()(tree);
  expect(tree.children.map((child) => ('properties' in child ? child.properties : undefined))).toEqual([
    { className: ['short'] },
    {},
    undefined,
  ]);
  expect(listing.children[0]!.properties).toEqual({});
});

describe('a short formula', () => {
  const text = (value: string) => ({ type: 'text', value });
  const formula = (tex: string) => ({
    type: 'element',
    properties: { className: ['katex'] },
    children: [{ type: 'element', tagName: 'annotation', children: [text(tex)] }],
  });
  const paragraph = (...children: object[]) => {
    const tree = { type: 'element', tagName: 'p', children: children as { type: string }[] };
    rehypeShortFormulas()(tree);
    return tree.children;
  };

  const onOneLine = (...children: object[]) => ({
    type: 'element',
    tagName: 'span',
    properties: { className: ['formula-short'] },
    children,
  });

  it('stays on one line', () => {
    const shortOnes = ['uv = 1', String.raw`\Theta = \lVert\nabla z\rVert^2`];
    for (const tex of shortOnes) {
      expect(paragraph(formula(tex), text(' is'))).toEqual([onOneLine(formula(tex)), text(' is')]);
    }
  });

  it('keeps the punctuation that follows it, and no letter', () => {
    expect(paragraph(formula('10^{-9}'), text(', and'))).toEqual([
      onOneLine(formula('10^{-9}'), text(',')),
      text(' and'),
    ]);
    expect(paragraph(formula('x'), text('s'))).toEqual([onOneLine(formula('x')), text('s')]);
  });

  it('is no long formula: that may be broken', () => {
    const children = [formula('a = b + c + d + e + f + g + h + i + j'), text(', and')];
    expect(paragraph(...children)).toEqual(children);
  });
});
