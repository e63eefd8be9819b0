/** How a fact is written in a sentence, and how it says where it comes from. */
import { countedText, type Thing } from '../words/counts.ts';
import { countText, exactText, intervalText, numberText, percentText, powerText } from '../words/numbers.ts';

/** A number that the book has computed. Shares are from 0 to 1. */
export interface ComputedNumber {
  id: string;
  value: number;
  /** For shares over seeds: how many, and the ends of the 95% Wilson interval, where there is one. */
  runs?: number | undefined;
  /** What was counted. Defaults to seeds. */
  counted?: Thing | undefined;
  low?: number | undefined;
  high?: number | undefined;
  /** How it was computed, as a sentence; its capital and its full stop may be left out. */
  how: string;
}

/** Ways to write a number: a share as "85.8%"; to so many significant digits; as a power of ten; every digit; or over how many runs. */
export type FactForm = 'percent' | 'number' | 'power' | 'exact' | 'runs';

/**
 * The number as prose shows it.
 *
 * @param form Defaults to "percent" for a share over runs, else to "exact".
 * @param digits Of a percentage: digits after the point, 1 if not given. Of a number or power: significant digits,
 *   4 if not given.
 */
export function numberWords(
  { id, value, runs }: ComputedNumber,
  form: FactForm = runs === undefined ? 'exact' : 'percent',
  digits?: number,
): string {
  if (form === 'runs') {
    if (runs === undefined)
      throw new Error(`<Fact id="${id}" as="runs">: this number was not counted over runs`);
    return countText(runs);
  }
  if (form === 'percent') return percentText(value, digits);
  if (form === 'number') return numberText(value, digits);
  if (form === 'power') return powerText(value, digits ?? 4);
  return exactText(value);
}

/** Where the number comes from, in a sentence or two. */
export function factExplanation({ how, runs, counted = 'seed', low, high }: ComputedNumber): string {
  const sentence = `${how.charAt(0).toUpperCase()}${how.slice(1).replace(/\.$/, '')}.`;
  if (runs === undefined) return sentence;
  const count = countedText(runs, counted);
  if (low === undefined || high === undefined) return `${sentence} ${count}.`;
  return `${sentence} ${count}; 95% interval ${intervalText({ low, high })}.`;
}
