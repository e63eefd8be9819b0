/**
 * How strongly the output of a ReLU network reacts to one step: theta = |grad z|^2, the squared length of the
 * gradient of the output's pre-activation z with respect to all parameters.
 *
 * To first order a step on a sample with target 0 and loss (z - 0)^2 moves z to z (1 - 2 eta theta).
 */
import { createRun, type Spec } from '../../../src/engine/index.ts';

export interface Reaction {
  /** The output's pre-activation. */
  z: number;
  /** |grad z|^2 */
  theta: number;
}

/**
 * The reaction of a network to one input, by one pass forward and one back.
 *
 * @param parameters Layer by layer: weights [O, I] row-major, then biases [O].
 * @param widths Inputs first; ReLU in every hidden layer.
 */
export function reactionTo(input: number[], parameters: Float64Array, widths: number[]): Reaction {
  const activations: number[][] = [input];
  const starts: number[] = [];
  let start = 0;
  for (let layer = 1; layer < widths.length; layer++) {
    const [inputs, units] = [widths[layer - 1]!, widths[layer]!];
    const before = activations[layer - 1]!;
    const biases = start + units * inputs;
    const sums = Array.from({ length: units }, (_, unit) => {
      let sum = parameters[biases + unit]!;
      for (let i = 0; i < inputs; i++) sum += parameters[start + unit * inputs + i]! * before[i]!;
      return sum;
    });
    const isOutput = layer === widths.length - 1;
    activations.push(isOutput ? sums : sums.map((sum) => Math.max(0, sum)));
    starts.push(start);
    start = biases + units;
  }

  let theta = 0;
  let slopes = [1]; // dz/dz of the output. [O]
  for (let layer = widths.length - 1; layer >= 1; layer--) {
    const before = activations[layer - 1]!;
    const squaredInput = before.reduce((sum, a) => sum + a * a, 1); // 1 for the bias
    theta += slopes.reduce((sum, slope) => sum + slope * slope, 0) * squaredInput;
    slopes = before.map((a, i) => {
      if (a <= 0) return 0;
      let sum = 0;
      for (const [unit, slope] of slopes.entries()) {
        sum += slope * parameters[starts[layer - 1]! + unit * before.length + i]!;
      }
      return sum;
    });
  }
  return { z: activations.at(-1)![0]!, theta };
}

/** The units of each layer of a spec whose data are written down, inputs first. */
export const widthsOf = ({ data, layers }: Spec): number[] => [
  'inputs' in data ? data.inputs[0]!.length : 1,
  ...layers.map(({ units }) => units),
];

/** The reactions of the networks of seeds 1, 2, … to each sample, at birth: by sample, in the order of the data. */
export function reactionsAtBirth(spec: Spec, seedCount: number): { name: string; reactions: Reaction[] }[] {
  const widths = widthsOf(spec);
  const runs = Array.from({ length: seedCount }, (_, i) => createRun(spec, i + 1));
  return runs[0]!.samples.inputs.map((input) => ({
    name: Array.from(input).join(''),
    reactions: runs.map(({ network }) => reactionTo([...input], network.parameters, widths)),
  }));
}
