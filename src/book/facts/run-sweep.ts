import { createRun } from '../../engine/index.ts';
import { sweep, type SweepOptions } from '../../sweep/index.ts';
import { readings } from './letters.ts';
import type { FactSweep } from './sweeps.ts';

/** How a sweep is followed and cancelled. */
export type Watch = Pick<SweepOptions, 'signal' | 'onProgress'>;

/**
 * The letters of the runs from these seeds, in their order.
 *
 * @param watch A program of its own runs to its end unwatched.
 */
export async function runSweep(
  factSweep: FactSweep,
  seeds: readonly number[],
  watch: Watch = {},
): Promise<string> {
  const read = readings[factSweep.reading];
  if ('own' in factSweep) return seeds.map((seed) => read(factSweep.own.endOf(seed))).join('');
  const { spec, epochs } = factSweep.training;
  const runs = await sweep(spec, { ...watch, seeds, epochs });
  return runs
    .map(({ seed, outcome, outputs }) => {
      const { samples } = createRun(spec, seed);
      const inputs = samples.inputs.map((input) => input[0]!);
      const targets = samples.targets.map((target) => target[0]!);
      return read({ outcome: outcome.kind, outputs, inputs, targets });
    })
    .join('');
}
