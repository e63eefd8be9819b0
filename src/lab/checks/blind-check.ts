/**
 * The gradient check for a network whose forward pass is not understood, softmax for one: the followed gradient is held against
 * differences of a few losses. Agreement with one of them shows that it is right; disagreement with all shows nothing.
 */
import type { CheckedLayer, GradientCheck } from './gradients.ts';
import { sampleOf } from './match.ts';
import type { Observation } from './observations.ts';
import type { Specimen } from './specimen.ts';
import { crossEntropy, halfSquaredError, trueGradient } from './true-gradient.ts';
import type { LossSlope } from './true-gradient.ts';

/** Of the categorical cross-entropy, the sum of -t ln y. */
const categoricalCrossEntropy: LossSlope = (y, t) => (t === 0 ? 0 : -t / y);

const agrees = 1e-4;

export function blindCheck(
  specimen: Specimen,
  observations: Observation[],
): GradientCheck | { unchecked: string } {
  const all = specimen.data.inputs.map((_, sample) => sample);
  const ways = [halfSquaredError, crossEntropy, categoricalCrossEntropy].flatMap((lossSlope) =>
    (['sample', 'batch'] as const).map((descends) => ({ lossSlope, descends })),
  );
  for (const { lossSlope, descends } of ways) {
    const truths = observations.map((observation) => {
      const samples = descends === 'batch' ? all : [sampleOf(specimen, observation)];
      return trueGradient(specimen, observation.values, samples, lossSlope);
    });
    const followed = observations.flatMap((observation) => observation.followed);
    const known = truths.flatMap(({ values }) => values);
    const product = known.reduce((sum, value, index) => sum + value * followed[index]!, 0);
    const factor = product / (known.reduce((sum, value) => sum + value ** 2, 0) || 1);
    const scale = Math.max(...followed.map(Math.abs));
    const errors = known.map((value, index) => Math.abs(factor * value - followed[index]!) / scale);
    if (!(factor > 0) || !errors.every((error) => error < agrees)) continue;
    const count = specimen.parameters.length;
    const layers = specimen.widths.slice(1).map((_, layer): CheckedLayer => {
      const own = known.flatMap((_, index) =>
        specimen.parameters[index % count]!.layer === layer ? [index] : [],
      );
      const norm = (values: number[]): number =>
        Math.sqrt(own.reduce((sum, index) => sum + values[index]! ** 2, 0));
      const error = Math.max(...own.map((index) => errors[index]!));
      return {
        layer,
        relativeError: error,
        presentError: error,
        followedNorm: norm(followed),
        trueNorm: factor * norm(known),
      };
    });
    return { specimen, layers, forward: undefined, match: undefined, loss: 'squared', present: [] };
  }
  return {
    unchecked:
      'How this network computes its outputs, or which loss it descends, is not among what the check knows. Hold its gradient against differences of your own loss: (L(w + h) − L(w − h)) / 2h for each weight w.',
  };
}
