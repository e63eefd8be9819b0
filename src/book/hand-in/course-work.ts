/** The exercises of the course being built, as hand-ins name them and as the desk judges them. */
import { readFileSync } from 'node:fs';
import { type CourseExercise, courseExercises } from '../course-exercises.ts';
import { courseName, pagesOf, readCourse } from '../course.ts';
import { programFileOf } from '../exercises.ts';
import { factText, factValue } from '../facts/fact-result.ts';
import { fingerprint } from '../fingerprint.ts';
import { filledWords } from '../words.ts';
import type { GradedExercise } from './graded-exercise.ts';
import type { AskedExercise, Edition } from './hand-in.ts';

export const readEdition = (): Edition => ({
  book: (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version,
  course: courseName(),
  title: readCourse().title,
});

/** The chapters of the course that have exercises, in its order. */
export const chaptersWithExercises = (): { page: string; exercises: CourseExercise[] }[] =>
  pagesOf(readCourse())
    .filter((page) => page.startsWith('chapters/'))
    .map((page) => ({ page, exercises: courseExercises(page.slice('chapters/'.length)) }))
    .filter(({ exercises }) => exercises.length > 0);

const givenProgram = (exercise: Parameters<typeof programFileOf>[0]): string =>
  readFileSync(programFileOf(exercise), 'utf8');

export function askedExercise(exercise: CourseExercise): AskedExercise {
  const { id, kind } = exercise;
  if (kind !== 'code') return { id, kind };
  const { from, count } = exercise.grade.seeds;
  return { id, kind, given: fingerprint(givenProgram(exercise)), seeds: { from, count } };
}

export function gradedExercise(exercise: CourseExercise): GradedExercise {
  const { id } = exercise;
  switch (exercise.kind) {
    case 'prediction':
    case 'choice': {
      const options = exercise.options.map(({ id: option, text, right }) => ({
        id: option,
        text: filledWords(text, factText),
        right,
      }));
      return { id, kind: exercise.kind, answer: { options } };
    }
    case 'number': {
      const { tolerance, unit, answer } = exercise;
      return { id, kind: 'number', answer: { number: factValue(answer.fact), tolerance, unit } };
    }
    case 'code':
      return { id, kind: 'code', given: givenProgram(exercise), grade: exercise.grade };
  }
}
