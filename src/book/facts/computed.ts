/**
 * The numbers that take long to compute, kept between one build and the next. They hold for the sources as they are, to
 * the last character of code and data; of other sources nothing is believed.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Count } from './fact.ts';

export type Computed = number | Count;

/** Milliseconds from which a number is worth keeping. */
const slow = 50;

/** What numbers may depend on; words and pages are no part of it. */
const folders = ['src/engine', 'src/kernel', 'src/sweep', 'src/lab', 'src/book', 'content'];

/** One string for all code and data that a number may depend on. */
export function digestOfSources(): string {
  const hash = createHash('sha256').update(process.version).update(readFileSync('package-lock.json'));
  for (const folder of folders) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((one) => /\.(ts|json|wasm|yaml|py|lua)$/.test(one)).toSorted()) {
      hash.update(`${folder}/${name}\n`).update(readFileSync(`${folder}/${name}`));
    }
  }
  return hash.digest('hex');
}

interface Kept {
  sources: string;
  numbers: Record<string, Computed>;
}

/**
 * A function that computes the number of an id, or finds it in the file.
 *
 * @param digest Names the sources; asked once.
 */
export function computedOnceIn(file: string, digest: () => string) {
  let sources: string | undefined;
  let kept: Kept | undefined;

  function read(): Kept {
    sources ??= digest();
    try {
      const found = JSON.parse(readFileSync(file, 'utf8')) as Kept;
      if (found.sources === sources) return found;
    } catch {
      // There is none yet, or it is broken: the numbers are computed again.
    }
    return { sources, numbers: {} };
  }

  /** Reads the file again before it writes, and puts the new one in its place whole: other builds may do the same. */
  function keep(id: string, computed: Computed): void {
    const now = read();
    kept = { ...now, numbers: { ...now.numbers, [id]: computed } };
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.${process.pid}`, JSON.stringify(kept));
      renameSync(`${file}.${process.pid}`, file);
    } catch {
      // Where nothing can be written, the next build computes it again.
    }
  }

  return (id: string, compute: () => Computed): Computed => {
    kept ??= read();
    const found = kept.numbers[id];
    if (found !== undefined) return found;
    const start = performance.now();
    const computed = compute();
    // JSON knows neither infinity nor the sign of zero; such a number is computed every time.
    const isWritable =
      typeof computed !== 'number' || (Number.isFinite(computed) && !Object.is(computed, -0));
    if (isWritable && performance.now() - start > slow) keep(id, computed);
    return computed;
  };
}
