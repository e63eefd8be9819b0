import { typedNumbers } from '../../ui/typed-number.ts';

/** Largest number of classes that is taken. */
const mostClasses = 1000;

/**
 * Counts as they are typed: "50, 30, 20", or "1000 x 10" for ten classes of a thousand. Undefined where that is not at least two
 * positive whole numbers.
 */
export function typedCounts(text: string): number[] | undefined {
  const repeated = /^\s*(\d+)\s*[x×*]\s*(\d+)\s*$/i.exec(text);
  const counts = repeated
    ? Number(repeated[2]) <= mostClasses
      ? new Array<number>(Number(repeated[2])).fill(Number(repeated[1]))
      : undefined
    : typedNumbers(text, mostClasses);
  return counts && counts.length >= 2 && counts.every((count) => Number.isSafeInteger(count) && count > 0)
    ? counts
    : undefined;
}
