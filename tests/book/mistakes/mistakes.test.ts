// What authors get wrong stops the build, and says where and what is expected: the same checks that astro build and astro dev run.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { authorComponents } from '../../../src/book/author-components.ts';
import { mistakesOf } from '../../../src/book/checked-content.ts';
import { readCourse } from '../../../src/book/course.ts';
import { whole } from '../../whole.ts';
import { makeSmallBook } from './small-book.ts';
import { mistakes } from './table.ts';

const root = process.cwd();
const components = await authorComponents();

beforeAll(makeSmallBook);
afterAll(() => process.chdir(root));

/** What a build says of the book as it is now. */
function whatIsSaid(): string {
  try {
    return mistakesOf(readCourse(), components).join('\n');
  } catch (error) {
    return (error as Error).message;
  }
}

let undo = () => {};
afterEach(() => undo());

it('nothing is said of a book in which nothing is wrong', () => {
  expect(whatIsSaid()).toBe('');
});

it('the table has more than forty mistakes', () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(40);
});

// How long a loop may turn is waited for in the proofs.
it.each(mistakes.filter(({ what }) => whole || what !== 'it never ends'))(
  '$file: $what',
  ({ file, find, replace, says }) => {
    const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    const after = (before ?? '').replace(find, () => replace);
    expect(after).not.toBe(before);
    writeFileSync(file, after);
    undo = () => (before === undefined ? rmSync(file) : writeFileSync(file, before));
    expect(whatIsSaid()).toMatch(says);
  },
);
