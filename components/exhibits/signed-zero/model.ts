import { typedNumber } from '../../ui/typed-number.ts';

/**
 * What two ways of writing ReLU make of one pre-activation, in IEEE 754 arithmetic:
 *
 *     z * mask    with mask = z > 0 ? 1 : 0: a negative number times 0 is -0, infinity times 0 is not a number
 *     max(0, z)   is +0 for every negative z; NaN for NaN in JavaScript and NumPy, and 0 in Python and Lua, whose max keeps
 *                 the first number unless the next is larger
 *
 * So with the mask, -0 says that z was negative: nothing was passed on, and no gradient comes back.
 */
export interface SignedZeroModel {
  readonly z: number;
  readonly mask: 0 | 1;
  /** z * mask */
  readonly masked: number;
  /** max(0, z), in JavaScript and NumPy. */
  readonly clamped: number;
  /** max(0, z), in Python and Lua. */
  readonly clampedInPython: number;
  /** What the masked result tells about z. */
  readonly verdict: Verdict;
}

export type Verdict =
  | { kind: 'alive' } // z > 0: passed on as it is
  | { kind: 'negative-zero' } // z < 0, or z is itself -0
  | { kind: 'positive-zero' } // z is 0 exactly
  | { kind: 'not-a-number'; from: 'infinity' | 'nan' };

export function createSignedZero(z: number): SignedZeroModel {
  const mask = z > 0 ? 1 : 0;
  const masked = z * mask;
  return {
    z,
    mask,
    masked,
    clamped: Math.max(0, z),
    clampedInPython: z > 0 ? z : 0,
    verdict: verdictOf(z, masked),
  };
}

function verdictOf(z: number, masked: number): Verdict {
  if (Number.isNaN(masked)) return { kind: 'not-a-number', from: Number.isNaN(z) ? 'nan' : 'infinity' };
  if (masked > 0) return { kind: 'alive' };
  return Object.is(masked, -0) ? { kind: 'negative-zero' } : { kind: 'positive-zero' };
}

/** One way of looking at a number, and what it shows. */
export interface Sight {
  how: string;
  shows: string;
  /** Whether this way tells -0 from 0. */
  tellsSign: boolean;
}

/**
 * The ways in which a program shows a value; only some of them show the sign of a zero.
 *
 * @param inPython The value in Python and Lua. Defaults to `value`.
 */
export function sightsOf(value: number, inPython = value): Sight[] {
  return [
    { how: 'String(a) in JavaScript', shows: String(value), tellsSign: false },
    { how: 'a === 0', shows: String(value === 0), tellsSign: false },
    { how: 'Object.is(a, -0)', shows: String(Object.is(value, -0)), tellsSign: true },
    { how: '1 / a in JavaScript', shows: String(1 / value), tellsSign: true },
    { how: 'print(numpy.array([a]))', shows: `[${numpyText(value)}]`, tellsSign: true },
    { how: 'print(a) in Python and Lua 5.4', shows: pointText(inPython), tellsSign: true },
  ];
}

/**
 * Reads a number that somebody typed: decimals with a sign (also the typographic minus), "inf", "infinity", "nan".
 * Nothing where the text is none of these.
 */
export function readNumber(text: string): number | undefined {
  const number = typedNumber(text);
  if (number !== undefined) return number;
  const word = /^([+−-]?)(inf|infinity|∞|nan)$/i.exec(text.trim());
  if (!word) return undefined;
  if (word[2]!.toLowerCase() === 'nan') return NaN;
  return word[1] === '-' || word[1] === '−' ? -Infinity : Infinity;
}

/** A number as JavaScript's console shows it: -0 as -0. */
export function zeroText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** As many signs as "-Infinity" has: the columns of the table are as wide. */
const mostSigns = 9;

/** A number's text with the digits that are too many left out, its power of ten and its brackets kept: "1.234…e+59". */
export function shortened(text: string): string {
  if (text.length <= mostSigns) return text;
  const end = /(e[+-]?\d+)?\]?$/.exec(text)![0];
  return `${text.slice(0, mostSigns - 1 - end.length)}…${end}`;
}

/** One element of a NumPy array, as far as these values go. */
function numpyText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  return Number.isInteger(value) && Math.abs(value) < 1e16 ? `${zeroText(value)}.` : String(value);
}

function pointText(value: number): string {
  return numpyText(value).replace(/\.$/, '.0');
}
