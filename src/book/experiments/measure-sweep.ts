import { sweepProgram } from '../../lab/in-node/index.ts';
import { readingOf } from './own-readings.ts';
import { checkedProgram, epochsOf } from './programs.ts';
import type { Sweep } from './experiments.ts';
import { lettersOfResults, lettersOfTraining } from './run-sweep.ts';

/** The letters of a sweep's runs from these seeds, in their order, measured now. */
export async function lettersOfSweep({ runs, folder, reading }: Sweep, seeds: number[]): Promise<string> {
  const read = readingOf(folder, reading);
  if (runs.kind === 'spec') return lettersOfTraining(runs.training, seeds, read);
  const results = await sweepProgram(runs.text, seeds, epochsOf(runs));
  if (results.kind === 'failed') throw new Error(`${runs.file}: ${results.failure.message}`);
  return lettersOfResults(results.value, checkedProgram(runs.file, runs.text).info, read);
}
