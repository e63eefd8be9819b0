/** The gradient of a run's whole data set, as its own backward pass gives it: faults included. */
import { accumulateGradient, backward, forward } from './propagation.ts';
import type { Run } from './run.ts';

/**
 * Sets the network's gradient to that of all samples, summed, or averaged where the batch is a mean, and
 * returns a copy. Without weight decay. Leaves the parameters alone.
 */
export function followedGradient({ network, samples, spec }: Run): Float64Array {
  const { gradient } = network;
  gradient.fill(0);
  for (let k = 0; k < samples.count; k++) {
    forward(network, samples.inputs[k]!);
    backward(network, samples.targets[k]!);
    accumulateGradient(network, samples.inputs[k]!);
  }
  if (spec.batch === 'mean') {
    for (let j = 0; j < gradient.length; j++) gradient[j] = gradient[j]! / samples.count;
  }
  return gradient.slice();
}
