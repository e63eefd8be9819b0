import { predict } from '../../../src/engine/index.ts';
import type { Run } from '../../../src/engine/index.ts';

/** Whether some ReLU layer of the network is silent, every unit at 0, on every sample of its data set. */
export function hasSilentLayer(run: Run): boolean {
  const { layers } = run.network;
  const heard = run.spec.layers.map(({ activation }) => activation !== 'relu');
  for (const x of run.samples.inputs) {
    predict(run, [...x]);
    for (const [l, { a }] of layers.entries()) heard[l] ||= a.some((activation) => activation > 0);
  }
  return heard.includes(false);
}
