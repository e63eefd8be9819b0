import type { Element, ElementContent } from 'hast';
import { expect, test } from 'vitest';
import { unwrapPlainText } from '../../src/book/lean-code.ts';

const text = (value: string): ElementContent => ({ type: 'text', value });
const element = (tagName: string, children: ElementContent[], properties = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const span = (value: string, properties: object) => element('span', [text(value)], properties);

const plain = '--0:#f0f3f6;--1:#0e1116';
const keyword = '--0:#FF9492;--1:#A0111F';

function lean(line: Element): Element {
  unwrapPlainText(line, plain);
  return line;
}

test('takes away the spans of the plain colour and of blanks, and joins the text', () => {
  const line = element('div', [
    span('return', { style: keyword }),
    span(' ', { style: keyword }),
    span('f', { style: '--0:#F0F3F6;--1:#0E1116' }),
    span('(z)', { style: plain }),
    span(';', { style: keyword }),
  ]);
  expect(lean(line).children).toEqual([
    span('return', { style: keyword }),
    text(' f(z)'),
    span(';', { style: keyword }),
  ]);
});

test('goes into what is marked', () => {
  const line = element('div', [element('mark', [span('z', { style: plain })])]);
  expect(lean(line).children).toEqual([element('mark', [text('z')])]);
});

test('keeps a span that says more than its colour', () => {
  const line = element('div', [
    span('  ', { className: ['indent'] }),
    span('z', { style: `${plain};--0fs:italic` }),
    span(' ', { style: `${plain};--0td:underline` }),
    element('span', [element('b', [text('z')])], { style: plain }),
  ]);
  expect(lean(structuredClone(line))).toEqual(line);
});
