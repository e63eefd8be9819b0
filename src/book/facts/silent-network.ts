/** A network whose hidden layer is silent: what is left of it is the output's bias. */
import { createRun, outputsOf, type Run, train } from '../../engine/index.ts';

interface Options {
  learningRate: number;
  /** In the order in which the samples are trained. Defaults to 0, 1, 1, 0. */
  targets?: number[];
  /** The bias before the first update. Defaults to 0. */
  from?: number;
}

function silentRun({ learningRate, targets = [0, 1, 1, 0], from = 0 }: Options): Run {
  return createRun(
    {
      data: { inputs: targets.map(() => [0]), targets: targets.map((target) => [target]) },
      layers: [{ units: 1, activation: 'identity' }],
      loss: 'halfSquaredError',
      initial: { parameters: [0, from] },
      optimizer: { kind: 'sgd', learningRate },
      batch: 'sample',
    },
    1,
  );
}

/** What it prints after two thousand epochs, found by training it. */
export function constantOf(options: Options): number {
  const run = silentRun(options);
  train(run, 2000 * run.samples.count);
  return outputsOf(run)[0]![0]!;
}
