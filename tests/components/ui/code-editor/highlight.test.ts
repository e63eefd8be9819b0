import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { highlightedHtml } from '../../../../components/ui/code-editor/highlight.ts';

const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

const partsOf = (code: string) => fromHtml(highlightedHtml(code), { fragment: true }).children;

test('is the program, to the letter', () => {
  const code = `const tall = [\n${'  "<&>",\n'.repeat(60)}]; // > 0\n`;
  expect(textOf(fromHtml(highlightedHtml(code), { fragment: true }))).toBe(code);
});

test('comes in parts that say how many lines they take, and after how many', () => {
  const code = `${'x;\n'.repeat(24)}const longest = 1;\n\n`;
  expect(partsOf(code).map((part) => part.type === 'element' && part.properties['style'])).toEqual([
    '--lines:24;--from:0',
    '--lines:2;--from:24',
  ]);
});
