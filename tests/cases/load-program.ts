/** Programs as Node runs them: evaluated from their text, as posted, mended, or changed. */
import { stripTypeScriptTypes } from 'node:module';
import type { Program } from '../../src/lab/program.ts';
import { namedExperiments } from '../../src/book/experiments/named.ts';
import { readProgram } from '../../src/book/faults.ts';
import { mend } from '../../src/book/mends.ts';

/** Which form of a case's program: some faults mended, or a variant of experiments.yaml. As posted where neither is named. */
export interface Choice {
  mends?: readonly string[];
  variant?: string;
}

/** Evaluates a program's TypeScript text as a module of its own. */
export async function loadProgram(text: string): Promise<Program> {
  const javascript = stripTypeScriptTypes(text);
  return (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(javascript)}`
  )) as Program;
}

/** @throws if the case has no program, no such fault or no such variant. */
export function caseText(caseId: string, { mends = [], variant }: Choice = {}): string {
  const source = readProgram(caseId, 'typescript');
  if (source === undefined) throw new Error(`caseText: there is no case "${caseId}"`);
  const { faults, variants, textOf } = namedExperiments('test', caseId);
  if (variant !== undefined) {
    const found = variants.get(variant);
    if (!found) throw new Error(`caseText: ${caseId} has no variant "${variant}"`);
    return textOf(found);
  }
  const chosen = mends.map((id) => {
    const fault = faults.find((one) => one.id === id);
    if (!fault) throw new Error(`caseText: ${caseId} has no fault "${id}"`);
    return fault;
  });
  return mend(source, chosen);
}

export const loadCase = (caseId: string, choice: Choice = {}) => loadProgram(caseText(caseId, choice));

/** Trains a program's network in place. */
export function trainProgram(program: Program, network: unknown, epochs: number): void {
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let k = 0; k < program.updatesPerEpoch; k++) program.update(network, k);
  }
}

/** The program's data set for a seed. */
export const dataOfProgram = (program: Program, seed: number) =>
  typeof program.data === 'function' ? program.data(seed) : program.data;

/** The first output for every input of the data set. */
export const outputsOfProgram = (program: Program, network: unknown, seed = 1): number[] =>
  dataOfProgram(program, seed).inputs.map((input) => program.predict(network, input)[0]!);
