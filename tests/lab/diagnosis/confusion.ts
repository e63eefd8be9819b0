/**
 * The confusion matrix of the diagnosis: programs with a known fault, and right ones, by the codes that are found in them.
 *
 * A fault counts where it changes a parameter within the first epoch: what changes none cannot be seen in an update.
 */
import { readFaults } from '../../../src/book/faults.ts';
import type { LoadedProgram } from '../../../src/lab/program.ts';
import { programOfSpec } from '../../../src/lab/program-of-spec.ts';
import { numberAt, numberPaths } from '../../../src/lab/runtime/plain-data.ts';
import { loadCase } from '../../cases/load-program.ts';
import { casesWithFaults, readChecks } from '../../content/declared.ts';
import { diagnosed } from './diagnosed.ts';
import { codesOfFault, faultySpecs, rightSpecs } from './engine-programs.ts';
import { furtherPrograms } from './further-programs.ts';
import { reconstructions } from './reconstructions.ts';

export interface Trial {
  name: string;
  /** Any of these names its fault; none for a right network. */
  expected: string[];
  look: () => { codes: string[]; problems: string[] };
  /** Whether the fault changes a parameter within the first epoch. */
  isFelt: () => boolean;
}

export interface Confusion {
  /** Programs with a fault that is felt, and those among them whose fault is named. */
  programs: number;
  named: number;
  rightNetworks: number;
  /** "name: codes", for each right network in which a problem was seen. */
  falseProblems: string[];
  /** "name: codes", for each fault that was not named. */
  missed: string[];
  /** By code: the programs that show it. */
  shownBy: Map<string, string[]>;
}

export function confusionOf(trials: readonly Trial[]): Confusion {
  const result: Confusion = {
    programs: 0,
    named: 0,
    rightNetworks: 0,
    falseProblems: [],
    missed: [],
    shownBy: new Map(),
  };
  for (const { name, expected, look, isFelt } of trials) {
    if (expected.length > 0 && !isFelt()) continue;
    const { codes, problems } = look();
    for (const code of new Set(codes)) result.shownBy.set(code, [...(result.shownBy.get(code) ?? []), name]);
    if (expected.length === 0) {
      result.rightNetworks++;
      if (problems.length > 0) result.falseProblems.push(`${name}: ${problems.join(', ')}`);
      continue;
    }
    result.programs++;
    if (codes.some((code) => expected.includes(code))) result.named++;
    else result.missed.push(`${name}: ${codes.join(', ')}`);
  }
  return result;
}

const always = (): boolean => true;

export function reconstructionTrials(): Trial[] {
  return [...reconstructions, ...furtherPrograms].map(({ name, program, updates, seed, codes }) => ({
    name,
    expected: codes,
    look: () => diagnosed(program, updates, seed),
    // Each was asked about because it fails: what is wrong with it is felt, also where no update moves anything.
    isFelt: always,
  }));
}

/** Each fault seeded into so many networks of the engine. */
export function engineTrials(networks: number): Trial[] {
  return faultySpecs(networks).map(({ name, spec, right, fault, seed, updates }) => ({
    name,
    expected: codesOfFault[fault],
    look: () => diagnosed(programOfSpec(spec), updates, seed),
    isFelt: () => differ(programOfSpec(spec), programOfSpec(right), seed),
  }));
}

export function rightTrials(count: number, firstSeed = 1): Trial[] {
  return rightSpecs(count, firstSeed).map(({ name, spec, seed, updates }) => ({
    name,
    expected: [],
    look: () => diagnosed(programOfSpec(spec), updates, seed),
    isFelt: always,
  }));
}

/** Every fault of every case that its checks.yaml says can be seen, alone; and where it shows beside the others only, with them. */
export async function caseTrials(): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const caseId of casesWithFaults()) {
    const sights = readChecks(caseId)?.data.diagnosis ?? {};
    const mendable = readFaults(caseId)
      .faults.filter(({ mend }) => mend)
      .map(({ id }) => id);
    for (const [id, sight] of Object.entries(sights)) {
      // An edit wakes a fault that sleeps in the program as it is; that is the tests' business.
      if ('unseen' in sight || sight.edit) continue;
      const others = sight.asPosted ? [] : mendable.filter((other) => other !== id);
      const { updates = 0, seed = 1 } = sight;
      const [program, mended] = await Promise.all([
        loadCase(caseId, { mends: others }),
        loadCase(caseId, { mends: [...others, id].filter((name) => mendable.includes(name)) }),
      ]);
      trials.push({
        name: `${caseId}: ${id}`,
        expected: sight.says,
        look: () => diagnosed(program, updates, seed),
        isFelt: () => differ(program, mended, seed),
      });
    }
  }
  return trials;
}

/** Whether two programs have other parameters after their first epoch. */
function differ<A, B>(one: LoadedProgram<A>, other: LoadedProgram<B>, seed: number): boolean {
  const after = <Network>(program: LoadedProgram<Network>): number[] => {
    const network = program.create(seed);
    for (let k = 0; k < program.updatesPerEpoch; k++) program.update(network, k);
    return (program.layers?.(network) ?? [])
      .flatMap(({ weights, biases }) => [...weights.flatMap((row) => [...row]), ...biases])
      .concat(
        numberPaths(network).length > 5_000
          ? []
          : numberPaths(network).map((path) => numberAt(network, path)),
      );
  };
  const [a, b] = [after(one), after(other)];
  return (
    a.length !== b.length || a.some((value, i) => !Object.is(value, b[i]) && Math.abs(value - b[i]!) > 1e-15)
  );
}
