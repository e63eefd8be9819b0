/**
 * What a classifier prints that has learned nothing but how frequent each class is: the numbers at which its loss and its accuracy stand.
 */
export interface ChanceLevels {
  /** How many samples each class has, in the order given. [k] */
  counts: readonly number[];
  /** Their shares. [k] */
  shares: number[];
  /** The loss, -ln of the right class's probability on average, where every class is given 1/k: ln k. */
  evenLoss: number;
  /** The least loss that one answer for all samples can have: the entropy of the shares. It is the shares themselves. */
  constantLoss: number;
  /** The mean over the outputs of the squared error of that answer: (1 - sum of the squared shares) / k. */
  constantSquaredError: number;
  /** The share of the samples that are right where the largest class is always the answer. */
  constantAccuracy: number;
  /** What probabilities that are put through a softmax once more cannot fall below: ln(e + k - 1) - 1. */
  twiceLoss: number;
}

/** @throws if there are fewer than two classes, or a count is not a positive whole number. */
export function chanceLevelsOf(counts: readonly number[]): ChanceLevels {
  if (counts.length < 2 || !counts.every((count) => Number.isInteger(count) && count > 0)) {
    throw new Error(
      `chanceLevelsOf: counts are [${counts.join(', ')}]; expected at least two positive whole numbers`,
    );
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = counts.map((count) => count / total);
  return {
    counts,
    shares,
    evenLoss: Math.log(counts.length),
    constantLoss: -shares.reduce((sum, share) => sum + share * Math.log(share), 0),
    constantSquaredError: (1 - shares.reduce((sum, share) => sum + share ** 2, 0)) / counts.length,
    constantAccuracy: Math.max(...shares),
    twiceLoss: Math.log(Math.E + counts.length - 1) - 1,
  };
}
