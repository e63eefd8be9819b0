/** Grades an answer to a question. Pure: the page and the tests use the same functions. */

/** What an answer was worth, and what it would lead to. */
export type Verdict =
  | { kind: 'right'; why: string }
  | { kind: 'wrong'; why: string }
  /** Nothing that can be graded: says what to enter. It does not count as a try. */
  | { kind: 'unreadable'; why: string };

export interface OptionToGrade {
  id: string;
  right: boolean;
  why: string;
}

/** Grades the choice of an option. */
export function gradeOption(options: readonly OptionToGrade[], chosen: string | undefined): Verdict {
  const option = options.find(({ id }) => id === chosen);
  if (!option) return { kind: 'unreadable', why: 'Choose one of the answers first.' };
  return { kind: option.right ? 'right' : 'wrong', why: option.why };
}

export interface NumberToGrade {
  answer: number;
  /** In the answer's own unit. */
  tolerance: number;
  solution: string;
  wrong: readonly { value: number; tolerance: number; why: string }[];
}

/**
 * Reads a number as people type it: 0.25, .25, 0,25, 1/4, 25 %, 2.5e-1, −3.
 *
 * @returns undefined where the text is not one number.
 */
export function readNumber(text: string): number | undefined {
  const tidy = text.trim().replaceAll('−', '-').replaceAll(' ', '');
  const percent = tidy.endsWith('%');
  const parts = (percent ? tidy.slice(0, -1) : tidy).split('/');
  if (parts.length > 2) return undefined;
  const numbers = parts.map((part) =>
    /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(part) ? Number(part.replace(',', '.')) : NaN,
  );
  const value = numbers.reduce((quotient, divisor) => quotient / divisor) / (percent ? 100 : 1);
  return Number.isFinite(value) ? value : undefined;
}

/** Grades a number typed by a reader. */
export function gradeNumber(question: NumberToGrade, typed: string): Verdict {
  const value = readNumber(typed);
  if (value === undefined) {
    return {
      kind: 'unreadable',
      why:
        typed.trim() === ''
          ? 'Enter a number.'
          : 'That is not a number. Enter one such as 0.25, 1/4 or 3e-9.',
    };
  }
  if (Math.abs(value - question.answer) <= question.tolerance)
    return { kind: 'right', why: question.solution };
  const mistake = question.wrong.find((wrong) => Math.abs(value - wrong.value) <= wrong.tolerance);
  if (mistake) return { kind: 'wrong', why: mistake.why };
  if (Math.abs(value + question.answer) <= question.tolerance) {
    return { kind: 'wrong', why: 'The size is right and the sign is not.' };
  }
  const ratio = value / question.answer;
  if (ratio > 0) {
    return { kind: 'wrong', why: `Not yet: your number is too ${ratio > 1 ? 'large' : 'small'}.` };
  }
  return { kind: 'wrong', why: 'Not yet. Check the sign first.' };
}
