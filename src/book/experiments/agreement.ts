/**
 * Whether a program and the spec that stands for it do the same: the same networks before the first update and after some, bit
 * for bit where the arithmetic is that of IEEE 754 alone, and to a billionth where a program's Math.exp, Math.log or Math.cos
 * may differ from the engine's in the last digit.
 */
import { createRun, outputsOf, type Run, type Spec, train, updatesPerEpoch } from '../../engine/index.ts';
import { checkedProgram, type Snapshot, snapshotsOf } from './programs.ts';
import type { Training } from './training.ts';

const seeds = [1, 2];
/** Enough that every part of a program has its say; of many samples all in one update, two. */
const updatesFor = (samples: number): number => Math.max(2, Math.min(12, Math.ceil(600 / samples)));

export const isExact = ({ layers, initial }: Spec): boolean =>
  layers.every(({ activation }) => ['identity', 'relu', 'leakyRelu', 'step'].includes(activation)) &&
  !(
    'weights' in initial &&
    [initial.weights.kind, initial.biases.kind].some((kind) => kind === 'he' || kind === 'normal')
  );

/** The engine's network as `layers` of a program shows one. */
export function snapshotOf(run: Run): Snapshot {
  const isAdded = run.spec.faults?.some(({ name }) => name === 'bias-added-to-weights');
  const layers = run.network.layers.map(({ weights, biases }) =>
    isAdded
      ? Array.from(weights, (weight, i) => weight + biases[i]!)
      : [...weights, ...(biases.some(Boolean) ? biases : [])],
  );
  return { outputs: outputsOf(run).map((row) => [...row]), layers };
}

function isSame(one: number[], other: number[], exact: boolean): boolean {
  if (one.length !== other.length) return false;
  return one.every((value, i) => {
    if (Object.is(value, other[i])) return true;
    return !exact && Math.abs(value - other[i]!) < 1e-9 * (1 + Math.abs(value));
  });
}

/** The numbers of a layer in ascending order: a program may keep them in another order than the engine. */
const inOrder = (numbers: number[]) => [...numbers].sort((a, b) => a - b || (Object.is(a, -0) ? -1 : 0));

/**
 * What differs between a program and a training, in words; undefined where nothing does.
 *
 * @param file Of the program, for errors of its own.
 * @param hasOwnEpochs Whether the training is for as long as the program's own run; a sweep may train for another time.
 */
export function disagreement(
  file: string,
  text: string,
  { spec, epochs }: Training,
  hasOwnEpochs: boolean,
): string | undefined {
  const program = checkedProgram(file, text);
  const { info } = program;
  if (info.learningRate !== spec.optimizer.learningRate)
    return `its learning rate is ${info.learningRate}, and the spec's is ${spec.optimizer.learningRate}`;
  const exact = isExact(spec);
  const updates = updatesFor(info.inputs.length);
  for (const seed of seeds) {
    const run = createRun(spec, seed);
    const [ours, theirs] = [epochs * updatesPerEpoch(run), info.epochs * info.updatesPerEpoch];
    if (hasOwnEpochs && ours !== theirs) return `it makes ${theirs} updates in all, and the spec ${ours}`;
    const [first, last] = snapshotsOf(program, seed, updates);
    const atStart = difference(first, snapshotOf(run), exact);
    if (atStart) return `${atStart} of seed ${seed} before the first update`;
    train(run, updates);
    const later = difference(last, snapshotOf(run), exact);
    if (later) return `${later} of seed ${seed} after ${updates} updates`;
  }
  return undefined;
}

function difference(program: Snapshot, engine: Snapshot, exact: boolean): string | undefined {
  const layer = engine.layers.findIndex(
    (numbers, l) => !isSame(inOrder(numbers), inOrder(program.layers[l] ?? []), exact),
  );
  if (layer >= 0 || program.layers.length !== engine.layers.length)
    return `the parameters of layer ${layer < 0 ? engine.layers.length : layer} differ, in the network`;
  const sample = engine.outputs.findIndex((row, n) => !isSame(row, program.outputs[n] ?? [], exact));
  return sample < 0 ? undefined : `the output for sample ${sample} differs, in the network`;
}
