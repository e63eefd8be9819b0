/** What becomes of the signal on its way up, before any update, and of the gradient on its way down. */
import type { Finding } from '../protocol.ts';
import { meanOf, variance } from './bend-findings.ts';
import { finding } from './finding.ts';
import { handedOnBy } from './forward.ts';
import type { GradientCheck } from './gradients.ts';
import { isBounded, saturatedBelow } from './saturation-findings.ts';

/** Ratios of a parameter's gradient in one layer to that at the output. */
const vanishes = { problem: 1e-4, note: 1e-2 };
/** And between the first hidden layer and the last, at the least. */
const alongTheWay = 3;
/** At birth, sums at the output that differ by less than this share of what the targets do. */
const tooSmallBelow = 1e-3;
/** And outputs so many times as large as the targets. */
const tooLargeAbove = 20;
/** Inputs larger than this are too large themselves. */
const largeInputs = 10;
/** Weights so many times as large as √(1 / inputs) are larger than any rule draws them. */
const wide = 2;
const mostSamples = 32;

export function signalFindings(check: GradientCheck): Finding[] {
  return [...gradientByLayer(check), ...startFindings(check)];
}

function gradientByLayer({ layers, match, specimen }: GradientCheck): Finding[] {
  if (!match || layers.length < 3) return [];
  const sizeOf = (layer: number): number => {
    const count = specimen.parameters.filter((parameter) => parameter.layer === layer).length;
    return layers[layer]!.trueNorm / Math.sqrt(count || 1);
  };
  const last = sizeOf(layers.length - 1);
  const findings: Finding[] = [];
  const first = sizeOf(0);
  const ratio = first / last;
  if (!(first > 0) || !Number.isFinite(ratio)) return [];
  // What one layer alone does is no matter of depth: the step into the last, and inputs that are large or small.
  const { inputs } = specimen.data;
  const inputSize = Math.sqrt(meanOf(inputs.flat().map((x) => x * x)));
  const below = first / sizeOf(layers.length - 2);
  const isShrinking = below / Math.min(1, inputSize) < 1 / alongTheWay;
  const isGrowing = below / Math.max(1, inputSize) > alongTheWay;
  const numbers = { ratio, first: layers[0]!.trueNorm, last: layers.at(-1)!.trueNorm };
  if (ratio < vanishes.note && isShrinking)
    findings.push(
      finding('vanishing-gradient', ratio < vanishes.problem ? 'problem' : 'note', numbers, { layer: 0 }),
    );
  if (ratio > 1 / vanishes.note && isGrowing)
    findings.push(
      finding('exploding-gradient', ratio > 1 / vanishes.problem ? 'problem' : 'note', numbers, { layer: 0 }),
    );
  return findings;
}

function startFindings({ specimen, forward, initial }: GradientCheck): Finding[] {
  const last = specimen.widths.length - 2;
  if (!forward || last === 0) return [];
  const { data } = specimen;
  const every = Math.ceil(data.inputs.length / mostSamples);
  const inputs = data.inputs.filter((_, sample) => sample % every === 0);
  const handovers = handedOnBy(forward);
  const traces = inputs.map((input) => specimen.trace(initial, input, handovers));
  if (!traces.every(({ outputs }) => outputs.every(Number.isFinite))) return [];
  const spreadOf = (rows: number[][]): number =>
    Math.sqrt(meanOf(rows[0]!.map((_, column) => variance(rows.map((row) => row[column]!)))));
  const sizeOf = (rows: number[][]): number => Math.sqrt(meanOf(rows.flat().map((value) => value ** 2)));

  const inputSpread = spreadOf(inputs);
  const outputSpread = spreadOf(traces.map(({ sums }) => sums[last]!));
  const targetSpread = spreadOf(data.targets);
  const shrinking = outputSpread / inputSpread;
  const hiddenSpread = spreadOf(traces.map(({ handedOn }) => handedOn[last - 1]!));
  // A last layer that begins near 0 lets the others' signal through after a few steps.
  const isDyingOut = hiddenSpread < 0.1 * inputSpread;
  if (
    isDyingOut &&
    outputSpread > 0 &&
    shrinking < tooSmallBelow &&
    outputSpread < tooSmallBelow * targetSpread
  )
    return [
      finding('start-too-small', last > 1 ? 'problem' : 'note', {
        inputs: inputSpread,
        outputs: outputSpread,
      }),
    ];
  if (sizeOf(inputs) > largeInputs) return [];
  // Where no layer has large weights they are not to blame: the targets are small, or the inputs or biases large.
  const isWide = specimen.entries(initial).some((rows, layer) => {
    const count = specimen.widths[layer]!;
    return sizeOf(rows.map((row) => row.slice(0, count))) * Math.sqrt(count) > wide;
  });
  if (!isWide) return [];

  const hidden = forward
    .slice(0, -1)
    .flatMap(({ inner }, layer) =>
      isBounded(inner)
        ? traces.flatMap(({ sums }) =>
            sums[layer]!.map((z) => Number(Math.abs(inner.slope(z)) < saturatedBelow)),
          )
        : [],
    );
  const saturated = hidden.length === 0 ? 0 : meanOf(hidden);
  if (saturated > 0.5) return [finding('start-too-large', 'problem', { saturated })];
  const outputs = sizeOf(traces.map((trace) => trace.outputs));
  const targets = sizeOf(data.targets);
  if (targets > 0 && outputs > tooLargeAbove * targets)
    return [finding('start-too-large', 'problem', { outputs, targets })];
  return [];
}
