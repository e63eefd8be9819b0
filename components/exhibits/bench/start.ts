/**
 * The start of a run as a page carries it: one text of numbers. Astro would tag every number of a list with its type, and a
 * thousand samples are mostly numbers that nobody sees before the program has run.
 *
 * The data set is whole. Of outputs and activations there are those of the samples that a table shows, and for each unit one
 * sample on which it is not zero, if there is one; the places of the others are empty. Loading the program fills them.
 */
import type { Frame, ProgramInfo } from '../../../src/lab/index.ts';
import { shownSamples } from '../../ui/shown-samples.ts';

export interface Start {
  info: ProgramInfo;
  /** Before the first update. */
  frame: Frame;
}

type Table = number[][];
type Packed = [
  program: [learningRate: number, epochs: number, updatesPerEpoch: number],
  widths: number[],
  inputs: Table,
  targets: Table,
  run: [seed: number, update: number, meanSquaredError: number],
  samples: number[],
  outputs: Table,
  layers: [weights: Table, biases: number[], activations: Table][],
];

export function packStart({ info, frame }: Start): string {
  const samples = samplesToKeep(frame);
  const keep = (table: Table): Table => samples.map((n) => table[n]!);
  const packed: Packed = [
    [info.learningRate ?? NaN, info.epochs, info.updatesPerEpoch],
    info.widths,
    info.inputs,
    info.targets,
    [frame.seed, frame.update, frame.meanSquaredError],
    samples,
    keep(frame.outputs),
    frame.layers.map(({ weights, biases, activations }) => [weights, biases, keep(activations)]),
  ];
  return textOf(packed);
}

export function readStart(text: string): Start {
  const [program, widths, inputs, targets, run, samples, outputs, layers] = JSON.parse(
    text,
    (_, value: unknown) => (value === null ? NaN : value),
  ) as Packed;
  const [learningRate, epochs, updatesPerEpoch] = program;
  const [seed, update, meanSquaredError] = run;
  const spread = (rows: Table): Table => {
    const table: Table = new Array<number[]>(inputs.length);
    rows.forEach((row, index) => (table[samples[index]!] = row));
    return table;
  };
  return {
    info: { learningRate, epochs, updatesPerEpoch, widths, inputs, targets },
    frame: {
      seed,
      update,
      meanSquaredError,
      outputs: spread(outputs),
      layers: layers.map(([weights, biases, activations]) => ({
        weights,
        biases,
        activations: spread(activations),
      })),
    },
  };
}

function samplesToKeep({ outputs, layers }: Frame): number[] {
  const witnesses = layers.flatMap(({ biases, activations }) =>
    biases.map((_, unit) => activations.findIndex((row) => row[unit] !== 0)).filter((n) => n >= 0),
  );
  return [...new Set([...shownSamples(outputs.length), ...witnesses])].toSorted((a, b) => a - b);
}

type Nested = number | readonly Nested[];

/** JSON, with numbers that JSON has no words for: −0 and the infinities by a spelling that is read as them, NaN as null. */
function textOf(value: Nested): string {
  if (typeof value !== 'number') return `[${value.map(textOf).join(',')}]`;
  if (Object.is(value, -0)) return '-0';
  if (Number.isNaN(value)) return 'null';
  return Number.isFinite(value) ? String(value) : value > 0 ? '1e999' : '-1e999';
}
