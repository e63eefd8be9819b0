/** What a network says and how wrong it is, without training it. */
import { forward } from './propagation.ts';
import type { Run } from './run.ts';

/** The outputs for one input [I]. [O] */
export function predict(run: Run, input: readonly number[]): number[] {
  const width = run.network.layers[0]!.inputs;
  if (input.length !== width || !input.every((x) => typeof x === 'number')) {
    throw new RangeError(`predict: input is a list of ${input.length}; expected ${width} numbers`);
  }
  forward(run.network, Float64Array.from(input));
  return [...run.network.output];
}

/** The outputs for every sample. [N, O] */
export function outputsOf(run: Run): number[][] {
  return run.samples.inputs.map((x) => {
    forward(run.network, x);
    return [...run.network.output];
  });
}

/** The loss summed over the samples, or their mean where the batch is a mean. Without weight decay. */
export function lossOfRun(run: Run): number {
  const { network, samples, spec } = run;
  const { z } = network.layers.at(-1)!;
  let sum = 0;
  for (let k = 0; k < samples.count; k++) {
    forward(network, samples.inputs[k]!);
    sum += network.loss.value(network.output, samples.targets[k]!, z);
  }
  return spec.batch === 'mean' ? sum / samples.count : sum;
}

/** Mean over samples and outputs of (p - y)^2, whatever the loss: the same scale for all runs. */
export function meanSquaredError(run: Run): number {
  const { network, samples } = run;
  let sum = 0;
  for (let k = 0; k < samples.count; k++) {
    forward(network, samples.inputs[k]!);
    const y = samples.targets[k]!;
    for (let o = 0; o < y.length; o++) sum += (network.output[o]! - y[o]!) * (network.output[o]! - y[o]!);
  }
  return sum / (samples.count * network.output.length);
}
