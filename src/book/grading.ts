/** Grades an answer to a question. Pure: the page and the tests use the same functions. */

import type { Remark } from '../words/grading.ts';

/** What an answer was worth; and why, in the author's words, or what the book itself remarks about it. */
export type Verdict =
  | { kind: 'right' | 'wrong'; why: string }
  | { kind: 'wrong'; remark: Remark }
  /** Nothing that can be graded. It does not count as a try. */
  | { kind: 'unreadable'; remark: Remark };

export interface OptionToGrade {
  id: string;
  right: boolean;
  why: string;
}

/** Grades the choice of an option. */
export function gradeOption(options: readonly OptionToGrade[], chosen: string | undefined): Verdict {
  const option = options.find(({ id }) => id === chosen);
  if (!option) return unreadable('nothing-chosen');
  return { kind: option.right ? 'right' : 'wrong', why: option.why };
}

export interface NumberToGrade {
  answer: number;
  /** In the answer's own unit. */
  tolerance: number;
  /** What the number is a number of; may be typed after it. Empty for a pure number. */
  unit: string;
  solution: string;
  wrong: readonly { value: number; tolerance: number; why: string }[];
}

/** What a reader typed where a number belongs. */
export type NumberReading =
  | {
      kind: 'number';
      value: number;
      /** What one more in the last digit would add: 0.01 for "0.25". 0 for a fraction, which is exact. */
      lastPlace: number;
    }
  | { kind: 'unreadable'; remark: Remark };

const unreadable = (remark: Remark) => ({ kind: 'unreadable', remark }) as const;
const wrong = (remark: Remark) => ({ kind: 'wrong', remark }) as const;

/** Reads a number as people type it: 0.25, .25, 0,25, 1/4, 25 %, 2.5e-1, −3. */
export function readNumber(text: string): NumberReading {
  const tidy = text.replaceAll('−', '-').replaceAll(/\s/g, '');
  if (tidy === '') return unreadable('nothing-entered');
  const thousands = /^[+-]?([1-9]\d{0,2}),(\d{3})$/.exec(tidy);
  if (thousands) return unreadable({ twoWays: [thousands[1]!, thousands[2]!] });
  const percent = tidy.endsWith('%');
  const parts = (percent ? tidy.slice(0, -1) : tidy).split('/');
  const digits = parts.map((part) => /^[+-]?(?:\d+(?:[.,](\d*))?|[.,](\d+))(?:e([+-]?\d+))?$/i.exec(part));
  if (parts.length > 2 || digits.includes(null)) return unreadable('no-number');
  const numbers = parts.map((part) => Number(part.replace(',', '.')));
  if (!numbers.every(Number.isFinite)) return unreadable('too-large-to-read');
  if (numbers[1] === 0) return unreadable('divided-by-zero');
  const whole = percent ? 100 : 1;
  const [, decimals, decimalsAlone, exponent] = digits[0]!;
  const places = (decimals ?? decimalsAlone ?? '').length - Number(exponent ?? 0);
  return {
    kind: 'number',
    value: numbers[0]! / (numbers[1] ?? 1) / whole,
    lastPlace: numbers.length === 2 ? 0 : 10 ** -places / whole,
  };
}

/** Grades a number typed by a reader. */
export function gradeNumber(question: NumberToGrade, typed: string): Verdict {
  const { answer, tolerance, unit } = question;
  const trimmed = typed.trim();
  const reading = readNumber(unit && trimmed.endsWith(unit) ? trimmed.slice(0, -unit.length) : trimmed);
  if (reading.kind === 'unreadable') return reading;
  const { value, lastPlace } = reading;
  if (Math.abs(value - answer) <= tolerance) return { kind: 'right', why: question.solution };
  const mistake = question.wrong.find((one) => Math.abs(value - one.value) <= one.tolerance);
  if (mistake) return { kind: 'wrong', why: mistake.why };
  if (value !== 0 && Math.abs(value - answer) <= lastPlace / 2 + tolerance) return wrong('too-few-digits');
  if (Math.abs(value + answer) <= tolerance) return wrong('wrong-sign');
  const ratio = value / answer;
  if (ratio > 0) return wrong(ratio > 1 ? 'too-large' : 'too-small');
  return wrong('perhaps-wrong-sign');
}
