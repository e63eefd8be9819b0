/** What can be read off the outputs: one number for all samples, targets out of reach, a step that is too long. */
import { isConstant } from '../../engine/outcome.ts';
import { steepestCurvature } from './curvature.ts';
import type { Finding } from '../protocol.ts';
import { finding } from './finding.ts';
import type { GradientCheck } from './gradients.ts';
import { stepsThatLast } from './lasting-steps.ts';

export function outputFindings(check: GradientCheck): Finding[] {
  const traces = check.present[0]?.traces;
  if (!traces) return [];
  return [...constantOutput(check, traces.map(({ outputs }) => outputs)), ...rangeMismatch(check), ...stepLength(check)]; // prettier-ignore
}

function constantOutput(check: GradientCheck, outputs: number[][]): Finding[] {
  const { match, present, specimen, forward } = check;
  const { data, program } = specimen;
  if (!isConstant(outputs) || (outputs.length > 1 && isConstant(data.targets))) return [];
  const value = outputs[0]![0]!;
  const count = outputs.length;
  const output = forward?.at(-1)?.f;
  if (value === 0 && output?.kind === 'straight' && output.slopes[1] === 0)
    return [finding('constant-zero-of-relu', 'problem', { value, count, minus: Object.is(value, -0) })];
  const unexplained = [finding('constant-output', 'problem', { value, count })];
  if (!match || data.targets[0]!.length !== 1) return unexplained;

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
    if (Math.abs(value - settled) < 1e-9 * Math.max(1, Math.abs(settled)))
      return [
        finding('constant-of-bias', 'problem', {
          value,
          settled,
          count,
          rate,
          targets: order,
          isFraction: isFraction(settled),
          [`form${order.join('')}`]: formulas.has(order.join('')),
        }),
      ];
  }
  if (Math.abs(value - mean) < 1e-3 * Math.max(1, Math.abs(mean)))
    return [
      finding('constant-mean', 'problem', { value, count, mean, nearly: Math.abs(value - mean) >= 1e-9 }),
    ];
  return unexplained;
}

/** Where b ends when b <- (1 - rate) b + rate t goes through the targets again and again: the fixed point of one epoch. */
export function settledBias(targets: number[], rate: number): number {
  const r = 1 - rate;
  const gathered = targets.reduce((bias, target) => r * bias + rate * target, 0);
  return gathered / (1 - r ** targets.length);
}

/** The orders of two zeros and two ones whose fixed point the words have a formula for. */
const formulas = new Set(['0110', '1001', '0011', '1100', '0101', '1010']);

/** Whether a number is a fraction with a small denominator, to the last digits. */
function isFraction(value: number): boolean {
  for (let denominator = 1; denominator <= 2_000; denominator++)
    if (
      Math.abs(value - Math.round(value * denominator) / denominator) <
      1e-13 * Math.max(1, Math.abs(value))
    )
      return true;
  return false;
}

function rangeMismatch({ forward, specimen, loss, present }: GradientCheck): Finding[] {
  const output = forward?.at(-1)?.f;
  const targets = specimen.data.targets.flat();
  const least = targets.reduce((a, b) => Math.min(a, b));
  const most = targets.reduce((a, b) => Math.max(a, b));
  const layer = specimen.widths.length - 2;
  const findings: Finding[] = [];
  if (loss === 'cross-entropy' && (least < -1e-9 || most > 1 + 1e-9))
    findings.push(finding('target-outside-cross-entropy', 'problem', { least, most }, { layer }));
  if (!output) return findings;
  const [low, high] = output.range;
  if (!(low < high)) return findings;
  if (loss === 'cross-entropy' && (low < -1e-9 || high > 1 + 1e-9))
    findings.push(finding('log-of-negative', 'problem', { low, high }, { layer }));
  if (least >= low - 1e-9 && most <= high + 1e-9) return findings;
  const isBounded = low > -Infinity && high < Infinity;
  const isPinned = present[0]?.traces.every(({ outputs }) =>
    outputs.every((y) => Math.min(Math.abs(y - low), Math.abs(y - high)) < 1e-6 * Math.max(1, high - low)),
  );
  findings.push(
    finding(
      'target-out-of-range',
      'problem',
      {
        least,
        most,
        low: low > -Infinity ? low : undefined,
        high: high < Infinity ? high : undefined,
        between: isBounded,
        above: !isBounded && low > -Infinity,
        below: !isBounded && high < Infinity,
        pinned: isBounded && isPinned,
      },
      { layer },
    ),
  );
  return findings;
}

/** What one update does to the error of the very samples it was made of, tried out. */
function stepLength(check: GradientCheck): Finding[] {
  const { match, loss, present, specimen } = check;
  const { data, program } = specimen;
  if (!match?.layers.some((layer) => layer)) return [];
  if (match.descends !== 'sample') {
    const [observation] = present;
    const samples = match.samplesOf(observation!);
    const isCrossEntropy = loss === 'cross-entropy';
    const errorOf = isCrossEntropy ? crossEntropyOf : squareOf;
    const errors = (values: number[]): number =>
      samples.reduce((sum, sample) => {
        const outputs = specimen.predict(values, data.inputs[sample]!);
        return sum + outputs.reduce((total, y, o) => total + errorOf(y, data.targets[sample]![o]!), 0);
      }, 0);
    const before = errors(observation!.values);
    const after = errors(moved(specimen, observation!));
    // Weight decay, or a gradient of something else, raises it at any length.
    const isRaisedByAnyStep = () => errors(moved(specimen, observation!, 1e-3)) > before;
    const rate = program.learningRate;
    // Steps of which a share b lasts settle below (1 + b) times the limit of plain ones, and may raise the error on their way.
    const lasting = stepsThatLast(check);
    const plain = 2 / steepestCurvature(specimen, observation!.values, specimen.successors(1)[0]);
    const limit = plain * (lasting?.ratio ?? 1);
    const isTooLong = limit > 0 && rate > limit;
    const isRounding = before < negligible * samples.length;
    if (after > before * 1.0001 && !lasting && !isRounding) {
      if (isRaisedByAnyStep()) return [];
      return [
        finding('step-raises-error', 'problem', {
          before,
          after,
          rate,
          limit: isTooLong ? limit : undefined,
          crossEntropy: isCrossEntropy,
          someSamples: match.descends === 'some',
        }),
      ];
    }
    // Of some samples the next update has another.
    return isTooLong && match.descends === 'batch'
      ? [finding('rate-above-curvature', 'problem', { rate, limit })]
      : [];
  }

  const over = new Set<number>();
  const killed = new Set<number>();
  for (const observation of present) {
    const sample = match.samplesOf(observation)[0]!;
    const input = data.inputs[sample]!;
    const before = observation.traces[sample]!.outputs;
    const after = specimen.predict(moved(specimen, observation), input);
    const squares = (outputs: number[]): number =>
      outputs.reduce((sum, y, o) => sum + squareOf(y, data.targets[sample]![o]!), 0);
    // One of several outputs may be moved past its target by what the others ask for.
    const isWorse = squares(after) > squares(before);
    before.forEach((y, o) => {
      const t = data.targets[sample]![o]!;
      if (Math.abs(y - t) < 1e-6) return;
      if (y > 0 && after[o] === 0 && t !== 0) killed.add(sample);
      else if (isWorse && (after[o]! - t) / (y - t) < -1) over.add(sample);
    });
  }
  const findings: Finding[] = [];
  if (killed.size > 0)
    findings.push(finding('step-silences-output', 'problem', {}, { samples: [...killed] }));
  if (over.size > 0) findings.push(finding('step-overshoots', 'problem', {}, { samples: [...over] }));
  return findings;
}

/** Of one sample: smaller errors rise and fall by rounding alone. */
const negligible = 1e-12;

const squareOf = (y: number, t: number): number => (y - t) ** 2;
const crossEntropyOf = (y: number, t: number): number =>
  -((t === 0 ? 0 : t * Math.log(y)) + (t === 1 ? 0 : (1 - t) * Math.log(1 - y)));

function moved(
  { parameters, program }: GradientCheck['specimen'],
  { values, followed }: GradientCheck['present'][number],
  share = 1,
): number[] {
  return parameters.map((_, index) => values[index]! - share * program.learningRate * followed[index]!);
}
