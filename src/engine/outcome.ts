/**
 * How a run ended, by the definitions that hold everywhere in the book:
 *
 * - diverged: a parameter or an output is not finite
 * - solved:   every output is on its target's side of the middle of the targets
 * - constant: the outputs differ by less than 1e-6 over the data set
 * - partly:   so many outputs on their target's side
 *
 * The middle is that of the least and the largest target. A target above it asks for an output above it, any
 * other target for one that is not.
 */
export type Outcome =
  | { kind: 'diverged' }
  | { kind: 'solved' }
  | { kind: 'constant'; value: number }
  | { kind: 'partly'; right: number };

/** Judges outputs [N, O] against targets [N, O]. */
export function judgeOutcome(
  parameters: ArrayLike<number>,
  outputs: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
): Outcome {
  for (let j = 0; j < parameters.length; j++)
    if (!Number.isFinite(parameters[j])) return { kind: 'diverged' };
  let [lowest, highest, least, largest] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const y of targets.flat()) {
    lowest = Math.min(lowest, y);
    highest = Math.max(highest, y);
  }
  const middle = (lowest + highest) / 2;
  let right = 0;
  let count = 0;
  for (const [k, row] of outputs.entries()) {
    for (const [o, p] of row.entries()) {
      if (!Number.isFinite(p)) return { kind: 'diverged' };
      least = Math.min(least, p);
      largest = Math.max(largest, p);
      count += 1;
      if (p > middle === targets[k]![o]! > middle) right += 1;
    }
  }
  if (right === count) return { kind: 'solved' };
  if (largest - least < 1e-6) return { kind: 'constant', value: outputs[0]![0]! };
  return { kind: 'partly', right };
}
