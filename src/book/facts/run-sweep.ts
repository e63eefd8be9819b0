import { createRun } from '../../engine/index.ts';
import { sweep } from '../../sweep/index.ts';
import { readings } from './letters.ts';
import type { FactSweep } from './sweeps.ts';

/** The letters of the runs from these seeds, in their order. */
export async function runSweep({ training, reading }: FactSweep, seeds: readonly number[]): Promise<string> {
  const { spec, epochs } = training;
  const read = readings[reading];
  const runs = await sweep(spec, { seeds, epochs });
  return runs
    .map(({ seed, outcome, outputs }) => {
      const inputs = createRun(spec, seed).samples.inputs.map((input) => input[0]!);
      return read({ outcome: outcome.kind, outputs, inputs });
    })
    .join('');
}
