/** What a typed number says about the way it was come to. */
import { typedNumber } from '../../ui/typed-number.ts';
import type { Mistaken } from './product.ts';

/** A number to be filled in. */
export interface Blank {
  symbol: string;
  value: number;
  slips: Mistaken[];
  /** The blank that this one goes on from, where there is one. */
  from?: { line: string; symbol: string; value: number };
}

export type Judgement =
  | { kind: 'right'; why: string }
  /** Right as far as it goes, with too few digits; or right from a wrong number before it. */
  | { kind: 'nearly'; why: string }
  | { kind: 'wrong'; why: string }
  | { kind: 'unreadable'; why: string };

/** The numbers on the page have three digits, and a product of three of them is off by less than this share. */
const tolerance = 0.012;

const isLike = (typed: number, value: number) => Math.abs(typed - value) <= tolerance * Math.abs(value);

/** @param earlier What the reader has typed for the number that this one goes on from, if it was a blank too. */
export function judge(blank: Blank, text: string, earlier?: string): Judgement {
  const typed = typedNumber(text);
  if (typed === undefined) return { kind: 'unreadable', why: 'Type a number, such as −0.0412.' };
  if (isLike(typed, blank.value)) return { kind: 'right', why: 'Right.' };
  const digits = digitsOf(text);
  if (digits < 3 && typed !== 0 && Number(blank.value.toPrecision(digits)) === typed) {
    return {
      kind: 'nearly',
      why: 'Right as far as it goes. Give three digits, so that it can be told from its neighbours.',
    };
  }
  const before = earlier === undefined ? undefined : typedNumber(earlier);
  if (blank.from && before !== undefined && !isLike(before, blank.from.value)) {
    const carried = (blank.value * before) / blank.from.value;
    if (isLike(typed, carried)) {
      return {
        kind: 'nearly',
        why: `This is right for your ${blank.from.symbol}. Mend ${blank.from.symbol} first, then this.`,
      };
    }
  }
  const slips = blank.slips.filter(({ value }) => isLike(typed, value)).map(({ why }) => why);
  if (slips.length > 0) return { kind: 'wrong', why: [...new Set(slips)].join(' Or else: ') };
  return {
    kind: 'wrong',
    why: 'Not this, and not one of the usual slips. Look at the same step in the first sample.',
  };
}

/** How many digits a number was given with, leading zeros not counted. */
function digitsOf(text: string): number {
  return text.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '').length;
}
