// Is the gradient that a program follows the gradient of its loss?
// Paste this into your own program.

export interface Compared {
  row: number;
  column: number;
  followed: number;
  measured: number;
  error: number;
  verdict: 'right' | 'wrong' | 'kink';
}

/**
 * Holds a gradient against differences of the loss, one parameter
 * at a time.
 *
 * `rows` are the numbers that the program trains, the very arrays
 * it computes with: each number is moved a little and put back.
 * `gradient` has the same shape. `loss` runs forward only, on the
 * same samples as the gradient.
 */
export function checkGradient(
  rows: number[][],
  gradient: number[][],
  loss: () => number,
  h = 1e-5,
): Compared[] {
  const here = loss();
  const measuredAt = (row: number[], column: number) => {
    const value = row[column];
    row[column] = value + h;
    const right = (loss() - here) / h;
    row[column] = value - h;
    const left = (here - loss()) / h;
    row[column] = value;
    return { left, right, measured: (left + right) / 2 };
  };
  const found = rows.flatMap((row, r) =>
    row.map((_, c) => ({
      row: r,
      column: c,
      followed: gradient[r][c],
      ...measuredAt(row, c),
    })),
  );
  // A number that hardly matters isn't judged by rounding errors.
  const largest = Math.max(
    ...found.map(({ measured }) => Math.abs(measured)),
  );
  return found.map(({ left, right, ...one }): Compared => {
    const size = Math.max(
      Math.abs(one.followed),
      Math.abs(one.measured),
      largest / 1000,
    );
    const error =
      size === 0 ? 0 : Math.abs(one.followed - one.measured) / size;
    // At a kink the two sides have different slopes, and a program
    // may follow either.
    const low = Math.min(left, right);
    const high = Math.max(left, right);
    const slack = 1e-3 * size;
    const isBetween =
      low - slack < one.followed && one.followed < high + slack;
    const isKink = high - low > 10 * slack && isBetween;
    return {
      ...one,
      error,
      verdict: error < 1e-6 ? 'right' : isKink ? 'kink' : 'wrong',
    };
  });
}

/**
 * The gradient that one plain update follows, read off what it does
 * to the parameters, which are then put back. Plain means without
 * momentum, weight decay and clipping; a very small learning rate
 * costs digits.
 */
export function gradientOfUpdate(
  rows: number[][],
  update: () => void,
  learningRate: number,
): number[][] {
  const before = rows.map((row) => [...row]);
  update();
  const gradient = rows.map((row, r) =>
    row.map((after, c) => (before[r][c] - after) / learningRate),
  );
  rows.forEach((row, r) => row.splice(0, row.length, ...before[r]));
  return gradient;
}
