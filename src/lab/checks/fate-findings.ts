/**
 * Where a small ReLU network ends that is stuck: some samples are fitted at their turn, and on the others the hidden
 * layer is silent, so that the output there is its bare bias b. A fitted sample moves nothing, since its error is 0;
 * each of the others takes the bias to (1 - rate) b + rate t. So the bias goes round through the others alone,
 *
 *     b* = the fixed point of one epoch of them,
 *
 * and is read off after the last sample. A fitted sample was right when the bias stood at b_turn; read after the
 * epoch it answers t + b* - b_turn. For XOR these are the nine ways to end unsolved.
 */
import type { Finding } from '../protocol.ts';
import { finding } from './finding.ts';
import type { GradientCheck } from './gradients.ts';
import { settledBias } from './output-findings.ts';

export interface Fate {
  /** The fixed point of the bias, as it is read after an epoch. */
  bias: number;
  /** [N]: the outputs then, in the order of training. */
  outputs: number[];
}

/**
 * @param targets [N], in the order of training.
 * @param isFitted [N]: whether a sample is fitted at its turn; not all of them.
 */
export function fateOf(targets: readonly number[], isFitted: readonly boolean[], rate: number): Fate {
  const settled = settledBias(targets.filter((_, k) => !isFitted[k]), rate); // prettier-ignore
  let bias = settled;
  const moved = targets.map((target, k) => {
    if (isFitted[k]) return settled - bias;
    bias += rate * (target - bias);
    return 0;
  });
  return {
    bias: settled,
    outputs: targets.map((target, k) => (isFitted[k] ? target + moved[k]! : settled)),
  };
}

/** How far outputs may be from those of a fate: what is left of a fit is still shrinking for a long time. */
const within = 1e-6;

export function fateFindings({ match, present, specimen, forward }: GradientCheck): Finding[] {
  const { data, program } = specimen;
  const last = specimen.widths.length - 2;
  const output = match?.layers[last];
  const hidden = forward?.[last - 1]?.f;
  const isOneByOne = match?.descends === 'sample' && present.length === data.inputs.length;
  if (!output || !isOneByOne || data.targets[0]!.length !== 1) return [];
  if (hidden?.kind !== 'straight' || hidden.slopes[1] !== 0 || output.rule.bias !== 'right') return [];
  // With a wrong slope a silent unit is pushed on, and nothing is at rest.
  if (match.layers[last - 1]?.rule.slope !== 'right') return [];

  const order = present.map((observation) => match.samplesOf(observation)[0]!);
  if (new Set(order).size < order.length) return [];
  const { traces } = present[0]!;
  const targets = order.map((sample) => data.targets[sample]![0]!);
  const isFitted = order.map((sample) =>
    traces[sample]!.activations[last - 1]!.some((a) => Math.abs(a) > 1e-9),
  );
  const left = targets.filter((_, k) => !isFitted[k]);
  // All on one number is said of a constant output; and a bias with one target left has no round to go.
  if (!isFitted.includes(true) || new Set(left).size < 2) return [];

  const rate = program.learningRate * output.factor;
  const fate = fateOf(targets, isFitted, rate);
  const shown = order.map((sample) => traces[sample]!.outputs[0]!);
  if (!fate.outputs.every((value, k) => Math.abs(value - shown[k]!) < within)) return [];

  const indices = order.map((_, k) => k);
  const fitted = indices.filter((k) => isFitted[k]);
  return [
    finding(
      'fate',
      'problem',
      {
        rate,
        targets: left,
        bias: fate.bias,
        answers: fitted.map((k) => fate.outputs[k]!),
        others: indices.filter((k) => !isFitted[k]).map((k) => order[k]!),
      },
      { samples: fitted.map((k) => order[k]!) },
    ),
  ];
}
