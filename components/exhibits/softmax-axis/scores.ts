import { createRandom, drawUniform } from '../../../src/engine/index.ts';

/** Scores of four samples for three classes, evenly between -2 and 2. [4, 3] */
export function scoresOf(seed: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: 4 }, () => Array.from({ length: 3 }, () => 4 * drawUniform(random) - 2));
}
