import { createRun } from '../../engine/index.ts';
import type { SeedResult } from '../../lab/index.ts';
import { sweep as sweepSpec, type SweepOptions } from '../../sweep/index.ts';
import type { Reading } from '../facts/types.ts';
import type { Training } from './training.ts';

/** How a sweep is followed and cancelled. */
export type Watch = Pick<SweepOptions, 'signal' | 'onProgress'>;

/** The letters of a training's runs from these seeds, in their order. */
export async function lettersOfTraining(
  { spec, epochs }: Training,
  seeds: readonly number[],
  read: Reading,
  watch: Watch = {},
): Promise<string> {
  const runs = await sweepSpec(spec, { ...watch, seeds, epochs });
  return runs
    .map(({ seed, outcome, outputs }) => {
      const { samples } = createRun(spec, seed);
      return read({ outcome: outcome.kind, outputs, ...flat(samples) });
    })
    .join('');
}

/**
 * The letters of a program's runs, as the lab gives them.
 *
 * @param data Of the program; a run whose data depend on its seed brings its own.
 * @throws if a run failed; the message is the lab's.
 */
export function lettersOfResults(
  results: readonly SeedResult[],
  data: { inputs: number[][]; targets: number[][] },
  read: Reading,
): string {
  return results
    .map(({ seed, outcome, outputs, data: own = data, failure }) => {
      if (failure) throw new Error(`seed ${seed}: ${failure.message}`);
      return read({ outcome: outcome.kind, outputs: outputs.flat(), ...flat(own) });
    })
    .join('');
}

/** The data of a run as a reading gets them. */
function flat(data: { inputs: readonly ArrayLike<number>[]; targets: readonly ArrayLike<number>[] }) {
  return {
    outputCount: data.targets[0]?.length ?? 0,
    inputs: data.inputs.map((input) => input[0]!),
    targets: data.targets.flatMap((row) => Array.from(row)),
  };
}
