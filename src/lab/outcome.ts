import type { Outcome } from './protocol.ts';

/** Outputs closer together than this count as one number. */
const constantWithin = 1e-6;

/** The middle between the smallest and the largest target of each output. [O] */
export function middles(targets: readonly (readonly number[])[]): number[] {
  return (targets[0] ?? []).map((_, output) => {
    let low = Infinity;
    let high = -Infinity;
    for (const target of targets) {
      low = Math.min(low, target[output]!);
      high = Math.max(high, target[output]!);
    }
    return (low + high) / 2;
  });
}

/**
 * How a run ended, by the definitions that hold everywhere in the book: diverged (something is not finite), solved (every
 * output on its target's side of the middle of that output's targets), constant (no output differs by 1e-6 over the data
 * set), else partly. A target that lies on the middle itself has no side, and any output counts as right for it.
 *
 * @param outputs [N, O]
 * @param targets [N, O]
 * @param parametersFinite Whether every weight and bias is finite; the outputs are looked at here.
 */
export function outcomeOf(
  outputs: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  parametersFinite = true,
): Outcome {
  if (!parametersFinite || outputs.some((row) => row.some((value) => !Number.isFinite(value))))
    return { kind: 'diverged' };

  const middle = middles(targets);
  let right = 0;
  let count = 0;
  outputs.forEach((row, sample) =>
    row.forEach((value, output) => {
      const side = Math.sign(targets[sample]![output]! - middle[output]!);
      count++;
      if (side === 0 || Math.sign(value - middle[output]!) === side) right++;
    }),
  );
  if (right === count) return { kind: 'solved' };
  if (isConstant(outputs)) return { kind: 'constant', value: outputs[0]![0]! };
  return { kind: 'partly', right };
}

/** Whether each output differs by less than 1e-6 over the samples. @param outputs [N, O] */
export function isConstant(outputs: readonly (readonly number[])[]): boolean {
  return (outputs[0] ?? []).every((_, output) => {
    let low = Infinity;
    let high = -Infinity;
    for (const row of outputs) {
      low = Math.min(low, row[output]!);
      high = Math.max(high, row[output]!);
    }
    return high - low < constantWithin;
  });
}
