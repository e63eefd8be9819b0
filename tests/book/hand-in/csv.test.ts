import { expect, it } from 'vitest';
import { csvText } from '../../../src/book/hand-in/csv.ts';

const line = (...cells: (string | number)[]) => csvText([cells]).replace(/^\uFEFF|\r\n$/g, '');

it('is UTF-8 with a mark, rows that end in CR LF', () => {
  expect(
    csvText([
      ['a', 1],
      ['ü', -2],
    ]),
  ).toBe('\uFEFFa,1\r\nü,-2\r\n');
});

it('puts between quotes what would break a cell, and doubles the quotes in it', () => {
  expect(line('a,b', 'say "x"', 'two\nlines')).toBe('"a,b","say ""x""","two\nlines"');
});

it.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  ' =1',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '=HYPERLINK("http://x","y")',
  "=cmd|' /C calc'!A0",
])('has no formula: %j', (text) => {
  // What a spreadsheet takes as the content of the cell.
  const content = line(text).replace(/^"([^]*)"$/, (_, quoted: string) => quoted.replaceAll('""', '"'));
  expect(content).toBe(`'${text}`);
});
