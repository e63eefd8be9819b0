/**
 * How a run ended, by the definitions that hold everywhere in the book:
 *
 * - diverged: a parameter or an output is not finite
 * - solved:   every output is on its target's side of the middle of the targets; where the targets name classes (several outputs,
 *             one of a sample's targets 1 and the others 0), every sample is in its class: that output is above all others
 * - constant: no output differs by 1e-6 or more over the data set
 * - partly:   so many outputs on their target's side, or so many samples in their class
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

/** Whether the targets name a class for each sample: several outputs, one target 1 and the others 0. @param targets [N, O] */
export function areClasses(targets: readonly (readonly number[])[]): boolean {
  return (
    (targets[0]?.length ?? 0) > 1 &&
    targets.every(
      (row) =>
        row.every((target) => target === 0 || target === 1) &&
        row.filter((target) => target === 1).length === 1,
    )
  );
}

/** The place of the number that is above all others; of a tie, or beside NaN, there is none. [O] */
export function classOf(row: readonly number[]): number | undefined {
  let best = 0;
  let isTied = false;
  for (let o = 1; o < row.length; o++) {
    if (row[o]! > row[best]!) {
      best = o;
      isTied = false;
    } else if (!(row[o]! < row[best]!)) isTied = true;
  }
  return isTied ? undefined : best;
}

/** What outcomes are counted by. Where every target is the same, there is no side to be on. */
export type Judgement = { by: 'side' | 'class' | 'nothing'; count: number };

/** @param targets [N, O] */
export function judgementOf(targets: readonly (readonly number[])[]): Judgement {
  if (areClasses(targets)) return { by: 'class', count: targets.length };
  const by = extremes(targets).every(({ low, high }) => low === high) ? 'nothing' : 'side';
  return { by, count: targets.length * (targets[0]?.length ?? 0) };
}

/**
 * Whether each sample is right: in its class, or with every output on its side. A sample without outputs is not. [N]
 *
 * @param outputs [N, O]; rows may be missing.
 * @param targets [N, O]
 */
export function rightSamples(
  outputs: readonly (readonly number[] | undefined)[],
  targets: readonly (readonly number[])[],
): boolean[] {
  const byClass = areClasses(targets);
  const middle = middles(targets);
  return targets.map((target, n) => {
    const output = outputs[n];
    if (!output) return false;
    if (byClass) return classOf(output) === classOf(target);
    return output.every((value, o) => isOnSide(value, target[o]!, middle[o]!));
  });
}

/** A target on the middle has no side, and any number is right. */
function isOnSide(output: number, target: number, middle: number): boolean {
  const side = Math.sign(target - middle);
  return side === 0 ? !Number.isNaN(output) : Math.sign(output - middle) === side;
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
  const { by, count } = judgementOf(targets);
  const right =
    by === 'class'
      ? rightSamples(outputs, targets).filter((isRight) => isRight).length
      : onTheirSides(outputs, targets);
  if (right === count) return { kind: 'solved' };
  if (isConstant(outputs)) return { kind: 'constant', value: outputs[0]![0]! };
  return { kind: 'partly', right };
}

function onTheirSides(
  outputs: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
): number {
  const middle = middles(targets);
  let right = 0;
  for (const [n, row] of outputs.entries())
    for (const [o, output] of row.entries()) if (isOnSide(output, targets[n]![o]!, middle[o]!)) right += 1;
  return right;
}
