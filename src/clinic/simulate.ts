/** Trains suspects and writes what each run would print: one row a seed. */
import { lossOfRun, type Run } from '../engine/index.ts';
import { type Looks, trainAlong } from '../sweep/index.ts';
import { type Description, rateOfSmallSteps } from './description.ts';
import {
  hiddenFeatures,
  initialFeature,
  lossFeature,
  movedFeature,
  rounded,
  writeOutputFeatures,
  writeResultFeatures,
} from './features.ts';
import type { BlockName, Layout } from './layout.ts';
import { type Suspect, suspectNamed } from './suspects.ts';
import { blockSize, type Telling, variantOf } from './variants.ts';

/** What is read at a look, of a run. */
type Reading = 'before' | 'later' | 'end' | Extract<BlockName, `loss${number}`>;

/** Rows [seeds, width] of the suspect of that id. `layout` is the description's. */
export function simulate(
  kernel: WebAssembly.Module | undefined,
  d: Description,
  layout: Layout,
  id: string,
  telling: Telling,
  seeds: readonly number[],
): Float32Array {
  const rows = new Float32Array(seeds.length * layout.width);
  const together = telling === 'told' && d.unknown.length === 0 ? Math.max(1, seeds.length) : blockSize;
  for (let first = 0; first < seeds.length; first += together) {
    const some = seeds.slice(first, first + together);
    const block = Math.floor((some[0]! - 1) / blockSize);
    const variant = variantOf(d, telling, block);
    // A change that has no meaning under these settings is tried as told.
    const suspect = suspectNamed(variant, id) ?? suspectNamed(d, id)!;
    rows.set(rowsOf(kernel, d, layout, suspect, some), first * layout.width);
  }
  return rows;
}

type Training = Pick<Suspect, 'spec' | 'epochs'>;

/** The same training in fewer and larger steps. One that takes large steps already is cut short instead. */
export function shortened({ spec, epochs }: Training, leap: number): Training {
  if (leap === 1) return { spec, epochs };
  const { optimizer, sampling } = spec;
  const larger = Math.max(1, Math.min(leap, rateOfSmallSteps / optimizer.learningRate));
  const inLeaps = (count: number) => Math.ceil(count / leap);
  return {
    spec: {
      ...spec,
      optimizer: { ...optimizer, learningRate: larger * optimizer.learningRate },
      ...(sampling?.kind === 'in-order' &&
        sampling.repeat !== undefined && { sampling: { ...sampling, repeat: inLeaps(sampling.repeat) } }),
    },
    epochs: inLeaps(epochs),
  };
}

/** Rows of one suspect. */
function rowsOf(
  kernel: WebAssembly.Module | undefined,
  d: Description,
  layout: Layout,
  suspect: Training,
  seeds: readonly number[],
): Float32Array {
  const { spec, epochs } = shortened(suspect, d.leap);
  const reader = readRows(d, layout, epochs, seeds.length, d.leap);
  trainAlong(kernel, spec, seeds, reader);
  return reader.rows;
}

/**
 * Looks at runs on the way and writes what each would print into a row, whoever trains them for so many epochs, of which each
 * does what `leap` are told to do.
 */
export function readRows(
  d: Description,
  layout: Layout,
  epochs: number,
  runs: number,
  leap = 1,
): Looks & { rows: Float32Array } {
  const rows = new Float32Array(runs * layout.width);
  const starts: Float64Array[] = [];
  const readings = new Map<number, Reading[]>();
  const readAt = (epoch: number, reading: Reading) => {
    readings.set(epoch, [...(readings.get(epoch) ?? []), reading]);
  };
  readAt(0, 'before');
  for (const at of layout.lossesAt) readAt(Math.min(Math.round(at / leap), epochs), `loss${at}` as Reading);
  readAt(Math.ceil(epochs / 2), 'later');
  readAt(epochs, 'end');
  const at = [...readings.keys()].toSorted((a, b) => a - b);
  return {
    rows,
    at,
    look(place, index, run) {
      const base = place * layout.width;
      if (index === 0) starts[place] = run.network.parameters.slice();
      for (const reading of readings.get(at[index]!)!) write(reading, run, base, starts[place]!);
    },
  };

  function write(reading: Reading, run: Run, base: number, start: Float64Array): void {
    const blockAt = (name: BlockName) => base + layout.blocks[name]!.at;
    if (reading === 'before') {
      writeOutputFeatures(outputsPrinted(run, d.digits), d, rows, blockAt('before'));
      writeParts(run, blockAt('initial'), (part) => initialFeature(part(run.network.parameters)));
    } else if (reading === 'later') {
      writeOutputFeatures(outputsPrinted(run, d.digits), d, rows, blockAt('later'));
    } else if (reading === 'end') {
      const outputs = outputsPrinted(run, d.digits);
      rows.set(outputs, base);
      writeResultFeatures(outputs, d, rows, blockAt('outputs'));
      rows[blockAt('lossEnd')] = lossFeature(lossOfRun(run));
      if (layout.blocks.hidden) rows.set(hiddenOf(run, layout, d.digits), blockAt('hidden'));
      writeParts(run, blockAt('moved'), (part) => movedFeature(part(start), part(run.network.parameters)));
    } else rows[blockAt(reading)] = lossFeature(lossOfRun(run));
  }

  function writeParts(
    run: Run,
    from: number,
    feature: (part: (all: Float64Array) => Float64Array) => number,
  ): void {
    run.network.offsets.forEach(({ weights, weightCount, biases, biasCount }, l) => {
      rows[from + 2 * l] = feature((all) => all.subarray(weights, weights + weightCount));
      rows[from + 2 * l + 1] = feature((all) => all.subarray(biases, biases + biasCount));
    });
  }
}

function eachSample(run: Run, look: (sample: number) => void): void {
  const { network, samples } = run;
  for (let k = 0; k < samples.count; k++) {
    let x = samples.inputs[k]!;
    for (const layer of network.layers) {
      layer.multiply(layer, x);
      layer.activate(layer);
      x = layer.output;
    }
    look(k);
  }
}

function outputsPrinted(run: Run, digits: number): Float64Array {
  const { output } = run.network;
  const outputs = new Float64Array(run.samples.count * output.length);
  eachSample(run, (k) => {
    for (let o = 0; o < output.length; o++) outputs[k * output.length + o] = rounded(output[o]!, digits);
  });
  return outputs;
}

function hiddenOf(run: Run, { hiddenLayers }: Layout, digits: number): number[] {
  const tables = hiddenLayers.map((l) =>
    Array.from({ length: run.network.layers[l]!.units }, () => new Float64Array(run.samples.count)),
  );
  eachSample(run, (k) => {
    tables.forEach((table, t) => {
      const { output } = run.network.layers[hiddenLayers[t]!]!;
      table.forEach((unit, u) => {
        unit[k] = rounded(output[u]!, digits);
      });
    });
  });
  return tables.flatMap(hiddenFeatures);
}
