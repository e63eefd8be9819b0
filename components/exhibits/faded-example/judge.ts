/** What a typed number says about the way it was come to. */
import { typedNumber } from '../../ui/typed-number.ts';
import type { Mistaken, Slip } from './product.ts';

/** A number to be filled in. */
export interface Blank {
  symbol: string;
  value: number;
  slips: Mistaken[];
  /** The blank that this one goes on from, where there is one. */
  from?: { line: string; symbol: string; value: number };
}

export type Judgement =
  | { kind: 'right' }
  | { kind: 'nearly'; because: 'few-digits' }
  /** Right from a wrong number before it, whose symbol this is. */
  | { kind: 'nearly'; because: 'carried'; symbol: string }
  /** With the slips that lead to it; none where it is no usual one. */
  | { kind: 'wrong'; slips: Slip[] }
  | { kind: 'unreadable' };

/** The numbers on the page have three digits, and a product of three of them is off by less than this share. */
const tolerance = 0.012;

const isLike = (typed: number, value: number) => Math.abs(typed - value) <= tolerance * Math.abs(value);

/** @param earlier What the reader has typed for the number that this one goes on from, if it was a blank too. */
export function judge(blank: Blank, text: string, earlier?: string): Judgement {
  const typed = typedNumber(text);
  if (typed === undefined) return { kind: 'unreadable' };
  if (isLike(typed, blank.value)) return { kind: 'right' };
  const digits = digitsOf(text);
  if (digits < 3 && typed !== 0 && Number(blank.value.toPrecision(digits)) === typed) {
    return { kind: 'nearly', because: 'few-digits' };
  }
  const before = earlier === undefined ? undefined : typedNumber(earlier);
  if (blank.from && before !== undefined && !isLike(before, blank.from.value)) {
    const carried = (blank.value * before) / blank.from.value;
    if (isLike(typed, carried)) {
      return { kind: 'nearly', because: 'carried', symbol: blank.from.symbol };
    }
  }
  return {
    kind: 'wrong',
    slips: blank.slips.filter(({ value }) => isLike(typed, value)).map(({ slip }) => slip),
  };
}

/** How many digits a number was given with, leading zeros not counted. */
function digitsOf(text: string): number {
  return text.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '').length;
}
