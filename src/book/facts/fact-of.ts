/**
 * A fact by its id: the page's folder, then a number of its facts.ts; or the longest known sweep of its experiments.yaml, and a
 * measure of that sweep's reading. Nothing is made up in advance.
 */
import { existsSync } from 'node:fs';
import { evaluateContent } from '../evaluate-content.ts';
import { folderOfId, pageFolders } from '../experiments/page-folders.ts';
import type { Experiments, Sweep } from '../experiments/experiments.ts';
import { experimentsOf } from '../experiments/read-experiments.ts';
import type { Measure } from '../experiments/schema.ts';
import { expectedNames } from '../nearest.ts';
import { factTools } from './fact-tools.ts';
import type { Facts, WrittenFact } from './types.ts';

/** A share of the seeds of a sweep. */
export interface ShareFact {
  kind: 'share';
  id: string;
  folder: string;
  sweep: Sweep;
  /** Only the first so many seeds. Defaults to all. */
  first: number | undefined;
  measure: Measure;
}

/** A number that is computed at once. */
export interface NumberFact extends WrittenFact {
  kind: 'number';
  id: string;
  folder: string;
}

export type Fact = ShareFact | NumberFact;

const written = new Map<string, { exports: object; experiments: Experiments; facts: ReturnType<Facts> }>();

/** What a folder's facts.ts says, by the part of the id after the folder's. */
function numbersOf(folder: string): ReturnType<Facts> {
  const file = `content/${folder}/facts.ts`;
  if (!existsSync(file)) return {};
  const exports = evaluateContent(file);
  const experiments = experimentsOf(folder);
  const known = written.get(folder);
  if (known?.exports === exports && known.experiments === experiments) return known.facts;
  const make = exports['facts'] as Facts | undefined;
  const facts = make?.(factTools(folder)) ?? {};
  written.set(folder, { exports, experiments, facts });
  return facts;
}

/** The fact of an id. @throws if there is none; the message says which part of the id is wrong, and what is right there. */
export function factOf(id: string): Fact {
  const [page, ...parts] = id.split('.') as [string, ...string[]];
  const folder = folderOfId(page);
  if (folder === undefined) {
    const pages = pageFolders().map((one) => one.split('/')[1]!);
    throw new Error(`there is no page "${page}"; ${expectedNames(page, pages)}`);
  }
  const numbers = numbersOf(folder);
  const rest = parts.join('.');
  const number = Object.hasOwn(numbers, rest) ? numbers[rest] : undefined;
  if (number) return { kind: 'number', id, folder, ...number };

  const experiments = experimentsOf(folder);
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join('.');
    const found = sweepNamed(experiments, name);
    if (!found) continue;
    const measures = experiments.measures.get(found.sweep.reading)!;
    const measure = parts.slice(length).join('.');
    if (Object.hasOwn(measures, measure))
      return { kind: 'share', id, folder, ...found, measure: measures[measure]! };
    throw new Error(`the sweep "${name}" has ${Object.keys(measures).join(', ')}`);
  }
  const known = [...Object.keys(numbers), ...experiments.sweeps.keys(), ...experiments.firsts.keys()];
  const wanted = nearer(rest, parts.slice(0, -1).join('.'), known);
  throw new Error(`content/${folder} has no number and no sweep "${rest}"; ${expectedNames(wanted, known)}`);
}

/** Whether it is a number or a sweep that was meant. */
function nearer(number: string, sweep: string, known: string[]): string {
  return known.some((one) => one.startsWith(sweep) || sweep.startsWith(one)) && sweep !== '' ? sweep : number;
}

function sweepNamed(
  { sweeps, firsts }: Experiments,
  name: string,
): { sweep: Sweep; first: number | undefined } | undefined {
  const sweep = sweeps.get(name);
  return sweep ? { sweep, first: undefined } : firsts.get(name);
}

/** All facts of a folder, in alphabetical order. */
function factIdsOf(folder: string): string[] {
  const page = folder.split('/')[1]!;
  const { sweeps, firsts, measures } = experimentsOf(folder);
  const numbers = Object.keys(numbersOf(folder));
  const readings = [
    ...[...sweeps].map(([id, { reading }]) => ({ id, reading })),
    ...[...firsts].map(([id, { sweep }]) => ({ id, reading: sweep.reading })),
  ];
  const shares = readings.flatMap(({ id, reading }) =>
    Object.keys(measures.get(reading)!).map((measure) => `${id}.${measure}`),
  );
  return [...numbers, ...shares].map((rest) => `${page}.${rest}`).sort();
}

/** All facts there are, in alphabetical order. */
export const factIds = (): string[] => pageFolders().flatMap(factIdsOf).sort();
