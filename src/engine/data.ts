/** The data set of a run as flat rows, given or drawn. */
import { drawUniform, type Random } from './mulberry32.ts';
import type { DataSet, Spec } from './spec.ts';

export interface Samples {
  /** N */
  readonly count: number;
  /** N rows of [I] */
  readonly inputs: readonly Float64Array[];
  /** N rows of [O] */
  readonly targets: readonly Float64Array[];
}

/** The data set of a spec; drawn data takes its draws from `random`, one a sample. */
export function dataOf({ data }: Spec, random: Random): DataSet {
  if (!('kind' in data)) return data;
  const { samples, below, divisor = 1 } = data;
  const drawn: DataSet = { inputs: [], targets: [] };
  for (let k = 0; k < samples; k++) {
    const x = Math.floor(below * drawUniform(random));
    drawn.inputs.push([x / divisor]);
    drawn.targets.push([(x + 1) / divisor]);
  }
  return drawn;
}

/** The same data set in rows of doubles. */
export function toSamples({ inputs, targets }: DataSet): Samples {
  return {
    count: inputs.length,
    inputs: inputs.map((row) => Float64Array.from(row)),
    targets: targets.map((row) => Float64Array.from(row)),
  };
}
