/** What a page's facts.ts is handed. */
import * as engine from '../../engine/index.ts';
import { numberText, percentText, powerText } from '../../words/numbers.ts';
import { lettersOf } from '../experiments/measured.ts';
import { isPageFolder } from '../experiments/page-folders.ts';
import type { Experiments } from '../experiments/experiments.ts';
import { experimentsOf } from '../experiments/read-experiments.ts';
import { mendedTraining, type Training } from '../experiments/training.ts';
import { expectedNames } from '../nearest.ts';
import type { Count, FactTools } from './types.ts';

const say: FactTools['say'] = {
  digits: (count) => (value) => numberText(value, count),
  fixed: (count) => (value) => value.toFixed(count),
  power: (count) => (value) => powerText(value, count),
  percent: (value) => percentText(value),
};

/** The tools of the facts in a folder: what they ask for by name is the folder's own, unless they say otherwise. */
export function factTools(folder: string): FactTools {
  const own = experimentsOf(folder);

  function letters(name: string): string {
    const sweep = own.sweeps.get(name);
    if (!sweep)
      throw new Error(
        `content/${folder}/facts.ts: there is no sweep "${name}"; ${expectedNames(name, own.sweeps.keys())}`,
      );
    return lettersOf(sweep);
  }

  return {
    engine,
    training: (id = 'as-posted') => {
      const [, page, name = 'as-posted'] = /^([a-z]+\/[^#]+)(?:#(.+))?$/.exec(id) ?? [];
      if (page === undefined) return trainingNamed(own, id);
      if (!isPageFolder(page))
        throw new Error(`content/${folder}/facts.ts: training("${id}"): there is no content/${page}`);
      return trainingNamed(experimentsOf(page), name);
    },
    mended: (faults) => {
      if (!own.written)
        throw new Error(`content/${folder}/facts.ts: mended: expected "spec" in experiments.yaml`);
      return mendedTraining(own.written, own.mends, faults);
    },
    letters,
    countSeeds,
    bestOf(sweeps, counted) {
      const counts = sweeps.map((name): Count => {
        const all = [...letters(name)];
        return { found: all.filter((letter) => counted.includes(letter)).length, among: all.length };
      });
      const best = counts.reduce((one, other) => (other.found > one.found ? other : one));
      return { ...best, isChosen: true };
    },
    once(compute) {
      let known: { value: ReturnType<typeof compute> } | undefined;
      return () => (known ??= { value: compute() }).value;
    },
    say,
  };
}

function trainingNamed(experiments: Experiments, id: string): Training {
  const variant = experiments.variants.get(id);
  const runs = experiments.sweeps.get(id)?.runs;
  const training =
    (variant && experiments.trainingOf(variant)) ?? (runs?.kind === 'spec' ? runs.training : undefined);
  if (training) return training;
  const known = [...experiments.variants.keys(), ...experiments.sweeps.keys()];
  throw new Error(
    `${experiments.file}: there is no variant or sweep "${id}" with a spec; ${expectedNames(id, known)}`,
  );
}

function countSeeds(count: number, holds: (seed: number) => boolean | undefined): Count {
  let [found, among] = [0, 0];
  for (let seed = 1; seed <= count; seed++) {
    const answer = holds(seed);
    if (answer !== undefined) among++;
    if (answer) found++;
  }
  return { found, among };
}
