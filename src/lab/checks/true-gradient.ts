/**
 * The gradient by central differences of what the program predicts, (y(p + h) - y(p - h)) / 2h, with no other knowledge of it.
 * Where the differences to the two sides disagree a kink lies between, and the derivative there is nobody's fault.
 */
import type { Specimen } from './specimen.ts';

export interface TrueGradient {
  /** [P] */
  values: number[];
  /** [P]: how much of a value is rounding: near a solution an error of one in the last place of an output is all there is. */
  noise: number[];
  /** [P]: whether the parameter's derivative is undefined here. */
  isAtKink: boolean[];
}

/** The derivative of a loss with respect to one output y with target t. */
export type LossSlope = (y: number, t: number) => number;

/** Of half the squared error, (y - t)^2 / 2. */
export const halfSquaredError: LossSlope = (y, t) => y - t;
/** Of the binary cross-entropy, -t ln y - (1 - t) ln(1 - y). */
export const crossEntropy: LossSlope = (y, t) => (y - t) / (y * (1 - y));
/** Of the categorical cross-entropy, the sum of -t ln y. */
export const categoricalCrossEntropy: LossSlope = (y, t) => (t === 0 ? 0 : -t / y);

/** What one sample's outputs do when each parameter is moved up and down. */
interface OutputDifferences {
  /** [O] */
  middle: number[];
  /** [P] */
  steps: number[];
  /** [P][O]: slopes to the two sides. */
  right: number[][];
  left: number[][];
}

/** Differences that were taken, by the parameters they were taken at and the sample: for many losses they are the same. */
export type Taken = WeakMap<number[], Map<number, OutputDifferences>>;

function differencesOf(
  specimen: Specimen,
  values: number[],
  sample: number,
  taken: Taken | undefined,
): OutputDifferences {
  const own = taken?.get(values) ?? new Map<number, OutputDifferences>();
  taken?.set(values, own);
  const known = own.get(sample);
  if (known) return known;
  specimen.beat();
  const input = specimen.data.inputs[sample]!;
  const middle = specimen.predict(values, input);
  const steps = values.map((value) => 1e-5 * Math.max(Math.abs(value), 0.1));
  const differences: OutputDifferences = { middle, steps, right: [], left: [] };
  for (let index = 0; index < values.length; index++) {
    const step = steps[index]!;
    const [above, below] = specimen.predictAround(values, index, step, input);
    differences.right.push(middle.map((y, o) => (above[o]! - y) / step));
    differences.left.push(middle.map((y, o) => (y - below[o]!) / step));
  }
  if (taken) own.set(sample, differences);
  return differences;
}

/** Of a loss summed over outputs and the samples given. @param taken Keeps the differences for another loss. */
export function trueGradient(
  specimen: Specimen,
  values: number[],
  samples: number[],
  lossSlope: LossSlope,
  taken?: Taken,
): TrueGradient {
  const { data, parameters } = specimen;
  const sums = parameters.map(() => 0);
  const noise = parameters.map(() => 0);
  const isAtKink = parameters.map(() => false);
  for (const sample of samples) {
    const targets = data.targets[sample]!;
    const { middle, steps, right, left } = differencesOf(specimen, values, sample, taken);
    const errors = middle.map((output, index) => lossSlope(output, targets[index]!));
    for (let index = 0; index < parameters.length; index++) {
      const step = steps[index]!;
      errors.forEach((error, output) => {
        const up = right[index]![output]!;
        const down = left[index]![output]!;
        const steepest = Math.max(Math.abs(up), Math.abs(down));
        const size = Math.max(1, Math.abs(middle[output]!), Math.abs(targets[output]!));
        const digits = (4 * Number.EPSILON * Math.max(1, Math.abs(middle[output]!))) / step;
        sums[index]! += (error * (up + down)) / 2;
        // What the error loses near a solution, and what a difference of two outputs loses.
        noise[index]! += 64 * Number.EPSILON * size * steepest + digits * Math.abs(error);
        if (Math.abs(up - down) > 1e-3 * steepest + digits) isAtKink[index] = true;
      });
    }
  }
  return { values: sums, noise, isAtKink };
}
