/** Which samples the first step silences, at a learning rate: those with theta above 1/(2 eta). */

/** The thetas of the living networks on one sample: those whose output is on. */
export interface SampleThetas {
  /** "11" */
  name: string;
  thetas: number[];
}

export interface SampleView {
  name: string;
  /** In ascending order. */
  thetas: number[];
  /** The middle one. */
  median: number;
  /** How many lie above the limit. */
  lost: number;
  /** That share of all the thetas of this sample. */
  lostShare: number;
}

export interface KillingStepModel {
  learningRate: number;
  /** 1 / (2 eta): a step on a sample with a larger theta carries its output through 0. */
  limit: number;
  samples: SampleView[];
  /** The sample that the largest share is lost on. */
  worst: SampleView;
}

/** @throws if the learning rate is not above 0. */
export function createKillingStep(samples: readonly SampleThetas[], learningRate: number): KillingStepModel {
  if (!(learningRate > 0)) {
    throw new RangeError(`createKillingStep: learningRate is ${learningRate}; expected a number above 0`);
  }
  const limit = 1 / (2 * learningRate);
  const views = samples.map(({ name, thetas }): SampleView => {
    const sorted = [...thetas].sort((a, b) => a - b);
    const lost = sorted.filter((theta) => theta > limit).length;
    return {
      name,
      thetas: sorted,
      median: medianOf(sorted),
      lost,
      lostShare: lost / Math.max(1, sorted.length),
    };
  });
  return {
    learningRate,
    limit,
    samples: views,
    worst: views.reduce((worse, view) => (view.lostShare > worse.lostShare ? view : worse)),
  };
}

function medianOf(sorted: number[]): number {
  const middle = sorted.length / 2;
  if (sorted.length === 0) return NaN;
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}
