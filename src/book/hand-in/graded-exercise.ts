/** What the desk must know of an exercise to judge an answer: no hint, no reason, no solution. */
import type { CodeGrade } from '../code-grading.ts';
import { gradeNumber, gradeOption, type Verdict } from '../grading.ts';

export interface QuestionToGrade {
  kind: 'prediction' | 'choice' | 'number';
  id: string;
  answer: { options: { id: string; text: string; right: boolean }[] } | NumberAnswer;
}

interface NumberAnswer {
  number: number;
  tolerance: number;
  unit: string;
}

export interface ProgramToGrade {
  kind: 'code';
  id: string;
  /** The program that the exercise gives. */
  given: string;
  grade: CodeGrade;
}

export type GradedExercise = QuestionToGrade | ProgramToGrade;

/** Judges what was chosen or typed, as the page of the exercise does. */
export function judgeAnswer({ answer }: QuestionToGrade, given: string): Verdict {
  if ('options' in answer)
    return gradeOption(
      answer.options.map((option) => ({ ...option, why: '' })),
      given,
    );
  const { number, tolerance, unit } = answer;
  return gradeNumber({ answer: number, tolerance, unit, solution: '', wrong: [] }, given);
}

/** What was chosen or typed, in words. */
export const answerWords = ({ answer }: QuestionToGrade, given: string): string =>
  'options' in answer ? (answer.options.find(({ id }) => id === given)?.text ?? given) : given;
