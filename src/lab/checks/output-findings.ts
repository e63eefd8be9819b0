/** What can be read off the outputs: one number for all samples, targets out of reach, a step that is too long. */
import { isConstant } from '../../engine/outcome.ts';
import { steepestCurvature } from './curvature.ts';
import type { Finding } from '../protocol.ts';
import type { GradientCheck } from './gradients.ts';
import { fraction, joined, number, sampleName } from './words.ts';

export function outputFindings(check: GradientCheck): Finding[] {
  const traces = check.present[0]?.traces;
  if (!traces) return [];
  return [...constantOutput(check, traces.map(({ outputs }) => outputs)), ...rangeMismatch(check), ...stepLength(check)]; // prettier-ignore
}

function constantOutput(check: GradientCheck, outputs: number[][]): Finding[] {
  const { targets } = check.specimen.data;
  if (!isConstant(outputs) || (outputs.length > 1 && isConstant(targets))) return [];
  const value = outputs[0]![0]!;
  const count = outputs.length;
  return [
    {
      kind: 'constant-output',
      severity: 'problem',
      title: `All ${count} outputs are ${number(value)}, whatever the input.`,
      detail: `${whyThisConstant(check, value) ?? 'The outputs differ by less than a millionth: nothing of the input reaches them.'}`,
    },
  ];
}

/** Where the printed number comes from, when that can be told. */
function whyThisConstant(check: GradientCheck, value: number): string | undefined {
  const { match, present, specimen, forward } = check;
  const { data, program } = specimen;
  const hasOneOutput = data.targets[0]!.length === 1;
  const output = forward?.at(-1)?.f;
  if (value === 0 && output?.range[0] === 0)
    return (
      'It is the zero of a ReLU output whose sum is not above zero on any sample.' +
      (Object.is(value, -0)
        ? ' Its sign tells that the sum is below zero: a negative number times 0 is −0.'
        : '')
    );
  if (!match || !hasOneOutput) return undefined;

  const last = specimen.widths.length - 2;
  const isHiddenSilent =
    last > 0 &&
    present[0]!.traces.every(({ activations }) => activations[last - 1]!.every((a) => Math.abs(a) < 1e-9));
  const targets = data.targets.map((row) => row[0]!);
  const mean = targets.reduce((sum, target) => sum + target, 0) / targets.length;
  const rate = program.learningRate * (match.layers.at(-1)?.factor ?? NaN);
  if (match.descends === 'sample' && isHiddenSilent && present.length === targets.length) {
    const order = present.map((observation) => targets[match.samplesOf(observation)[0]!]!);
    const settled = settledBias(order, rate);
    if (Math.abs(value - settled) < 1e-9 * Math.max(1, Math.abs(settled))) {
      const formula = formulas[order.join()];
      const exact = fraction(settled);
      return (
        `The hidden layer is silent, so only the output’s bias is trained, and a bias alone ends here: with learning rate ${number(rate)} and the targets in the order ${order.map((target) => number(target)).join(', ')} ` +
        `it returns to ${exact ? `${exact} = ` : ''}${value} after every epoch${formula ? `, which is ${formula} with r = 1 − ${number(rate)}` : ''}. The number tells the learning rate and the order of the samples, and nothing else.`
      );
    }
  }
  if (Math.abs(value - mean) < 1e-3 * Math.max(1, Math.abs(mean)))
    return `It is${Math.abs(value - mean) < 1e-9 ? '' : ' nearly'} the mean of the targets, ${number(mean)}: the best that an output which can’t see the input is able to do.`;
  return undefined;
}

/** Where b ends when b <- (1 - rate) b + rate t goes through the targets again and again: the fixed point of one epoch. */
export function settledBias(targets: number[], rate: number): number {
  const r = 1 - rate;
  const gathered = targets.reduce((bias, target) => r * bias + rate * target, 0);
  return gathered / (1 - r ** targets.length);
}

/** The fixed point for four targets, two of them 1, in lowest terms. */
const formulas: Record<string, string> = {
  '0,1,1,0': 'r/(1 + r²)',
  '1,0,0,1': '(1 − r + r²)/(1 + r²)',
  '0,0,1,1': '1/(1 + r²)',
  '1,1,0,0': 'r²/(1 + r²)',
  '0,1,0,1': '1/(1 + r)',
  '1,0,1,0': 'r/(1 + r)',
};

function rangeMismatch({ forward, specimen }: GradientCheck): Finding[] {
  const range = forward?.at(-1)?.f.range;
  if (!range) return [];
  const [low, high] = range;
  const targets = specimen.data.targets.flat();
  const least = Math.min(...targets);
  const most = Math.max(...targets);
  if (least >= low - 1e-9 && most <= high + 1e-9) return [];
  const reach =
    low === -Infinity
      ? `at most ${number(high)}`
      : high === Infinity
        ? `at least ${number(low)}`
        : `between ${number(low)} and ${number(high)}`;
  return [
    {
      kind: 'range-mismatch',
      severity: 'problem',
      layer: specimen.widths.length - 2,
      title: 'Some targets lie outside of what the output can give.',
      detail: `The targets go from ${number(least)} to ${number(most)}, and this output is always ${reach}: some of the error can never be removed. Use a linear output, or scale the targets.`,
    },
  ];
}

/** What one update does to the error of the very samples it was made of, tried out. */
function stepLength({ match, present, specimen }: GradientCheck): Finding[] {
  const { data, program } = specimen;
  if (!match) return [];
  if (match.descends === 'batch') {
    const [observation] = present;
    const squares = (values: number[]): number =>
      data.inputs.reduce((sum, input, sample) => {
        const outputs = specimen.predict(values, input);
        return sum + outputs.reduce((total, y, o) => total + (y - data.targets[sample]![o]!) ** 2, 0);
      }, 0);
    const before = squares(observation!.values);
    const after = squares(moved(specimen, observation!));
    const rate = program.learningRate;
    const limit = 2 / steepestCurvature(specimen, observation!.values, specimen.successors(1)[0]);
    const isTooLong = limit > 0 && rate > limit;
    const bears = isTooLong
      ? ` Where it stands the gradient changes so fast that a learning rate below ${number(limit, 2)} is needed, and this one is ${number(rate)}.`
      : '';
    if (after > before * 1.0001)
      return [
        {
          kind: 'learning-rate',
          severity: 'problem',
          title: 'The next update makes the error larger.',
          detail: `The squared error goes from ${number(before)} to ${number(after)}.${bears} If the gradient is right, the step is too long for the curvature here: take a smaller learning rate, or scale the inputs.`,
        },
      ];
    return isTooLong
      ? [
          {
            kind: 'learning-rate',
            severity: 'problem',
            title: 'The learning rate is larger than the curvature allows.',
            detail: `The next step still lowers the error.${bears} Beyond it every step along the steepest direction leaves a larger error than it found.`,
          },
        ]
      : [];
  }

  const over: string[] = [];
  const killed: string[] = [];
  for (const observation of present) {
    const sample = match.samplesOf(observation)[0]!;
    const input = data.inputs[sample]!;
    const before = observation.traces[sample]!.outputs;
    const after = specimen.predict(moved(specimen, observation), input);
    before.forEach((y, o) => {
      const t = data.targets[sample]![o]!;
      if (Math.abs(y - t) < 1e-6) return;
      if (y > 0 && after[o] === 0 && t !== 0) killed.push(sampleName(input));
      else if ((after[o]! - t) / (y - t) < -1) over.push(sampleName(input));
    });
  }
  const findings: Finding[] = [];
  if (killed.length > 0)
    findings.push({
      kind: 'learning-rate',
      severity: 'problem',
      title: `One update on ${joined([...new Set(killed)])} is so long that the output goes silent there.`,
      detail:
        'A step that meant to correct the output threw its sum below zero, where ReLU has no slope to come back by. Take smaller steps.',
    });
  if (over.length > 0)
    findings.push({
      kind: 'learning-rate',
      severity: 'problem',
      title: `One update on ${joined([...new Set(over)])} overshoots: the error there changes sign and grows.`,
      detail: 'The step is more than twice as long as it should be. Take a smaller learning rate.',
    });
  return findings;
}

function moved(
  { parameters, program }: GradientCheck['specimen'],
  { values, followed }: GradientCheck['present'][number],
): number[] {
  return parameters.map((_, index) => values[index]! - program.learningRate * followed[index]!);
}
