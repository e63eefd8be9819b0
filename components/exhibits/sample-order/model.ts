/**
 * The order in which samples are shown: the same network from the same start, with as many updates, but so many of each sample in a
 * row. A 2-4-1 network learns XOR with tanh hidden units, a sigmoid output and half the squared error, one sample at a time.
 */
import {
  createRun,
  judgeOutcome,
  type LayerSpec,
  outputsOf,
  type Run,
  train,
  xor,
  xorSpec,
} from '../../../src/engine/index.ts';

export interface SampleOrderOptions {
  /** Indices of `xor`, in the order in which they are shown. */
  order: readonly number[];
  /** How many updates on a sample before the next one comes. */
  inARow: number;
  learningRate: number;
  /** How many updates there are in all. */
  updates: number;
  seed: number;
}

export interface OrderFrame {
  update: number;
  /** Of each sample of `xor`. [N] */
  outputs: number[];
}

export interface SampleOrderModel {
  frames: OrderFrame[];
  /** Which sample the last update was made on: an index of `xor`. */
  last: number;
  isLearned: boolean;
  /** Whether every answer at the end is within a tenth of the target of the sample that was shown last. */
  answersTheLast: boolean;
}

const frameCount = 240;

/** @throws if the order is not made of samples. */
export function createSampleOrder({
  order,
  inARow,
  learningRate,
  updates,
  seed,
}: SampleOrderOptions): SampleOrderModel {
  if (order.length === 0 || !order.every((k) => xor.inputs[k])) {
    throw new Error(`createSampleOrder: order is [${order.join(', ')}]; expected numbers from 0 to 3`);
  }
  const layers: LayerSpec[] = [
    { units: 4, activation: 'tanh' },
    { units: 1, activation: 'sigmoid' },
  ];
  const spec = xorSpec(layers, {
    optimizer: { kind: 'sgd', learningRate },
    sampling: { kind: 'in-order', order: [...order], repeat: inARow },
  });
  const run = createRun(spec, seed);
  const frames = [frameOf(run, 0)];
  for (let k = 1; k <= frameCount; k++) {
    const update = Math.round((k / frameCount) * updates);
    train(run, update - frames.at(-1)!.update);
    frames.push(frameOf(run, update));
  }
  const last = order[Math.floor((updates - 1) / inARow) % order.length]!;
  const outputs = outputsOf(run);
  const target = xor.targets[last]![0]!;
  return {
    frames,
    last,
    isLearned: judgeOutcome(outputs, xor.targets, run.network.parameters).kind === 'solved',
    answersTheLast: outputs.every(([output]) => Math.abs(output! - target) <= 0.1),
  };
}

const frameOf = (run: Run, update: number): OrderFrame => ({
  update,
  outputs: outputsOf(run).map(([output]) => output!),
});

/** The order with the sample at a place moved by so many places, as far as there are any. */
export function movedBy(order: readonly number[], place: number, by: number): number[] {
  const to = Math.max(0, Math.min(order.length - 1, place + by));
  const others = order.filter((_, i) => i !== place);
  return [...others.slice(0, to), order[place]!, ...others.slice(to)];
}
