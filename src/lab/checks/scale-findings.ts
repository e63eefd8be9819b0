/** What can be told from the size of the data: inputs that allow tiny steps only, and how weight decay compares with them. */
import type { Finding } from '../protocol.ts';
import type { GradientCheck } from './gradients.ts';
import { number } from './words.ts';

/** Squared inputs, added up as the update adds them, beyond which a learning rate of a thousandth is too much. */
const largeAbove = 1000;
/** Below this share of the gradient of the loss, weight decay is not felt. */
const feltAbove = 1e-3;

export function scaleFindings(check: GradientCheck): Finding[] {
  return [...largeInputs(check), ...weightDecay(check)];
}

function largeInputs({ match, specimen }: GradientCheck): Finding[] {
  const factor = Math.abs(match?.layers.at(-1)?.factor ?? 0);
  if (!match || factor === 0) return [];
  const squares = specimen.data.inputs.map((input) => input.reduce((sum, x) => sum + x * x, 0));
  const isBatch = match.descends === 'batch';
  const size = factor * (isBatch ? squares.reduce((sum, square) => sum + square, 0) : Math.max(...squares));
  if (!(size > largeAbove)) return [];
  return [
    {
      kind: 'large-inputs',
      severity: 'problem',
      title: `The inputs are so large that only tiny steps are stable: their squares ${isBatch ? 'add up' : 'come'} to ${number(size, 2)}.`,
      detail: `The curvature of the loss grows with that number, and the largest stable learning rate is of the order of 1 divided by it, ${number(1 / size, 2)}. Scale the inputs to around 1${isBatch ? ', and take the mean over the samples, not the sum' : ''}.`,
    },
  ];
}

function weightDecay({ match, present, specimen }: GradientCheck): Finding[] {
  const decay = match?.layers.find((layer) => layer && layer.decay !== 0)?.decay;
  const observation = present[0];
  if (decay === undefined || !observation) return [];
  let [pull, followed] = [0, 0];
  specimen.parameters.forEach(({ layer, input }, index) => {
    if (input === specimen.widths[layer]) return;
    const decayed = decay * observation.values[index]!;
    pull += decayed ** 2;
    followed += (observation.followed[index]! - decayed) ** 2;
  });
  const share = Math.sqrt(pull / followed);
  return [
    {
      kind: 'weight-decay',
      severity: share > feltAbove ? 'problem' : 'note',
      title: `Every update also shrinks the weights: weight decay ${number(decay, 2)}.`,
      detail:
        share > feltAbove
          ? `It pulls them towards zero, ${number(share, 2)} times as hard as the loss moves them, so they come to rest where the two are equal, and not where the loss is least.`
          : `The gradient of the loss is ${number(1 / share, 2)} times as strong here, so nobody sees it. On data of another size it will be felt.`,
    },
  ];
}
