/** What can be told from the size of the data: inputs that allow tiny steps only, and how weight decay compares with them. */
import type { Finding } from '../protocol.ts';
import { finding } from './finding.ts';
import type { GradientCheck } from './gradients.ts';
import { isOverwriting } from './match.ts';

/** Squared inputs, added up as the update adds them, beyond which a learning rate of a thousandth is too much. */
const largeAbove = 1000;
/** Below this share of the gradient of the loss, weight decay is not felt. */
const feltAbove = 1e-3;
/** Below this share it is rounding: a double holds sixteen digits, and the update takes some of them. */
const roundingBelow = 1e-11;

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
  return [finding('large-inputs', 'problem', { size, limit: 1 / size, allSamples: isBatch })];
}

function weightDecay({ match, present, specimen }: GradientCheck): Finding[] {
  const rate = specimen.program.learningRate;
  const decay = match?.layers.find((layer) => layer && layer.decay !== 0)?.decay;
  if (decay === undefined || isOverwriting(decay, rate)) return [];
  const observation = present[0];
  let [pull, followed] = [0, 0];
  specimen.parameters.forEach(({ layer, input }, index) => {
    if (!observation || input === specimen.widths[layer]) return;
    const decayed = decay * observation.values[index]!;
    pull += decayed ** 2;
    followed += (observation.followed[index]! - decayed) ** 2;
  });
  const share = Math.sqrt(pull / followed);
  // So small a part of the gradient is what rounding leaves of it.
  if (share < roundingBelow) return [];
  const factor = 1 - rate * decay;
  const findings: Finding[] = [];
  // With its sign turned round it is no decay.
  const grows = decay < 0;
  if (Math.abs(factor) > 1 && !grows)
    findings.push(finding('decay-diverges', 'problem', { rate, decay, factor }));
  // Where nothing else moves the weights there is nothing to compare with.
  if (grows || !(share <= feltAbove))
    findings.push(
      finding('weight-decay', 'problem', { decay, grows, share: Number.isFinite(share) ? share : undefined }),
    );
  else findings.push(finding('weight-decay-unfelt', 'note', { decay, times: 1 / share }));
  return findings;
}
