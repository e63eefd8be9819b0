import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newCourse } from '../../src/book/course-command/new-course.ts';
import { scheduleText } from '../../src/book/course-command/schedule.ts';
import { upstreamText } from '../../src/book/course-command/upstream-changes.ts';
import { pagesOf, readCourse } from '../../src/book/course.ts';

const root = process.cwd();

const write = (files: Record<string, string>) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
};

/** A page of so many words. */
const page = (title: string, words: number) => `---\ntitle: ${title}\n---\n\n${'word '.repeat(words)}\n`;

const exercises = `exercises:
  - id: one.what
    kind: choice
    question: What is it?
    options:
      - { id: a, text: The sign., right: true, why: Yes. }
      - { id: b, text: The rate., why: No. }
    hints: [Look closer.]
    solution: It is the sign.
`;

beforeEach(() => {
  process.chdir(mkdtempSync(join(tmpdir(), 'course-command-')));
  write({
    'content/courses/book.yaml':
      'title: Book\ndescription: All.\nparts: [{ title: All, pages: [chapters/one, chapters/two, cases/three] }]\n',
    'content/chapters/one/chapter.mdx': page('One', 1000),
    'content/chapters/one/exercises.yaml': exercises,
    'content/chapters/two/chapter.mdx': page('Two', 400),
    'content/cases/three/case.mdx': page('Three', 200),
  });
});
afterEach(() => process.chdir(root));

describe('a new course', () => {
  it('is one that can be read, with what was wished for and the pages of the book', () => {
    write({
      'content/courses/demo.yaml': newCourse('demo', {
        title: 'Demo: networks',
        authors: 'A. B., C. D.',
        solutions: 'never',
      }),
    });
    const course = readCourse('demo');
    expect(course).toMatchObject({ title: 'Demo: networks', authors: ['A. B.', 'C. D.'], language: 'en' });
    expect(course.exercises?.solutions).toBe('never');
    expect(course.licence?.attribution).toContain('by A. B., C. D. Adapted from Broken by One Line');
    expect(pagesOf(course)).toEqual(pagesOf(readCourse('book')));
  });

  it('has the pages that are named instead', () => {
    write({
      'content/courses/demo.yaml': newCourse('demo', { title: 'Demo', pages: 'cases/three, chapters/one' }),
    });
    expect(pagesOf(readCourse('demo'))).toEqual(['cases/three', 'chapters/one']);
  });

  it('needs a title', () => {
    expect(() => newCourse('demo', {})).toThrow('new: --title is missing');
  });
});

it('a schedule adds up what is read, practised and planned in class', () => {
  const notes = '\n<Speak minutes="10">Ask.</Speak>\n\n<Speak minutes="5">Wait.</Speak>\n';
  write({ 'content/chapters/two/chapter.mdx': page('Two', 400) + notes });
  const text = scheduleText(readCourse('book'));
  expect(text).toMatch(/chapters\/one +5 +2 +0$/m);
  expect(text).toMatch(/chapters\/two +2 +0 +15$/m);
  expect(text).toMatch(/the course +8 +2 +15$/m);
});

describe('what has changed upstream', () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], { encoding: 'utf8' });
  const commit = (message: string) => {
    git('add', '.');
    git('commit', '--quiet', '--message', message);
  };

  beforeEach(() => {
    git('init', '--quiet', '--initial-branch', 'main');
    commit('The book');
    git('checkout', '--quiet', '-b', 'upstream/main');
    writeFileSync('content/chapters/one/chapter.mdx', page('One, again', 900));
    commit('Say it in other words');
    mkdirSync('content/chapters/second');
    renameSync('content/chapters/two/chapter.mdx', 'content/chapters/second/chapter.mdx');
    write({ 'content/cases/four/case.mdx': page('Four', 100), 'content/glossary.yaml': '[]\n' });
    commit('Give the second chapter its name, and add a case');
    git('checkout', '--quiet', 'main');
  });

  it('is told page by page, with the commits, and what is new', () => {
    const text = upstreamText(readCourse('book'), 'book');
    expect(text).toMatch(/chapters\/one: chapter\.mdx\.\n +[0-9a-f]+ Say it in other words/);
    expect(text).toContain(
      'chapters/two: it is now chapters/second. After you have merged, name it so in content/courses/book.yaml.',
    );
    expect(text).toMatch(/New pages.*:\n {2}cases\/four/);
    expect(text).toContain('content/glossary.yaml: 1 file changed, 1 insertion(+)');
    expect(text).not.toContain('cases/three');
  });

  it('names the page that a page of the fork replaces', () => {
    write({
      'content/chapters/our-one/chapter.mdx': '---\ntitle: Ours\nreplaces: chapters/one\n---\n',
      'content/courses/ours.yaml':
        'title: Ours\ndescription: All.\nparts: [{ title: All, pages: [chapters/our-one] }]\n',
    });
    expect(upstreamText(readCourse('ours'), 'ours')).toContain(
      'It is the page that your chapters/our-one replaces.',
    );
  });

  it('is refused without an upstream to compare with, with what to do', () => {
    expect(() => upstreamText(readCourse('book'), 'book', 'nowhere')).toThrow('git knows no such branch');
    git('branch', '--quiet', '--delete', '--force', 'upstream/main');
    expect(() => upstreamText(readCourse('book'), 'book')).toThrow('git remote add upstream');
  });
});
