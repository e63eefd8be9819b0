// Every course keeps what it asks of itself.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { courseName, courseNames, pageFile, pagesOf, readCourse } from '../../src/book/course.ts';
import { readExercises } from '../../src/book/exercises.ts';
import { chaptersWithExercises, readAttempts } from './declared.ts';

const exhibits = new Set(readdirSync('components/exhibits').map((name) => name.replaceAll('-', '')));
const textOf = (page: string) => readFileSync(pageFile(page), 'utf8');
const linksIn = (page: string) =>
  [...textOf(page).matchAll(/\]\(\/([a-z]+\/[a-z0-9-]+)\/[^)]*\)/g)].map(([, to]) => to!);

/** The attributes of every tag of that name, in the order of the page. */
const tagsOf = (text: string, name: string): string[] =>
  [...text.matchAll(new RegExp(`<${name}\\b([^>]*?)/?>`, 'g'))].map(([, attributes]) => attributes!);
/** Where the questions about other pages come from; undefined for one about the page itself. */
const recalledIn = (page: string): (string | undefined)[] =>
  tagsOf(textOf(page), 'Recall').map((attributes) => /\bfrom="([^"]*)"/.exec(attributes)?.[1]);

/** The course that is built; all of them where none is named. */
const courses = process.env['BOOK_COURSE'] ? [courseName()] : courseNames();

describe.each(courses)('the course %s', (name) => {
  const course = readCourse(name);
  const { chapters: asked = {}, attempts, linkedBothWays } = course.policy ?? {};
  const pages = pagesOf(course);
  const chapters = pages.filter((page) => page.startsWith('chapters/'));
  const exercisesOf = (page: string) => {
    const id = page.replace('chapters/', '');
    return chaptersWithExercises().includes(id) ? readExercises(id) : [];
  };

  test('lists pages that are there', () => expect(pages.length).toBeGreaterThan(0));

  describe.each(chapters)('%s', (page) => {
    const text = textOf(page);

    test.runIf(asked.opensWith)(`opens with <${asked.opensWith}>, in its first section`, () => {
      expect(text.split(/^## /m)[1]).toContain(`<${asked.opensWith} `);
    });

    test.runIf(asked.endsWith)(`ends with <${asked.endsWith}>`, () => {
      expect(text.indexOf(`<${asked.endsWith}>`)).toBeGreaterThan(text.lastIndexOf('\n## '));
    });

    test.runIf(asked.exhibits)(`shows ${asked.exhibits} exhibits beside the one it opens with`, () => {
      const shown = [...text.matchAll(/^<([A-Z]\w+)/gm)].map(([, tag]) => tag!);
      const own = shown.filter((tag) => tag !== asked.opensWith && exhibits.has(tag.toLowerCase()));
      expect(new Set(own).size).toBeGreaterThanOrEqual(asked.exhibits!);
    });

    test.runIf(asked.exercises ?? asked.kinds)('has the exercises that are asked for', () => {
      const kinds = exercisesOf(page).map(({ kind }) => kind);
      expect(kinds.length).toBeGreaterThanOrEqual(asked.exercises ?? 0);
      expect(kinds).toEqual(expect.arrayContaining(asked.kinds ?? []));
    });

    test.each(Object.entries(asked.tags ?? {}))('has <%s> %i times or more', (tag, times) => {
      expect(tagsOf(text, tag).length).toBeGreaterThanOrEqual(times);
    });

    test.runIf(asked.recalls)(`asks ${asked.recalls} questions about what was read earlier`, () => {
      const earlier = chapters.slice(0, chapters.indexOf(page));
      const sources = recalledIn(page);
      const isEarlier = (from?: string) =>
        earlier.length === 0 ? !from || from.startsWith('cases/') : earlier.includes(from ?? '');
      expect(sources.filter(isEarlier).length).toBeGreaterThanOrEqual(asked.recalls!);
      for (const from of sources) if (from?.startsWith('chapters/')) expect(earlier).toContain(from);
    });

    test.runIf(attempts)('is tried with right and wrong solutions of its programs', () => {
      const tried = readAttempts(page.replace('chapters/', ''))?.data ?? {};
      for (const { id, kind } of exercisesOf(page)) {
        if (kind !== 'code') continue;
        const wrong = (tried[id] ?? []).filter(({ feedback }) => feedback).length;
        expect((tried[id] ?? []).length - wrong, id).toBeGreaterThanOrEqual(attempts!.right);
        expect(wrong, id).toBeGreaterThanOrEqual(attempts!.wrong);
      }
    });
  });

  test.runIf(asked.reachesBack)(`comes back to a chapter that lies ${asked.reachesBack} before`, () => {
    const distances = chapters.flatMap((page, i) =>
      recalledIn(page).flatMap((from) => {
        const at = chapters.indexOf(from ?? '');
        return at < 0 ? [] : [i - at];
      }),
    );
    expect(Math.max(...distances)).toBeGreaterThanOrEqual(asked.reachesBack!);
  });

  test.runIf(linkedBothWays)('links chapters and cases both ways', () => {
    const kindOf = (page: string) => page.split('/')[0]!;
    const pairs = pages.flatMap((from) => linksIn(from).map((to) => ({ from, to })));
    const oneWay = pairs.filter(({ from, to }) => {
      const kinds = new Set([kindOf(from), kindOf(to)]);
      return kinds.has('chapters') && kinds.has('cases') && !linksIn(to).includes(from);
    });
    expect(oneWay).toEqual([]);
    for (const page of pages.filter((one) => ['chapters', 'cases'].includes(kindOf(one)))) {
      const other = kindOf(page) === 'cases' ? 'chapters' : 'cases';
      expect(
        linksIn(page).some((to) => kindOf(to) === other),
        page,
      ).toBe(true);
    }
  });
});
