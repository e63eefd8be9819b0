import type { Count } from './fact.ts';

/** For how many of the seeds 1 to `count` something holds, among those for which it is not undefined. */
export function countSeeds(count: number, holds: (seed: number) => boolean | undefined): Count {
  let [found, among] = [0, 0];
  for (let seed = 1; seed <= count; seed++) {
    const answer = holds(seed);
    if (answer !== undefined) among++;
    if (answer) found++;
  }
  return { found, among };
}
