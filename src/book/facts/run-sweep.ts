import { createRun } from '../../engine/index.ts';
import { sweep } from '../../sweep/index.ts';
import { readings } from './letters.ts';
import type { FactSweep } from './sweeps.ts';

/** The letters of the runs from these seeds, in their order. */
export async function runSweep(factSweep: FactSweep, seeds: readonly number[]): Promise<string> {
  const read = readings[factSweep.reading];
  if ('own' in factSweep) return seeds.map((seed) => read(factSweep.own.endOf(seed))).join('');
  const { spec, epochs } = factSweep.training;
  const runs = await sweep(spec, { seeds, epochs });
  return runs
    .map(({ seed, outcome, outputs }) => {
      const { samples } = createRun(spec, seed);
      const inputs = samples.inputs.map((input) => input[0]!);
      const targets = samples.targets.map((target) => target[0]!);
      return read({ outcome: outcome.kind, outputs, inputs, targets });
    })
    .join('');
}
