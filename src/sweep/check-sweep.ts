/** The arguments of a sweep, checked before any work is done. */
import { checkSpec } from '../engine/index.ts';
import type { Spec } from '../engine/index.ts';
import type { SweepOptions } from './sweep-options.ts';

const largestSeed = 2 ** 32 - 1;

const isCount = (value: unknown, least: number) => Number.isSafeInteger(value) && (value as number) >= least;

/** The seeds of the sweep, in order. Throws where an argument is wrong. */
export function checkSweep(specs: readonly Spec[], { seeds, epochs, workers }: SweepOptions): number[] {
  for (const spec of specs) checkSpec(spec, 'sweep');
  if (!isCount(epochs, 1)) throw new RangeError(`sweep: epochs is ${epochs}; expected a whole number >= 1`);
  if (workers !== undefined && !isCount(workers, 0))
    throw new RangeError(`sweep: workers is ${workers}; expected a whole number >= 0`);
  if (typeof seeds === 'number') {
    if (!isCount(seeds, 1))
      throw new RangeError(`sweep: seeds is ${seeds}; expected a whole number >= 1 or a list`);
    return Array.from({ length: seeds }, (_, k) => k + 1);
  }
  if (seeds.length === 0) throw new RangeError('sweep: seeds is an empty list; expected at least one seed');
  for (const [k, seed] of seeds.entries())
    if (!isCount(seed, 0) || seed > largestSeed)
      throw new RangeError(`sweep: seeds[${k}] is ${seed}; expected a whole number from 0 to ${largestSeed}`);
  return [...seeds];
}
