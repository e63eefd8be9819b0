/** What the checks do with a program beside calling it. A tool in another language has its own of these. */
import type { DataSet, LoadedProgram } from '../program.ts';

/** What comes of an action; nothing when it throws. */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** The data set that a program draws from a seed, or the one it has. */
export function dataOfSeed({ data }: LoadedProgram, present: DataSet, seed: number): DataSet {
  return typeof data === 'function' ? data(seed) : present;
}

/**
 * Moves the inputs of one sample in the data that a program exports, which its own code may read.
 *
 * @returns what puts them back; nothing where the program shows no such list.
 */
export function moveOwnInputs({ data }: LoadedProgram, sample: number): (() => void) | undefined {
  if (typeof data !== 'object' || !Array.isArray(data.inputs)) return undefined;
  const row = data.inputs[sample];
  if (!Array.isArray(row)) return undefined;
  const kept = row.slice();
  kept.forEach((value, i) => (row[i] = value + 1 + i));
  return () => kept.forEach((value, i) => (row[i] = value));
}
