/** What was measured: measured.json in a page's folder, each sweep's letters with the digest of all they depend on. */
import { existsSync, readFileSync } from 'node:fs';
import { codeOf } from '../code-of.ts';
import { keptAtOnce } from '../kept-between-builds.ts';
import { onceAProcess } from '../once-a-process.ts';
import { filesStand } from '../standing-files.ts';
import { disagreement } from './agreement.ts';
import { digestOf } from './digest.ts';
import type { Experiments, Sweep } from './experiments.ts';
import { experimentsOf } from './read-experiments.ts';
import type { Training } from './training.ts';
import { asPosted } from './variants.ts';

export interface Measured {
  digest: string;
  /** The outcome of each seed, from seed 1. */
  letters: string;
}

export const measuredFile = (folder: string) => `content/${folder}/measured.json`;

const textOrNone = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** The sweeps that are kept, as they stand in the file. */
export function readMeasured(folder: string): Record<string, Measured> {
  const text = textOrNone(measuredFile(folder));
  return text === '' ? {} : (JSON.parse(text) as Record<string, Measured>);
}

/** What was found fresh once, for as long as no file has changed. */
interface Fresh {
  experiments: Experiments;
  files: string;
  letters: Map<string, string>;
}

const fresh = onceAProcess('fresh sweeps', () => new Map<string, Fresh>());

function freshOf(folder: string): Fresh {
  const known = fresh.get(folder);
  if (known && filesStand()) return known;
  const experiments = experimentsOf(folder);
  const files = textOrNone(measuredFile(folder)) + textOrNone(`content/${folder}/facts.ts`);
  if (known?.experiments === experiments && known.files === files) return known;
  checkPrograms(experiments);
  const now = { experiments, files, letters: new Map<string, string>() };
  fresh.set(folder, now);
  return now;
}

/** The letters of a sweep. @throws where they are missing, or older than what they depend on. */
export function lettersOf(sweep: Sweep): string {
  const { letters } = freshOf(sweep.folder);
  let found = letters.get(sweep.id);
  if (found === undefined) {
    found = checkedLetters(sweep);
    letters.set(sweep.id, found);
  }
  return found;
}

function checkedLetters(sweep: Sweep): string {
  const measured = readMeasured(sweep.folder)[sweep.id];
  if (measured?.digest !== digestOf(sweep)) {
    const why = measured ? 'was measured with another program, spec or reading' : 'has not been measured';
    throw new Error(
      `${measuredFile(sweep.folder)}: the sweep "${sweep.id}" ${why}; run "npm run measure" and look at what changes`,
    );
  }
  return measured.letters;
}

const agreed = onceAProcess('programs equal to their specs', () => new WeakSet<Experiments>());

/**
 * Holds the program of a folder against its spec: as posted, with each mend, and in each variant. All combinations of mends
 * are left to the tests.
 *
 * @throws with the file, what differs, and what to do.
 */
export function checkPrograms(experiments: Experiments): void {
  if (agreed.has(experiments)) return;
  const compared = comparedIn(experiments);
  keptAtOnce(['agree', codeOf('src/lab', 'src/engine', 'src/book/experiments'), compared], () => {
    for (const one of compared) expectAgreement(experiments.file, one);
    return true;
  });
  agreed.add(experiments);
}

/** A program, and the training that is said to be the same. */
interface Compared {
  program: string;
  text: string;
  training: Training;
  hasOwnEpochs: boolean;
  variantId: string;
}

function comparedIn(experiments: Experiments): Compared[] {
  const { folder, faults, variants } = experiments;
  const mended = faults
    .filter(({ mend }) => mend?.typescript)
    .map(({ id }) => ({ ...asPosted, id: `mended: ${id}`, mends: [id] }));
  return [...variants.values(), ...mended].flatMap((variant) => {
    const training = experiments.trainingOf(variant);
    const program = `content/${folder}/${variant.program}`;
    if (!training || !existsSync(program)) return [];
    const hasOwnEpochs = variant.patches.every(({ epochs }) => epochs === undefined);
    return [{ program, text: experiments.textOf(variant), training, hasOwnEpochs, variantId: variant.id }];
  });
}

function expectAgreement(file: string, { program, text, training, hasOwnEpochs, variantId }: Compared): void {
  const differs = disagreement(program, text, training, hasOwnEpochs);
  if (differs)
    throw new Error(
      `${program}: the program does not do what ${file} says of it (${variantId}): ${differs}. ` +
        'What was measured belongs to the spec: bring the two in line, then run "npm run measure"',
    );
}
