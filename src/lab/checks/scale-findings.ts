/** What can be told from the size of the data: inputs that allow tiny steps only, and how weight decay compares with them. */
import type { Finding } from '../protocol.ts';
import { finding } from './finding.ts';
import type { GradientCheck } from './gradients.ts';
import { isOverwriting, nextSamples } from './match.ts';

/** Squared inputs, added up as the update adds them, beyond which a learning rate of a thousandth is too much. */
const largeAbove = 1000;
/** Below this share of the gradient of the loss, weight decay is not felt. */
const feltAbove = 1e-3;
/** From this share on, before the first update, it may keep a network from learning. Near a solution any decay is felt. */
const strongFrom = 0.05;
/** Updates of the first state that are looked at. */
const mostUpdates = 8;
/** Below this share it is rounding: a double holds sixteen digits, and the update takes some of them. */
const roundingBelow = 1e-11;

export function scaleFindings(check: GradientCheck): Finding[] {
  return [...largeInputs(check), ...weightDecay(check)];
}

function largeInputs({ match, specimen }: GradientCheck): Finding[] {
  const factor = Math.abs(match?.layers.at(-1)?.factor ?? 0);
  if (!match || factor === 0) return [];
  const squares = specimen.data.inputs.map((input) => input.reduce((sum, x) => sum + x * x, 0));
  const all = squares.map((_, sample) => sample);
  const samples = match.descends === 'some' ? nextSamples(specimen)!({ k: 0 }) : all;
  const several = match.descends !== 'sample';
  const size =
    factor * (several ? samples.reduce((sum, sample) => sum + squares[sample]!, 0) : Math.max(...squares));
  if (!(size > largeAbove)) return [];
  // Of a mean the factor is 1 or 2 divided by the number of samples.
  const summed = several && factor * samples.length > 2.001;
  return [finding('large-inputs', 'problem', { size, limit: 1 / size, several, summed })];
}

function weightDecay({ match, present, specimen, initial }: GradientCheck): Finding[] {
  const rate = specimen.program.learningRate;
  const decay = match?.layers.find((layer) => layer && layer.decay !== 0)?.decay;
  if (decay === undefined || isOverwriting(decay, rate)) return [];
  /** How hard the weights are pulled, beside how hard the loss moves them. */
  const shareIn = (states: { values: number[]; followed: number[] }[]): number => {
    let [pull, moved] = [0, 0];
    for (const { values, followed } of states)
      specimen.parameters.forEach(({ layer, input }, index) => {
        if (input === specimen.widths[layer]) return;
        const decayed = decay * values[index]!;
        pull += decayed ** 2;
        moved += (followed[index]! - decayed) ** 2;
      });
    return Math.sqrt(pull / moved);
  };
  const share = shareIn(present.slice(0, 1));
  // So small a part of the gradient is what rounding leaves of it.
  if (share < roundingBelow) return [];
  const factor = 1 - rate * decay;
  const findings: Finding[] = [];
  // With its sign turned round it is no decay.
  const grows = decay < 0;
  if (Math.abs(factor) > 1 && !grows)
    findings.push(finding('decay-diverges', 'problem', { rate, decay, factor }));
  // Where nothing else moves the weights there is nothing to compare with.
  if (grows || !(share <= feltAbove)) {
    const from = specimen.atRest(specimen.successors(1)[0]);
    const first = Array.from({ length: Math.min(specimen.program.updatesPerEpoch, mostUpdates) }, (_, k) => ({
      values: initial,
      followed: specimen.change(initial, k, from).map((change) => -change / rate),
    }));
    const isStrong = grows || !(shareIn(first) < strongFrom);
    findings.push(
      finding('weight-decay', isStrong ? 'problem' : 'note', {
        decay,
        grows,
        share: Number.isFinite(share) ? share : undefined,
      }),
    );
  } else findings.push(finding('weight-decay-unfelt', 'note', { decay, times: 1 / share }));
  return findings;
}
