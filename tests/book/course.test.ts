import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  addressee,
  courseNames,
  dueDay,
  pageFile,
  pageOfFile,
  pagesOf,
  readCourse,
  unlistedPages,
} from '../../src/book/course.ts';
import { checkHeads } from '../../src/book/page-head.ts';
import { kindOfPage } from '../../src/book/kind-of-page.ts';
import { sidebarOf } from '../../src/book/sidebar.ts';
import { waysIn } from '../../src/book/ways-in.ts';

const root = process.cwd();

/** A project of nothing but the files given, as the working directory. */
function inProject(files: Record<string, string>): void {
  const directory = mkdtempSync(join(tmpdir(), 'course-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  vi.spyOn(process, 'cwd').mockReturnValue(directory);
  process.chdir(directory);
}

const pages = {
  'content/chapters/dying-relu/chapter.mdx': '',
  'content/cases/all-outputs-equal/case.mdx': '',
  'content/symptoms/nan-or-infinity.mdx': '',
};

const course = `title: A course
description: About something.
parts:
  - title: First
    pages:
      - chapters/dying-relu
  - title: Second
    pages: [cases/all-outputs-equal, symptoms/nan-or-infinity]
`;

beforeEach(() => vi.restoreAllMocks());
afterEach(() => process.chdir(root));

describe('a course', () => {
  it('lists its pages in order, part by part', () => {
    inProject({ ...pages, 'content/courses/book.yaml': course });
    expect(pagesOf(readCourse('book'))).toEqual([
      'chapters/dying-relu',
      'cases/all-outputs-equal',
      'symptoms/nan-or-infinity',
    ]);
  });

  it('knows where the file of each kind of page lies', () => {
    expect(['chapters/a', 'cases/b', 'symptoms/c'].map(pageFile)).toEqual([
      'content/chapters/a/chapter.mdx',
      'content/cases/b/case.mdx',
      'content/symptoms/c.mdx',
    ]);
  });

  it('has a symptom in a folder of its own where it has more files than one', () => {
    inProject({ 'content/symptoms/c/symptom.mdx': '', 'content/symptoms/c/program.ts': '' });
    expect(pageFile('symptoms/c')).toBe('content/symptoms/c/symptom.mdx');
  });

  it('knows which page a file holds', () => {
    const files = ['symptoms/c/symptom.mdx', 'symptoms/c.mdx', 'cases/b/case.mdx', 'chapters/a/chapter.mdx'];
    expect(files.map(pageOfFile)).toEqual(['symptoms/c', 'symptoms/c', 'cases/b', 'chapters/a']);
    expect(['cases/b/chapter.mdx', 'cases/b.mdx', 'symptoms/c/notes.mdx'].map(pageOfFile)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('names the pages that are written and not listed', () => {
    inProject({
      ...pages,
      'content/chapters/extra/chapter.mdx': '',
      'content/chapters/extra/notes.md': '',
      'content/courses/book.yaml': course,
    });
    expect(unlistedPages(readCourse('book'))).toEqual(['chapters/extra']);
  });

  it('refuses a page that is listed and does not exist, with file, line and field', () => {
    inProject({ ...pages, 'content/courses/book.yaml': course.replace('dying-relu', 'dead-relu') });
    expect(() => readCourse('book')).toThrow(
      'content/courses/book.yaml:6: parts[0].pages[0]: "chapters/dead-relu" is named here, but content/chapters/dead-relu/chapter.mdx does not exist',
    );
  });

  it('refuses a page of no known kind', () => {
    inProject({ ...pages, 'content/courses/book.yaml': course.replace('chapters/', 'chapter/') });
    expect(() => readCourse('book')).toThrow(
      'content/courses/book.yaml:6: parts[0].pages[0]: expected "chapters/<id>", "cases/<id>", "symptoms/<id>" or "workshop", found "chapter/dying-relu"',
    );
  });

  it('refuses a page listed twice', () => {
    inProject({
      ...pages,
      'content/courses/book.yaml': course.replace('[cases', '[chapters/dying-relu, cases'),
    });
    expect(() => readCourse('book')).toThrow(
      'content/courses/book.yaml:8: parts[1].pages[0]: "chapters/dying-relu" is listed twice',
    );
  });

  it('refuses a field it does not know', () => {
    inProject({ ...pages, 'content/courses/book.yaml': `${course}part: none\n` });
    expect(() => readCourse('book')).toThrow(
      /^content\/courses\/book\.yaml:9: part: there is no such field; the nearest (is|are) parts/,
    );
  });

  it('refuses YAML that cannot be read, with its line', () => {
    inProject({ ...pages, 'content/courses/book.yaml': 'title: "open\nparts: []\n' });
    expect(() => readCourse('book')).toThrow(/^content\/courses\/book\.yaml:\d+: /);
  });

  it('says which courses there are when it is asked for another', () => {
    inProject({ ...pages, 'content/courses/book.yaml': course, 'content/courses/short.yaml': course });
    expect(() => readCourse('long')).toThrow(
      'content/courses/long.yaml: there is no such course; expected one of book, short',
    );
  });
});

describe('a page that stands in for another', () => {
  const own = 'content/chapters/our-relu/chapter.mdx';
  const listing = course.replace('chapters/dying-relu', 'chapters/our-relu');
  const standIn = '---\ntitle: Ours\nreplaces: chapters/dying-relu\n---\n';

  it('is where links to the other lead, and the other is not said to be left out', () => {
    inProject({ ...pages, [own]: standIn, 'content/courses/book.yaml': listing });
    const read = readCourse('book');
    expect(addressee(read, 'chapters/dying-relu')).toBe('chapters/our-relu');
    expect(addressee(read, 'chapters/our-relu')).toBe('chapters/our-relu');
    expect(unlistedPages(read)).toEqual([]);
  });

  it('is nothing to a course that does not list it', () => {
    inProject({ ...pages, [own]: standIn, 'content/courses/book.yaml': course });
    expect(addressee(readCourse('book'), 'chapters/dying-relu')).toBe('chapters/dying-relu');
    expect(unlistedPages(readCourse('book'))).toEqual(['chapters/our-relu']);
  });

  it('is refused where it stands in for nothing, with file, line and the nearest page', () => {
    inProject({ ...pages, [own]: standIn.replace('dying', 'dead'), 'content/courses/book.yaml': listing });
    expect(() => checkHeads(readCourse('book'))).toThrow(
      `${own}:3: replaces: "chapters/dead-relu" is named here, but content/chapters/dead-relu/chapter.mdx does not exist; expected one of`,
    );
  });

  it('is refused beside the page that it stands in for', () => {
    const both = listing.replace('[cases', '[chapters/dying-relu, cases');
    inProject({ ...pages, [own]: standIn, 'content/courses/book.yaml': both });
    expect(() => checkHeads(readCourse('book'))).toThrow(
      `${own}:3: replaces: the course lists "chapters/dying-relu" as well`,
    );
  });
});

describe('the days of a course', () => {
  const dated = `${course.replace('title: Second', 'title: Second\n    due: 2026-10-19')}due:\n  symptoms/nan-or-infinity: 2026-10-21\n`;

  it('are those of the part, unless the page has its own', () => {
    inProject({ ...pages, 'content/courses/book.yaml': dated });
    const days = pagesOf(readCourse('book')).map((page) => dueDay(readCourse('book'), page));
    expect(days).toEqual([undefined, '2026-10-19', '2026-10-21']);
  });

  it('are of pages that the course lists', () => {
    inProject({ ...pages, 'content/courses/book.yaml': dated.replace('nan-or-infinity: ', 'nan: ') });
    expect(() => readCourse('book')).toThrow(
      'content/courses/book.yaml:11: due.symptoms/nan: the course lists no page "symptoms/nan"; expected one of',
    );
  });
});

it('a course is not its own list of terms or sources', () => {
  inProject({
    ...pages,
    'content/courses/book.yaml': course,
    'content/courses/book.glossary.yaml': '[]',
    'content/courses/book.references.yaml': '[]',
  });
  expect(courseNames()).toEqual(['book']);
});

describe('what is made of a course', () => {
  const parsed = {
    title: 'A course',
    description: 'About something.',
    parts: [
      { title: 'First', pages: ['chapters/b', 'cases/x'] },
      { title: 'Second', pages: ['chapters/a'] },
    ],
  };

  it('counts chapters in the order of the course', () => {
    expect(kindOfPage(parsed, 'chapters/b')).toBe('Chapter 1');
    expect(kindOfPage(parsed, 'chapters/a')).toBe('Chapter 2');
    expect(kindOfPage(parsed, 'cases/x')).toBe('Case');
    expect(kindOfPage(parsed, 'glossary')).toBeUndefined();
  });

  it('leaves out a way in that leads nowhere', () => {
    expect(waysIn(parsed).map(({ id }) => id)).toEqual(['chapters', 'programs']);
  });

  it('ends the sidebar with the back of the book', () => {
    expect(sidebarOf(parsed).map(({ label }) => label)).toEqual(['First', 'Second', 'At the back']);
  });
});
