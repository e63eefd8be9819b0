import { stripTypeScriptTypes } from 'node:module';
import type { Program } from '../../src/lab/program.ts';
import { readFaults, readProgram, variantText } from '../../src/book/faults.ts';
import { mend } from '../../src/book/mends.ts';

/** Evaluates a program's TypeScript text as a module of its own. */
export async function loadProgram(text: string): Promise<Program> {
  const javascript = stripTypeScriptTypes(text);
  return (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(javascript)}`
  )) as Program;
}

/** The text of a case's program with these faults mended, or as this variant. */
export function caseText(
  caseId: string,
  { mends = [], variant }: { mends?: string[]; variant?: string },
): string {
  const source = readProgram(caseId, 'typescript')!;
  const { faults, variants } = readFaults(caseId);
  if (variant !== undefined) {
    const found = variants.find((one) => one.id === variant);
    if (!found) throw new Error(`caseText: ${caseId} has no variant "${variant}"`);
    return variantText(source, faults, found);
  }
  const chosen = mends.map((id) => {
    const fault = faults.find((one) => one.id === id);
    if (!fault) throw new Error(`caseText: ${caseId} has no fault "${id}"`);
    return fault;
  });
  return mend(source, chosen);
}

/** A case's program with these faults mended, or as this variant. */
export const loadCase = (caseId: string, choice: { mends?: string[]; variant?: string } = {}) =>
  loadProgram(caseText(caseId, choice));

/** Every combination of a list, the empty one first. */
export function combinations<T>(list: readonly T[]): T[][] {
  return list.reduce<T[][]>((all, item) => [...all, ...all.map((some) => [...some, item])], [[]]);
}

/** Trains a network for so many epochs, in place. */
export function train(program: Program, network: unknown, epochs: number): void {
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let k = 0; k < program.updatesPerEpoch; k++) program.update(network, k);
  }
}

/** The program's data set for a seed. */
export const dataOf = (program: Program, seed: number) =>
  typeof program.data === 'function' ? program.data(seed) : program.data;

/** The first output for every input of the data set. */
export const outputsOf = (program: Program, network: unknown, seed = 1): number[] =>
  dataOf(program, seed).inputs.map((input) => program.predict(network, input)[0]!);
