/** Which numbers of a network are its parameters, when it shows no layers: those that a prediction depends on. */
import type { DataSet, LoadedProgram } from '../program.ts';
import { isIntegerStorage, numberAt, setNumberAt } from '../runtime/plain-data.ts';
import type { Path } from '../runtime/plain-data.ts';
import { attempt } from './own-data.ts';

/** Samples that are tried for each number. */
const mostSamples = 6;

/**
 * Each number is moved, a little and far, up and down, in the network as it begins and in one with all its numbers drawn anew,
 * where a unit that is silent at first may speak. What `predict` itself writes, such as activations, is no parameter; nor is a
 * whole number that can't be anything else, such as the size of a layer.
 */
export function readByPredictions(
  program: LoadedProgram,
  data: DataSet,
  network: unknown,
  paths: readonly Path[],
  beat: () => void,
): Path[] {
  const every = Math.ceil(data.inputs.length / mostSamples);
  const inputs = data.inputs.filter((_, sample) => sample % every === 0);
  const scratch = structuredClone(network);
  const predictions = (): number[] =>
    inputs.flatMap((input) => Array.from(program.predict(scratch, input.slice())));
  predictions();
  const written = paths.filter((path) => !Object.is(numberAt(scratch, path), numberAt(network, path)));
  for (const input of [...inputs, inputs[0]!].toReversed()) program.predict(scratch, input.slice());
  const isWritten = new Set(
    [...written, ...paths.filter((path) => !Object.is(numberAt(scratch, path), numberAt(network, path)))].map(
      (path) => path.join(),
    ),
  );
  const candidates = paths.filter((path) => !isWritten.has(path.join()));

  const read = new Set<Path>();
  const tryAll = (): void => {
    let here = predictions();
    for (const path of candidates) {
      if (read.has(path)) continue;
      beat();
      const value = numberAt(scratch, path);
      const size = Math.max(Math.abs(value), 1);
      const steps = isIntegerStorage(scratch, path) ? [1, -1, 7, -7] : [size / 64, 4 * size, -4 * size];
      for (const step of steps) {
        setNumberAt(scratch, path, value + step);
        const moved = triedPredictions();
        setNumberAt(scratch, path, value);
        if (!moved) break;
        if (moved.some((one, at) => !Object.is(one, here[at]))) {
          read.add(path);
          break;
        }
      }
      here = predictions();
    }
  };
  /** Nothing where the network no longer works with this number in it. */
  const triedPredictions = (): number[] | undefined => {
    const values = attempt(predictions);
    return values?.every((value) => Number.isFinite(value)) ? values : undefined;
  };

  tryAll();
  const random = drawsOf(7);
  for (const path of read) setNumberAt(scratch, path, 2 * random() - 1);
  for (const path of candidates)
    if (!read.has(path) && numberAt(scratch, path) === 0 && !isIntegerStorage(scratch, path))
      setNumberAt(scratch, path, random());
  if (read.size < candidates.length && triedPredictions()) tryAll();
  return candidates.filter((path) => read.has(path));
}

/** The list that a number stands in: "hidden.weights" for hidden.weights[0][1]. */
export function arrayName(path: Path): string {
  const names = path.slice(0, path.findLastIndex((key) => !/^\d+$/.test(key)) + 1);
  return names.length > 0 && names.length <= 6 && names.every((key) => /^[\w$]{1,30}$/.test(key))
    ? names.join('.')
    : 'network';
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32, as in the programs). */
export function drawsOf(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
