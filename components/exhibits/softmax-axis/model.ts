/**
 * A softmax over one axis or another of a batch. Scores are [N, K], a row a sample and a column a class.
 *
 *     classes   p[n, k] = e^s[n, k] / sum over k     each row adds up to 1
 *     samples   p[n, k] = e^s[n, k] / sum over n     each column adds up to 1
 *     all       p[n, k] = e^s[n, k] / sum over both  everything together adds up to 1
 */
export const softmaxAxes = ['classes', 'samples', 'all'] as const;
export type SoftmaxAxis = (typeof softmaxAxes)[number];

export interface SoftmaxAxisModel {
  /** [N, K] */
  probabilities: number[][];
  /** [N] */
  rowSums: number[];
  /** [K] */
  columnSums: number[];
  /** How much the probabilities of the first sample change when another sample is replaced: the largest change of any. */
  dependence: number;
}

export interface SoftmaxAxisOptions {
  /** [N, K] */
  scores: readonly (readonly number[])[];
  axis: SoftmaxAxis;
}

/** By how much the last sample's scores are moved to see whether the first one notices. */
const push = 1;

/** @throws if there are fewer than two samples. */
export function createSoftmaxAxis({ scores, axis }: SoftmaxAxisOptions): SoftmaxAxisModel {
  if (scores.length < 2)
    throw new Error(`createSoftmaxAxis: ${scores.length} samples; expected at least two`);
  const probabilities = softmax(scores, axis);
  const others = softmax(
    scores.map((row, n) => (n === scores.length - 1 ? row.map((score) => score + push) : row)),
    axis,
  );
  return {
    probabilities,
    rowSums: probabilities.map(sum),
    columnSums: probabilities[0]!.map((_, k) => sum(probabilities.map((row) => row[k]!))),
    dependence: Math.max(...probabilities[0]!.map((p, k) => Math.abs(p - others[0]![k]!))),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function softmax(scores: readonly (readonly number[])[], axis: SoftmaxAxis): number[][] {
  const largest = Math.max(...scores.flat());
  const powers = scores.map((row) => row.map((score) => Math.exp(score - largest)));
  const whole = sum(powers.flat());
  return powers.map((row) =>
    row.map((power, k) => {
      if (axis === 'all') return power / whole;
      return power / (axis === 'classes' ? sum(row) : sum(powers.map((other) => other[k]!)));
    }),
  );
}
