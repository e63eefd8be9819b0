/**
 * The programs of content, held against their contract before anything else is done with them: what is missing, of the wrong
 * shape, throws or never ends is an error with file and line, within seconds.
 */
import { readFileSync } from 'node:fs';
import type { Advance, Loaded, Program, ProgramInfo } from '../../lab/index.ts';
import { evaluate, transpile, type Transpiled, WaitedThread } from '../../lab/in-node/index.ts';
import { codeOf } from '../code-of.ts';
import { keptAtOnce } from '../kept-between-builds.ts';
import { onceAProcess } from '../once-a-process.ts';
import type { Runs } from './experiments.ts';

const contract = 'What a program exports is said in src/lab/program.ts';

/** Updates that every program is tried for, and at least an epoch. */
const triedUpdates = 24;

export interface CheckedProgram {
  text: string;
  info: ProgramInfo;
  transpiled: Transpiled;
}

const thread = onceAProcess('thread for programs', () => new WaitedThread());
const checked = onceAProcess('checked programs', () => new Map<string, CheckedProgram | Error>());

/**
 * A program that does what its contract says.
 *
 * @param file Seen from the project's root; the text may be an edited one.
 * @throws with file, line and expectation if it does not.
 */
export function checkedProgram(file: string, text = readFileSync(file, 'utf8')): CheckedProgram {
  const key = `${file}\n${text}`;
  let program = checked.get(key);
  if (!program) {
    program = keptOrRefused(file, text);
    checked.set(key, program);
  }
  if (program instanceof Error) throw program;
  return program;
}

/** What is right stays right for as long as the program and the lab are what they are. */
function keptOrRefused(file: string, text: string): CheckedProgram | Error {
  try {
    return keptAtOnce(['program', codeOf('src/lab', 'src/engine', 'src/words'), text], () =>
      check(file, text),
    );
  } catch (error) {
    return error as Error;
  }
}

/** @throws with file, line and expectation if it does not keep its contract. */
function check(file: string, text: string): CheckedProgram {
  const read = transpile(text);
  if (read.kind === 'failed') throw refused(file, read.failure);
  const loaded = thread.ask<Loaded>({ kind: 'load', program: read.value, seed: 1 });
  if (loaded.kind === 'failed') throw refused(file, loaded.failure);
  const { info } = loaded.value;
  const updates = Math.min(500, Math.max(info.updatesPerEpoch, triedUpdates));
  const advanced = thread.ask<Advance>({ kind: 'advance', updates });
  if (advanced.kind === 'failed') throw refused(file, advanced.failure);
  const exports = evaluate(read.value.code) as Partial<Program>;
  const isToTheLetter =
    typeof exports.create === 'function' &&
    !Array.isArray(exports.data) &&
    info.learningRate === exports.learningRate;
  if (!isToTheLetter)
    throw refused(file, { message: 'A program of the book exports `create`, its `learningRate` by this name, and `data` with `inputs` and `targets`.' }); // prettier-ignore
  return { text, info, transpiled: read.value };
}

function refused(
  file: string,
  { message, line, update }: { message: string; line?: number; update?: number },
): Error {
  const when = update === undefined ? '' : ` (in update ${update}, counted from 0)`;
  return new Error(`${file}${line === undefined ? '' : `:${line}`}: ${message}${when} ${contract}.`);
}

/** A program that was checked, to be run right here. */
export const loadedProgram = (file: string, text?: string): Program =>
  evaluate(checkedProgram(file, text).transpiled.code) as unknown as Program;

/** A network of a program: its outputs for the samples, and the numbers of each layer, in no order that means anything. */
export interface Snapshot {
  /** [N, O] */
  outputs: number[][];
  /** Weights, and biases where the layer has any. */
  layers: number[][];
}

/** The networks of a seed before the first update and after so many. The program has been checked. */
export function snapshotsOf(
  { transpiled }: CheckedProgram,
  seed: number,
  updates: number,
): [Snapshot, Snapshot] {
  const loaded = thread.ask<Loaded>({ kind: 'load', program: transpiled, seed });
  const advanced = thread.ask<Advance>({ kind: 'advance', updates });
  if (loaded.kind === 'failed') throw new Error(loaded.failure.message);
  if (advanced.kind === 'failed') throw new Error(advanced.failure.message);
  const snapshot = ({ outputs, layers }: Loaded['frame']): Snapshot => ({
    outputs,
    layers: layers.map(({ weights, biases }) => [...weights.flat(), ...(biases.some(Boolean) ? biases : [])]),
  });
  return [snapshot(loaded.value.frame), snapshot(advanced.value.frame)];
}

/** How long each seed of a sweep is trained. */
export function epochsOf(runs: Runs): number {
  if (runs.kind === 'spec') return runs.training.epochs;
  return runs.epochs ?? checkedProgram(runs.file, runs.text).info.epochs;
}
