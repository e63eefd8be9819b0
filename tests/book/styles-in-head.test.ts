import { expect, test } from 'vitest';
import { withStylesInHead } from '../../src/book/styles-in-head.ts';

const page = (head: string, body: string) => `<html><head>${head}</head><body>${body}</body></html>`;
const sheet = (name: string) => `<link rel="stylesheet" href="/${name}.css">`;

test('puts a style sheet of the body after those of the head', () => {
  expect(withStylesInHead(page(sheet('a'), `<p>text</p>${sheet('b')}<pre></pre>`))).toBe(
    page(sheet('a') + sheet('b'), '<p>text</p><pre></pre>'),
  );
});

test('keeps each once, however it is closed and however often it stands there', () => {
  expect(
    withStylesInHead(
      page(
        sheet('a'),
        `<noscript><link rel="stylesheet" href="/b.css"/></noscript>${sheet('b')}${sheet('a')}`,
      ),
    ),
  ).toBe(page(sheet('a') + sheet('b'), '<noscript></noscript>'));
});

test('leaves other links, and what only looks like one in a program, as they are', () => {
  const body = '<link rel="icon" href="/i.svg"><code>&lt;link rel="stylesheet" href="/c.css"&gt;</code>';
  expect(withStylesInHead(page('', body))).toBe(page('', body));
});

test('leaves a page without a head as it is', () => {
  expect(withStylesInHead(sheet('a'))).toBe(sheet('a'));
});
