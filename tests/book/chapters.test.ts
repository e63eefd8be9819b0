// What every chapter has, whatever it is about.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pageFile, pagesOf, readCourse } from '../../src/book/course.ts';
import { readExercises } from '../../src/book/exercises.ts';

const pages = pagesOf(readCourse('book'));
const chapters = pages.filter((page) => page.startsWith('chapters/'));
const textOf = (page: string) => readFileSync(pageFile(page), 'utf8');
const exhibits = new Set(readdirSync('components/exhibits').map((name) => name.replaceAll('-', '')));

/** The attribute of every tag of that name, in the order of the page; undefined where it is left out. */
function attributes(text: string, tag: string, name: string): (string | undefined)[] {
  return [...text.matchAll(new RegExp(`<${tag}\\b([^>]*?)/?>`, 'g'))].map(
    ([, inside]) => new RegExp(`\\b${name}="([^"]*)"`).exec(inside!)?.[1],
  );
}

const linksIn = (page: string) =>
  [...textOf(page).matchAll(/\]\(\/([a-z]+\/[a-z0-9-]+)\/[^)]*\)/g)].map(([, to]) => to!);

describe.each(chapters.map((page, i) => ({ page, earlier: chapters.slice(0, i) })))(
  '$page',
  ({ page, earlier }) => {
    const text = textOf(page);
    const exercises = readExercises(page.replace('chapters/', ''));

    test('opens with a network that fails, in its first section', () => {
      expect(text.split(/^## /m)[1]).toContain('<Bench ');
    });

    test('shows at least two exhibits beside the bench', () => {
      const shown = [...text.matchAll(/^<([A-Z]\w+)/gm)].map(([, tag]) => tag!);
      const own = shown.filter((tag) => tag !== 'Bench' && exhibits.has(tag.toLowerCase()));
      expect(new Set(own).size).toBeGreaterThanOrEqual(2);
    });

    test('has four exercises, one mended in code and one a prediction', () => {
      expect(exercises.length).toBeGreaterThanOrEqual(4);
      expect(exercises.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['code', 'prediction']));
    });

    test('puts a common explanation to the test over seeds', () => {
      expect(attributes(text, 'Claim', 'over').filter(Boolean).length).toBeGreaterThanOrEqual(1);
    });

    test('links its words to its figures', () => {
      expect(attributes(text, 'Quantity', 'of').length).toBeGreaterThanOrEqual(2);
    });

    test('asks the reader to explain something, and ends with what to take away', () => {
      expect(attributes(text, 'Explain', 'question').length).toBeGreaterThanOrEqual(1);
      expect(text.indexOf('<Summary>')).toBeGreaterThan(text.lastIndexOf('\n## '));
    });

    test('asks about two things read earlier; the first chapter, about itself or a case', () => {
      const sources = attributes(text, 'Recall', 'from');
      const isEarlier = (from?: string) =>
        earlier.length === 0 ? !from || from.startsWith('cases/') : earlier.includes(from ?? '');
      expect(sources.filter(isEarlier).length).toBeGreaterThanOrEqual(2);
      for (const from of sources) if (from?.startsWith('chapters/')) expect(earlier).toContain(from);
    });
  },
);

test('later chapters come back to one that lies two or more before', () => {
  const distances = chapters.flatMap((page, i) =>
    attributes(textOf(page), 'Recall', 'from').flatMap((from) => {
      const at = chapters.indexOf(from ?? '');
      return at < 0 ? [] : [i - at];
    }),
  );
  expect(Math.max(...distances)).toBeGreaterThanOrEqual(2);
});

test('a chapter that links to a case is linked from it, and the other way round', () => {
  const pairs = pages.flatMap((from) => linksIn(from).map((to) => ({ from, to })));
  const oneWay = pairs.filter(
    ({ from, to }) =>
      new Set([from, to].map((page) => page.split('/')[0])).isSupersetOf(new Set(['chapters', 'cases'])) &&
      !linksIn(to).includes(from),
  );
  expect(oneWay).toEqual([]);
  for (const page of pages.filter((one) => !one.startsWith('symptoms/'))) {
    const other = page.startsWith('cases/') ? 'chapters/' : 'cases/';
    expect(
      linksIn(page).some((to) => to.startsWith(other)),
      page,
    ).toBe(true);
  }
});
