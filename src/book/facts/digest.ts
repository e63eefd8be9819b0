/**
 * What a kept sweep depends on, as one short string: its training, its number of seeds, the code that reads a letter
 * off a run, and the engine. The engine counts by what it does and not by how it is written: the bits that the first
 * updates of two runs lead to. So it can be made faster or clearer without measuring for ten minutes, and cannot be
 * made to say something else. What the first updates do not show is left to the tests, which measure every sweep
 * again at some of its seeds, to the end. The kernel gives the engine's result to the last bit, and each program is
 * equal to its training; both have their own tests.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRun, outputsOf, train } from '../../engine/index.ts';
import type { Training } from '../cases/training.ts';
import type { FactSweep } from './sweeps.ts';

/** The digest of a sweep. Files are read from the project's root. */
export function digestOf({ training, seeds, reading }: FactSweep): string {
  letters ??= readFileSync('src/book/facts/letters.ts', 'utf8');
  return hash(JSON.stringify([bitsOf(training), letters, training, seeds, reading])).slice(0, 16);
}

let letters: string | undefined;

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** The parameters and outputs of two runs after 240 updates, as hexadecimal bytes. */
function bitsOf({ spec }: Training): string {
  return [1, 2]
    .map((seed) => {
      const run = createRun(spec, seed);
      train(run, 240);
      const numbers = Float64Array.from([...run.network.parameters, ...outputsOf(run).flat()]);
      return Buffer.from(numbers.buffer).toString('hex');
    })
    .join();
}
