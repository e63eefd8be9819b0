// What authors get wrong stops the build, and says where and what is expected: the same checks that astro build and astro dev run.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { compile } from '@mdx-js/mdx';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { VFile } from 'vfile';
import { authorComponents } from '../../../src/book/author-components.ts';
import { mistakesOf } from '../../../src/book/checked-content.ts';
import { pageFile, pagesOf, readCourse } from '../../../src/book/course.ts';
import { rehypePlugins, remarkPlugins } from '../../../src/book/page-plugins.ts';
import { whole } from '../../whole.ts';
import { makeSmallBook } from './small-book.ts';
import { mistakes } from './table.ts';

const root = process.cwd();
const components = await authorComponents();

beforeAll(makeSmallBook);
afterAll(() => process.chdir(root));

/** What a build says of the book as it is now. */
async function whatIsSaid(): Promise<string> {
  const said: string[] = [];
  try {
    const course = readCourse();
    said.push(...mistakesOf(course, components));
    const book = { course, base: '/', components, mentions: new Map() };
    for (const page of pagesOf(course)) {
      const path = `${process.cwd()}/${pageFile(page)}`;
      // Astro takes the head away, and leaves its lines.
      const value = readFileSync(path, 'utf8').replace(/^---\n[^]*?\n---/, (head) =>
        head.replace(/[^\n]/g, ''),
      );
      try {
        await compile(new VFile({ path, value }), {
          remarkPlugins: remarkPlugins(book),
          rehypePlugins: rehypePlugins(book),
        });
      } catch (error) {
        const { line, column, message } = error as Error & { line?: number; column?: number };
        said.push(line === undefined ? message : `${pageFile(page)}:${line}:${column}: ${message}`);
      }
    }
  } catch (error) {
    said.push((error as Error).message);
  }
  return said.join('\n');
}

let undo = () => {};
afterEach(() => undo());

it('nothing is said of a book in which nothing is wrong', async () => {
  expect(await whatIsSaid()).toBe('');
});

it('the table has more than forty mistakes', () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(40);
});

// How long a loop may turn is waited for in one test of the gate, in tests/book/experiments.
it.each(mistakes.filter(({ what }) => whole || what !== 'it never ends'))(
  '$file: $what',
  async ({ file, find, replace, says }) => {
    const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const after = before.replace(find, () => replace);
    expect(after).not.toBe(before);
    writeFileSync(file, after);
    undo = () => writeFileSync(file, before === '' ? '[]\n' : before);
    expect(await whatIsSaid()).toMatch(says);
  },
);
