/**
 * What a kept sweep depends on, as one short string: its training, its number of seeds, the reading of letters, and
 * the engine. These two count by what they do and not by how they are written: the letters of made-up runs, and the
 * bits that the first updates of two runs lead to. So they can be made faster or clearer without measuring for ten
 * minutes, and cannot be made to say something else. Runs of an own program count by its text. What these probes do not show is left to the tests, which
 * measure every sweep again at some of its seeds, to the end. The kernel gives the engine's result to the last bit,
 * and each program is equal to its training; both have their own tests.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRun, outputsOf, train } from '../../engine/index.ts';
import type { Training } from '../cases/training.ts';
import { type EndOfRun, type ReadingName, readings } from './letters.ts';
import type { FactSweep } from './sweeps.ts';

/** The digest of a sweep. */
export function digestOf(sweep: FactSweep): string {
  const { seeds, reading } = sweep;
  const [does, what] =
    'own' in sweep
      ? [readFileSync(sweep.own.file, 'utf8'), sweep.own.name]
      : [bitsOf(sweep.training), sweep.training];
  return hash(JSON.stringify([does, lettersOf(reading), what, seeds, reading])).slice(0, 16);
}

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

/** What a reading makes of made-up runs of four samples. */
function lettersOf(reading: ReadingName): string {
  const inputs = [0, 333, 666, 999];
  const targets = [0, 0, 1, 1];
  const outcomes: EndOfRun['outcome'][] = ['solved', 'constant', 'partly', 'diverged'];
  let letters = '';
  for (let i = 0; i < 4 ** 5; i++) {
    const outputs = inputs.map((x, k) => [0, 0.48780487804878037, 1, x + 1][(i >> (2 * k)) & 3]!);
    letters += readings[reading]({ outcome: outcomes[i >> 8]!, inputs, outputs, targets });
  }
  return letters;
}
