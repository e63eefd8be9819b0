/**
 * Code exercises of the course, one for each choice of what is checked, in the page they stand on: each takes the first solution that
 * attempts.yaml says is right. tests/content/attempts.test.ts tries them all without a page.
 */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { pagesOf, readCourse } from '../../src/book/course.ts';
import { programFileOf, readExercises } from '../../src/book/exercises.ts';
import { test } from '../browser/book-page.ts';
import { paste, reachExercise, runAndCheck } from '../browser/reach-exercise.ts';
import { chaptersWithExercises, readAttempts } from '../content/declared.ts';
import { firstOf } from '../whole.ts';
import { edited } from '../lab/run-program.ts';

const listed = pagesOf(readCourse());
const solved = chaptersWithExercises()
  .filter((chapter) => listed.includes(`chapters/${chapter}`))
  .flatMap((chapter) => {
    const attempts = readAttempts(chapter)?.data ?? {};
    return readExercises(chapter).flatMap((exercise) => {
      const right = attempts[exercise.id]?.find(({ feedback }) => !feedback);
      return exercise.kind === 'code' && right ? [{ id: exercise.id, chapter, exercise, right }] : [];
    });
  });

const checksOf = ({ exercise: { grade } }: (typeof solved)[number]) => Object.keys(grade).sort().join();
const oneOfEach = [...Map.groupBy(solved, checksOf).values()].map(([first]) => first!);

test.for(firstOf(oneOfEach, 1))(
  '$id is passed in the browser by its first right mend',
  async ({ id, chapter, exercise, right }, { visit }) => {
    const reached = await reachExercise(await visit(`/chapters/${chapter}/`), id);
    const original = readFileSync(programFileOf(exercise), 'utf8');
    const edits = right.edits.map(({ find, replace }): [string, string] => [find, replace]);
    await paste(reached, edited(original, ...edits));
    expect(await runAndCheck(reached)).toMatch(/^Right/);
  },
);
