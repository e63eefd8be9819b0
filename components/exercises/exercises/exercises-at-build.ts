/** The exercises of a chapter as a page gets them. */
import { readFileSync } from 'node:fs';
import {
  type CourseExercise,
  courseExercises,
  factText,
  factValue,
  filledWords,
  programFileOf,
} from '../../../src/book/at-build.ts';
import { highlightedHtml } from '../../ui/code-editor/highlight.ts';
import type { ExerciseData } from './exercise-data.ts';

/** Those that the course shows, in their order. */
export const exercisesAtBuild = (chapter: string): ExerciseData[] => courseExercises(chapter).map(dataOf);

const set = (words: string) => filledWords(words, factText);

function dataOf(exercise: CourseExercise, i: number): ExerciseData {
  const common = {
    id: exercise.id,
    number: i + 1,
    question: set(exercise.question),
    hints: exercise.hints.map(set),
    ...(exercise.solution !== undefined && { solution: set(exercise.solution) }),
    solutionWaits: exercise.solutionShown === 'after passing',
  };
  switch (exercise.kind) {
    case 'prediction':
    case 'choice':
      return {
        ...common,
        kind: exercise.kind,
        options: exercise.options.map((option) => ({
          ...option,
          text: set(option.text),
          why: set(option.why),
        })),
      };
    case 'number':
      return {
        ...common,
        kind: 'number',
        answer: factValue(exercise.answer.fact),
        tolerance: exercise.tolerance,
        unit: exercise.unit,
        wrong: exercise.wrong.map((wrong) => ({ ...wrong, why: set(wrong.why) })),
      };
    case 'code': {
      const source = readFileSync(programFileOf(exercise), 'utf8');
      return { ...common, kind: 'code', source, highlighted: highlightedHtml(source), grade: exercise.grade };
    }
  }
}
