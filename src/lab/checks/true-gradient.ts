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

/** Of a loss summed over outputs and the samples given. */
export function trueGradient(
  specimen: Specimen,
  values: number[],
  samples: number[],
  lossSlope: LossSlope,
): TrueGradient {
  const { data, parameters } = specimen;
  const sums = parameters.map(() => 0);
  const noise = parameters.map(() => 0);
  const isAtKink = parameters.map(() => false);
  for (const sample of samples) {
    const input = data.inputs[sample]!;
    const middle = specimen.predict(values, input);
    const errors = middle.map((output, index) => lossSlope(output, data.targets[sample]![index]!));
    specimen.beat();
    for (let index = 0; index < parameters.length; index++) {
      const step = 1e-5 * Math.max(Math.abs(values[index]!), 0.1);
      const [above, below] = specimen.predictAround(values, index, step, input);
      errors.forEach((error, output) => {
        const right = (above[output]! - middle[output]!) / step;
        const left = (middle[output]! - below[output]!) / step;
        const size = Math.max(1, Math.abs(middle[output]!), Math.abs(data.targets[sample]![output]!));
        sums[index]! += (error * (right + left)) / 2;
        const digits = 4 * Number.EPSILON * Math.max(1, Math.abs(middle[output]!));
        // What the error loses near a solution, and what a difference of two outputs loses.
        noise[index]! += 64 * Number.EPSILON * size * Math.max(Math.abs(right), Math.abs(left));
        noise[index]! += (digits / step) * Math.abs(error);
        const isBent =
          Math.abs(right - left) > 1e-3 * Math.max(Math.abs(right), Math.abs(left)) + digits / step;
        if (isBent) isAtKink[index] = true;
      });
    }
  }
  return { values: sums, noise, isAtKink };
}
