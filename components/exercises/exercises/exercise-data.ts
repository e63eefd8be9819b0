import type { CodeGrade } from '../../../src/book/index.ts';

/** An exercise as the page gets it: words with their numbers put in, nothing left to look up. */
interface Common {
  id: string;
  /** "1", "2" … within the chapter. */
  number: number;
  question: string;
  hints: string[];
  /** Missing in a course that never shows it. */
  solution?: string;
  /** Whether it can be opened only when the exercise is solved. */
  solutionWaits: boolean;
}

export interface OptionData {
  id: string;
  text: string;
  right: boolean;
  why: string;
}

export interface OptionExerciseData extends Common {
  kind: 'prediction' | 'choice';
  options: OptionData[];
}

export interface NumberExerciseData extends Common {
  kind: 'number';
  answer: number;
  tolerance: number;
  unit: string;
  wrong: { value: number; tolerance: number; why: string }[];
}

export interface CodeExerciseData extends Common {
  kind: 'code';
  /** The program's text, as the reader gets it, and the same as highlighted HTML. */
  source: string;
  highlighted: string;
  grade: CodeGrade;
}

export type ExerciseData = OptionExerciseData | NumberExerciseData | CodeExerciseData;
