/** The data that a reader names rather than pastes. */
import type { DataSet } from '../engine/index.ts';

/** Tasks by name. */
export const taskNames = ['xor', 'and', 'or', 'xnor', 'parity3', 'count3', 'not', 'own'] as const;
export type TaskName = (typeof taskNames)[number];

const bits = (n: number): number[][] =>
  Array.from({ length: 2 ** n }, (_, k) => Array.from({ length: n }, (__, i) => (k >> (n - 1 - i)) & 1));
const sum = (row: readonly number[]) => row.reduce((a, b) => a + b, 0);
const truthTable = (n: number, target: (row: number[]) => number): DataSet => ({
  inputs: bits(n),
  targets: bits(n).map((row) => [target(row)]),
});

export const tasks: Record<Exclude<TaskName, 'own'>, DataSet> = {
  xor: truthTable(2, ([a, b]) => a! ^ b!),
  and: truthTable(2, ([a, b]) => a! & b!),
  or: truthTable(2, ([a, b]) => a! | b!),
  xnor: truthTable(2, ([a, b]) => 1 - (a! ^ b!)),
  parity3: truthTable(3, (row) => sum(row) % 2),
  count3: truthTable(3, (row) => sum(row) / 3),
  not: truthTable(1, ([a]) => 1 - a!),
};
