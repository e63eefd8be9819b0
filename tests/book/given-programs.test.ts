import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCourse } from '../../src/book/course.ts';
import { passedAsGiven } from '../../src/book/given-programs.ts';
import { makeSmallBook } from './mistakes/small-book.ts';

const root = process.cwd();
const exercises = 'content/chapters/signs/exercises.yaml';
const program = 'content/cases/xor/program.ts';
beforeAll(makeSmallBook);
afterAll(() => process.chdir(root));

it('a code exercise whose program must still be mended is sound', async () => {
  expect(await passedAsGiven(readCourse())).toEqual([]);
});

it('a code exercise whose program does already what is asked is named, with file and line', async () => {
  writeFileSync(
    program,
    readFileSync(program, 'utf8')
      .replace('(x >= 0 ? 1 : 0)', '(x > 0 ? 1 : 0)')
      .replace('output: createLayer(1, 4, kind, random)', "output: createLayer(1, 4, 'linear', random)"),
  );
  const asked = readFileSync(exercises, 'utf8').replace('solved: 18, epochs: 100', 'solved: 1, epochs: 1000');
  writeFileSync(exercises, asked);
  const line = asked.split('\n').findIndex((text) => text.includes('grade: {')) + 1;
  expect(await passedAsGiven(readCourse())).toEqual([
    `content/chapters/signs/exercises.yaml:${line}: exercises[2].grade: content/cases/xor/program.ts passes as it is given; expected a program that does not yet do what is asked, or a grade that asks for more`,
  ]);
});
