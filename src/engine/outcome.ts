/**
 * How a run ended, by the definitions that hold everywhere in the book:
 *
 * - diverged: a parameter or an output is not finite
 * - solved:   every output is on its target's side of the middle of the targets
 * - constant: no output differs by 1e-6 or more over the data set
 * - partly:   so many outputs on their target's side
 *
 * Where a network has several outputs, the middle is that of each output's own targets, and constant is each output by
 * itself. An output that lies on the middle is on no side. A target that lies on it has no side, and any output is right.
 */
export type Outcome =
  | { kind: 'diverged' }
  | { kind: 'solved' }
  | { kind: 'constant'; value: number }
  | { kind: 'partly'; right: number };

/** Outputs closer together than this count as one number. */
const constantWithin = 1e-6;

/** The least and the largest number of each column. [N, O] -> [O] */
function extremes(rows: readonly (readonly number[])[]): { low: number; high: number }[] {
  return (rows[0] ?? []).map((_, o) => {
    let [low, high] = [Infinity, -Infinity];
    for (const row of rows) {
      low = Math.min(low, row[o]!);
      high = Math.max(high, row[o]!);
    }
    return { low, high };
  });
}

/** The middle between the least and the largest target of each output. [N, O] -> [O] */
export function middles(targets: readonly (readonly number[])[]): number[] {
  return extremes(targets).map(({ low, high }) => (low + high) / 2);
}

/** Whether each output is the same over the samples, to less than 1e-6. @param outputs [N, O] */
export function isConstant(outputs: readonly (readonly number[])[]): boolean {
  return extremes(outputs).every(({ low, high }) => high - low < constantWithin);
}

/**
 * Judges outputs against targets.
 *
 * @param outputs [N, O]
 * @param targets [N, O]
 * @param parameters All weights and biases of the network.
 */
export function judgeOutcome(
  outputs: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  parameters: Iterable<number>,
): Outcome {
  for (const parameter of parameters) if (!Number.isFinite(parameter)) return { kind: 'diverged' };
  if (!outputs.every((row) => row.every(Number.isFinite))) return { kind: 'diverged' };
  const middle = middles(targets);
  let right = 0;
  let count = 0;
  for (const [k, row] of outputs.entries()) {
    for (const [o, output] of row.entries()) {
      const side = Math.sign(targets[k]![o]! - middle[o]!);
      count += 1;
      if (side === 0 || Math.sign(output - middle[o]!) === side) right += 1;
    }
  }
  if (right === count) return { kind: 'solved' };
  if (isConstant(outputs)) return { kind: 'constant', value: outputs[0]![0]! };
  return { kind: 'partly', right };
}
