/** What updates do: from several states of the network, the gradient that each update of an epoch follows, read off the change. */

import { drawsOf } from './parameters.ts';
import type { Entries, Handover, Specimen, Trace } from './specimen.ts';

/** One update from one state. */
export interface Observation {
  /** [P]: the parameters before it. */
  values: number[];
  k: number;
  /** [L][O][I + 1]: weights and biases before and after it. */
  before: Entries;
  after: Entries;
  /** [P]: (before - after) / learning rate. */
  followed: number[];
  /** [L][O][I + 1]: the same for each entry, shared fairly among the parameters that make it up. */
  gradient: Entries;
  /** [N]: what each sample does in the network before the update. */
  traces: Trace[];
}

/** No more updates of an epoch are looked at than this. */
const mostUpdates = 8;

/**
 * @param handovers [L]: what each layer hands on.
 * @param from The network whose other numbers go along, such as a generator's state.
 */
export function observe(
  specimen: Specimen,
  values: number[],
  handovers: Handover[],
  from: unknown,
): Observation[] {
  const { program, data } = specimen;
  const before = specimen.entries(values);
  const traces = data.inputs.map((input) => {
    specimen.beat();
    return specimen.trace(values, input, handovers);
  });
  const count = Math.min(program.updatesPerEpoch, mostUpdates);
  return Array.from({ length: count }, (_, k) => observeOne(specimen, { values, before, traces }, k, from));
}

/** One update of an epoch, where what the network does before it is known. */
export function observeOne(
  specimen: Specimen,
  { values, before, traces }: Pick<Observation, 'values' | 'before' | 'traces'>,
  k: number,
  from: unknown,
): Observation {
  const { program } = specimen;
  const change = specimen.change(values, k, from);
  const followed = change.map((difference) => -difference / program.learningRate);
  if (!program.layers) return { values, k, before, after: before, followed, gradient: [], traces };
  const gradient = specimen.perEntry((index, gain) => gain * followed[index]!);
  const moved = specimen.perEntry((index, gain) => gain * change[index]!);
  forEachEntry(gradient, (row, layer, unit, input) => {
    row[input]! /= specimen.copies[layer]![unit]![input] || 1;
  });
  const after = before.map((rows, layer) =>
    rows.map((row, unit) => row.map((entry, input) => entry + moved[layer]![unit]![input]!)),
  );
  return { values, k, before, after, followed, gradient, traces };
}

/**
 * States near a network's first one in which units are on for some samples and off for others, so that a wrong derivative shows
 * whatever the present state: all parameters are drawn anew from a fixed generator, as large as the first ones were.
 */
export function probeStates(specimen: Specimen, initial: number[], count: number): number[][] {
  const random = drawsOf(20_170_101);
  const sizes = new Map<number, number>();
  for (const part of specimen.parts) {
    const own = initial.filter((_, index) => specimen.parameters[index]!.layer === part);
    const spread = Math.sqrt(own.reduce((sum, value) => sum + value ** 2, 0) / Math.max(1, own.length));
    sizes.set(part, Math.max(0.3, spread));
  }
  return Array.from({ length: count }, (_, probe) =>
    specimen.parameters.map(({ layer, input }) => {
      const size = sizes.get(layer)!;
      const value = (2 * random() - 1) * 1.7 * size;
      const isBias = specimen.program.layers !== undefined && input === specimen.widths[layer];
      // In every second state the biases are large enough for whole layers to be on, in every fourth only just on.
      if (probe % 4 === 3) return isBias ? 10 ** (2.4 * random() - 2.7) : value / 200;
      return probe % 2 === 1 && isBias ? Math.abs(value) + 2 * size : value;
    }),
  );
}

function forEachEntry(
  entries: Entries,
  visit: (row: number[], layer: number, unit: number, input: number) => void,
): void {
  entries.forEach((rows, layer) =>
    rows.forEach((row, unit) => row.forEach((_, input) => visit(row, layer, unit, input))),
  );
}
