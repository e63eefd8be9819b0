/** What the plane of a program's two inputs shows: a field to be drawn in bands or classes, the samples on it, the lines of hidden units. */
import { areClasses, classOf, rightSamples } from '../../../src/engine/index.ts';
import type { Frame, Plane, PlaneWindow, ProgramInfo } from '../../../src/lab/index.ts';

/** More samples than these are not drawn; these are spread evenly. */
const mostSamples = 600;
/** More lines than these would be a web. */
const mostLines = 24;

/** One output as a number between its ends, or the classes of several. */
export type Field =
  | { kind: 'classes'; count: number }
  | {
      kind: 'value';
      output: number;
      low: number;
      high: number;
      /** Between the least and the largest target, where there are two or more; of one target no side is right. */
      hasSides: boolean;
      /** Whether there are two targets and no others. */
      isTwofold: boolean;
    };

/** @param output Which of several outputs is shown, where they are no classes. */
export function fieldOf({ targets }: ProgramInfo, plane: Plane | undefined, output: number): Field {
  if (areClasses(targets)) return { kind: 'classes', count: targets[0]!.length };
  const column = targets.map((row) => row[output]!);
  const [low, high] = [Math.min(...column), Math.max(...column)];
  const isTwofold = new Set(column).size === 2;
  if (high > low) return { kind: 'value', output, low, high, hasSides: true, isTwofold };
  const width = targets[0]!.length;
  let reach = 0;
  plane?.outputs.forEach((value, at) => {
    if (at % width === output && Number.isFinite(value)) reach = Math.max(reach, Math.abs(value - low));
  });
  reach ||= 1;
  return { kind: 'value', output, low: low - reach, high: high + reach, hasSides: false, isTwofold };
}

/** A number as its place between the ends of a field: -1 at the low one, 1 at the high one, no further; NaN stays. */
export const placeOf = (value: number, { low, high }: { low: number; high: number }): number =>
  // Halves first: the difference of two huge numbers may be beyond the largest.
  Math.max(-1, Math.min(1, ((value / 2 - low / 2) / (high / 2 - low / 2)) * 2 - 1));

/** What the regions of a picture are drawn from: [size * size] each. */
export type Drawn =
  | { kind: 'classes'; /** By class: how far it is above all others. */ margins: number[][] }
  | { kind: 'value'; places: number[] };

export function drawnField({ size, outputs }: Plane, field: Field): { drawn: Drawn; missing: number[] } {
  const cells = size * size;
  const width = outputs.length / cells;
  const row = (cell: number) => outputs.subarray(cell * width, (cell + 1) * width);
  const all = Array.from({ length: cells }, (_, cell) => cell);
  if (field.kind === 'value') {
    const places = all.map((cell) => placeOf(row(cell)[field.output]!, field));
    return {
      drawn: { kind: 'value', places },
      missing: places.map((place) => (Number.isNaN(place) ? 1 : 0)),
    };
  }
  const margins = Array.from({ length: field.count }, (_, one) =>
    all.map((cell) => {
      const values = row(cell);
      let best = -Infinity;
      for (let other = 0; other < width; other++) if (other !== one) best = Math.max(best, values[other]!);
      const margin = values[one]! - best;
      return Number.isNaN(margin) ? -1 : Math.max(-1e9, Math.min(1e9, margin));
    }),
  );
  const missing = all.map((cell) => (row(cell).some(Number.isNaN) ? 1 : 0));
  return { drawn: { kind: 'classes', margins }, missing };
}

/** A sample as it lies on the plane. */
export interface PlacedSample {
  sample: number;
  at: [x: number, y: number];
  /** The class, or the place between the ends of the field. */
  of: number;
  isRight: boolean;
}

export function placedSamples(info: ProgramInfo, frame: Frame, field: Field): PlacedSample[] {
  const { inputs, targets } = info;
  const every = Math.max(1, inputs.length / mostSamples);
  const right = rightSamples(frame.outputs, targets);
  const placed: PlacedSample[] = [];
  for (let n = 0; n < inputs.length; n += every) {
    const sample = Math.floor(n);
    const target = targets[sample]!;
    placed.push({
      sample,
      at: [inputs[sample]![0]!, inputs[sample]![1]!],
      of: field.kind === 'classes' ? classOf(target)! : placeOf(target[field.output]!, field),
      isRight: frame.outputs[sample] === undefined || right[sample]!,
    });
  }
  return placed;
}

/** The line on which the sum of a hidden unit is 0. */
export interface UnitLine {
  unit: number;
  /** Its ends in the window; nothing where it passes by. */
  ends: [from: [x: number, y: number], to: [x: number, y: number]] | undefined;
  /** Whether it has samples on both of its sides. */
  parts: boolean;
}

/** Of the first hidden layer of a network with one. */
export function unitLines({ inputs }: ProgramInfo, { layers }: Frame, window: PlaneWindow): UnitLine[] {
  const first = layers[0];
  if (layers.length < 2 || !first || first.weights[0]?.length !== 2) return [];
  return first.weights.slice(0, mostLines).map(([u = NaN, v = NaN], unit) => {
    const bias = first.biases[unit]!;
    let above = 0;
    for (const [x, y] of inputs) if (u * x! + v * y! + bias > 0) above++;
    return { unit, ends: clipped(u, v, bias, window), parts: above > 0 && above < inputs.length };
  });
}

/** Where u x + v y + bias = 0 crosses the edges of a window. */
function clipped(u: number, v: number, bias: number, { x, y }: PlaneWindow): UnitLine['ends'] {
  const within = (value: number, [low, high]: readonly [low: number, high: number]) =>
    value >= low && value <= high;
  const ends: [x: number, y: number][] = [];
  for (const px of x) {
    const py = -(u * px + bias) / v;
    if (within(py, y)) ends.push([px, py]);
  }
  for (const py of y) {
    const px = -(v * py + bias) / u;
    if (within(px, x)) ends.push([px, py]);
  }
  const [from, to] = [ends[0], ends.find((end) => end[0] !== ends[0]![0] || end[1] !== ends[0]![1])];
  return from && to && [from, to];
}
