/**
 * Three scores and what is made of them: probabilities by a softmax, a loss, and what comes back to each score.
 *
 *     once     p = softmax(s)            loss -ln p_t             back p - y
 *     twice    p = softmax(softmax(s))   loss -ln p_t             back through both, q (g - g . q) with q = softmax(s), g = p - y
 *     apart    p = sigmoid(s), each      loss -sum of the logs    back p - y
 */
export const scoreKinds = ['once', 'twice', 'apart'] as const;
export type ScoreKind = (typeof scoreKinds)[number];

export interface ClassScoresOptions {
  /** One a class; three of them. */
  scores: readonly number[];
  /** The class that is right, counted from 0. */
  target: number;
  kind: ScoreKind;
}

export interface ClassScoresModel {
  /** One a class. With a softmax they add up to 1. */
  probabilities: number[];
  total: number;
  loss: number;
  /** dLoss/dScore. */
  back: number[];
  /** The class with the largest score; the first of several. */
  answer: number;
  /** The least that the loss can be, whatever the scores. */
  leastLoss: number;
  /** The loss where all scores are equal. */
  chanceLoss: number;
}

export const classCount = 3;

/** @throws if there are not three finite scores. */
export function createClassScores({ scores, target, kind }: ClassScoresOptions): ClassScoresModel {
  if (scores.length !== classCount || !scores.every(Number.isFinite)) {
    throw new Error(`createClassScores: scores are [${scores.join(', ')}]; expected three finite numbers`);
  }
  const wanted = scores.map((_, c) => (c === target ? 1 : 0));
  const answer = scores.indexOf(Math.max(...scores));
  if (kind === 'apart') {
    const probabilities = scores.map((score) => 1 / (1 + Math.exp(-score)));
    // softplus(s) - y s, which is right also where a sigmoid is rounded to 0 or 1
    const losses = scores.map(
      (score, c) => Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - wanted[c]! * score,
    );
    return {
      probabilities,
      total: sum(probabilities),
      loss: sum(losses),
      back: probabilities.map((p, c) => p - wanted[c]!),
      answer,
      leastLoss: 0,
      chanceLoss: classCount * Math.LN2,
    };
  }
  const first = softmax(scores);
  const given = kind === 'once' ? scores : first;
  const probabilities = softmax(given);
  const slopes = probabilities.map((p, c) => p - wanted[c]!);
  const mean = sum(slopes.map((slope, c) => slope * first[c]!));
  return {
    probabilities,
    total: sum(probabilities),
    loss: logOfSum(given) - given[target]!,
    back: kind === 'once' ? slopes : first.map((q, c) => q * (slopes[c]! - mean)),
    answer,
    // Of a softmax of numbers from 0 to 1 the largest is e / (e + 2): 1 for the right class and 0 for the others.
    leastLoss: kind === 'once' ? 0 : Math.log(Math.E + classCount - 1) - 1,
    chanceLoss: Math.log(classCount),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** ln sum exp(s), without overflow. */
function logOfSum(scores: readonly number[]): number {
  const largest = Math.max(...scores);
  return largest + Math.log(sum(scores.map((score) => Math.exp(score - largest))));
}

function softmax(scores: readonly number[]): number[] {
  const whole = logOfSum(scores);
  return scores.map((score) => Math.exp(score - whole));
}
