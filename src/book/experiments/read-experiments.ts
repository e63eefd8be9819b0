/**
 * Reads what a page's folder measures: experiments.yaml, beside its faults and programs. Everything that is wrong in it is an error
 * with file, line, field and expectation.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { faultsIn } from '../faults.ts';
import { onceAProcess } from '../once-a-process.ts';
import { checkData } from '../read-data.ts';
import { filesStand } from '../standing-files.ts';
import type { Experiments } from './experiments.ts';
import { Resolver } from './resolver.ts';
import { ExperimentsSchema } from './schema.ts';

interface Known {
  texts: string;
  leansOn: Map<string, Experiments>;
  experiments: Experiments;
}

const known = onceAProcess('experiments', () => new Map<string, Known>());

/**
 * The experiments of a page's folder, empty where it has no experiments.yaml. In development they are read again when a file has changed.
 *
 * @param folder "cases/<id>" or "chapters/<id>".
 */
export function experimentsOf(folder: string): Experiments {
  const found = known.get(folder);
  if (found && filesStand()) return found.experiments;
  const texts = textsOf(folder).join('\u0000');
  if (found?.texts === texts && [...found.leansOn].every(([other, was]) => experimentsOf(other) === was))
    return found.experiments;
  const leansOn = new Map<string, Experiments>();
  const experiments = readExperiments(folder, (other) => {
    leansOn.set(other, experimentsOf(other));
    return leansOn.get(other)!;
  });
  known.set(folder, { texts, leansOn, experiments });
  return experiments;
}

/** What experiments are made of. It is asked for again with every fact: a list of the folder is ten times as fast as a pattern. */
function textsOf(folder: string): string[] {
  const names = existsSync(`content/${folder}`) ? readdirSync(`content/${folder}`) : [];
  return names
    .filter((name) => name === 'experiments.yaml' || name === 'faults.yaml' || /^program.*\.ts$/.test(name))
    .sort()
    .map((name) => `${name}\n${textOrNone(`content/${folder}/${name}`)}`);
}

const textOrNone = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

function readExperiments(folder: string, lookUp: (folder: string) => Experiments): Experiments {
  const file = `content/${folder}/experiments.yaml`;
  const text = textOrNone(file);
  const { data, wrong } = checkData(text.trim() === '' ? '{}' : text, file, ExperimentsSchema);
  const faults = existsSync(`content/${folder}/faults.yaml`) ? faultsIn(folder) : [];
  return new Resolver(folder, file, data, faults, wrong, lookUp).resolve();
}
