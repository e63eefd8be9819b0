/** Numbers in whatever a reader pastes: a line of a log, a Python list, a printed array, a column of a table. */

/** A number with or without a power of ten, not a part of a word such as float32 or of another number. */
const numberPattern = /(?<![\w.])[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?(?![\w])/gi;

const plain = (text: string): string => text.replaceAll(/[−–]/g, '-');

export interface WrittenNumber {
  value: number;
  /** Half a unit of its last digit: every number this near is written like it. */
  halfUnit: number;
}

export type PastedNumber = WrittenNumber | { problem: 'none' | 'several' | 'not-finite' };

/**
 * The number that a text speaks of: the only one, or the same one several times, or the last that stands behind the word loss,
 * cost, error or accuracy.
 */
export function pastedNumber(text: string): PastedNumber {
  const cleaned = plain(text).replace(/^\s*(-?\d+),(\d+)\s*$/, '$1.$2');
  if (/^\W*(nan|-?inf(inity)?)\W*$/i.test(cleaned)) return { problem: 'not-finite' };
  const named = [
    ...cleaned.matchAll(
      new RegExp(`(?:loss|cost|error|mse|accuracy|acc)\\W{0,4}?(${numberPattern.source})`, 'gi'),
    ),
  ].at(-1)?.[1];
  const written = cleaned.match(numberPattern) ?? [];
  const [first] = written;
  if (named !== undefined) return writtenNumber(named);
  if (first === undefined) return { problem: 'none' };
  if (written.some((other) => Number(other) !== Number(first))) return { problem: 'several' };
  return writtenNumber(first);
}

function writtenNumber(text: string): PastedNumber {
  if (!Number.isFinite(Number(text))) return { problem: 'not-finite' };
  const [mantissa, exponent = '0'] = text.toLowerCase().split('e') as [string, string?];
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  return { value: Number(text), halfUnit: 0.5 * 10 ** (Number(exponent) - decimals) };
}

/** So many numbers are read at most. */
export const mostTargets = 100_000;

/** The squares of larger ones, or their sum, may be beyond the largest double. */
const largestTarget = 1e100;

export type PastedTargets = { rows: number[][] } | { problem: 'none' | 'too-many' | 'too-large' | 'ragged' };

/**
 * Targets, a row for each sample. Brackets around each sample's numbers, or lines of several numbers each, make them targets of
 * several outputs; everything else is one number for each sample.
 */
export function pastedTargets(text: string): PastedTargets {
  const cleaned = plain(text);
  const all = numbersIn(cleaned);
  if (all.length === 0) return { problem: 'none' };
  if (all.length > mostTargets) return { problem: 'too-many' };
  if (all.some((target) => Math.abs(target) > largestTarget)) return { problem: 'too-large' };
  const groups = [...cleaned.matchAll(/[[({]([^[\](){}]*)[\])}]/g)]
    .map(([, inside]) => numbersIn(inside!))
    .filter((numbers) => numbers.length > 0);
  const lines = cleaned
    .split('\n')
    .map(numbersIn)
    .filter((numbers) => numbers.length > 0);
  const rows = groups.length > 1 ? groups : groups.length === 0 && lines.length > 1 ? lines : [all];
  if (rows.length === 1) return { rows: all.map((target) => [target]) };
  const size = rows[0]!.length;
  if (rows.some((row) => row.length !== size)) {
    // Lines of a long list that an array's printer has wrapped.
    return groups.length > 1 ? { problem: 'ragged' } : { rows: all.map((target) => [target]) };
  }
  return { rows };
}

const numbersIn = (text: string): number[] => (text.match(numberPattern) ?? []).map(Number);
