/**
 * Measures the sweeps of content's experiments.yaml and keeps their letters in measured.json, beside it.
 *
 *     npm run measure              what is missing or stale
 *     npm run measure -- --all     everything
 *
 * Words limit it to the sweeps whose id, as facts have it, one of them is part of: npm run measure -- --all negative-zero
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { digestOf } from './digest.ts';
import { lettersOfSweep } from './measure-sweep.ts';
import { checkPrograms, type Measured, measuredFile, readMeasured } from './measured.ts';
import { pageFolders } from './page-folders.ts';
import type { Experiments } from './experiments.ts';
import { experimentsOf } from './read-experiments.ts';

const { argv } = process;
const words = argv.slice(2).filter((word) => !word.startsWith('--'));
const isWanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word));

for (const folder of pageFolders()) await measureFolder(experimentsOf(folder));
process.exit();

async function measureFolder(experiments: Experiments): Promise<void> {
  const { folder, sweeps } = experiments;
  const page = folder.split('/')[1]!;
  if (sweeps.size > 0) checkPrograms(experiments);
  for (const sweep of sweeps.values()) {
    const name = `${page}.${sweep.id}`;
    if (!isWanted(name)) continue;
    const digest = digestOf(sweep);
    const before = readMeasured(folder)[sweep.id];
    if (before?.digest === digest && !argv.includes('--all')) continue;
    const startMs = performance.now();
    const seeds = Array.from({ length: sweep.seeds }, (_, k) => k + 1);
    const letters = await lettersOfSweep(sweep, seeds);
    keep(experiments, sweep.id, { digest, letters });
    console.log(
      `${name}: ${seeds.length} seeds in ${((performance.now() - startMs) / 1000).toFixed(1)} s${changes(before, letters)}`,
    );
  }
  keep(experiments);
}

/** How many seeds end otherwise than before. */
function changes(before: Measured | undefined, letters: string): string {
  if (!before) return '; new';
  const others = [...letters].flatMap((letter, k) => (letter === before.letters[k] ? [] : [k + 1]));
  return others.length === 0
    ? ''
    : `; ${others.length} ends otherwise: seed ${others.slice(0, 10).join(', ')}`;
}

/** Reads the file again before it writes, so that two measurements may go on at once. What no sweep asks for is not kept. */
function keep({ folder, sweeps }: Experiments, id?: string, measured?: Measured): void {
  const file = measuredFile(folder);
  const kept = { ...readMeasured(folder), ...(id !== undefined && { [id]: measured }) };
  const known = [...sweeps.keys()].filter((one) => kept[one]).map((one) => [one, kept[one]]);
  if (known.length > 0) writeFileSync(file, `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`);
  else if (existsSync(file)) rmSync(file);
}
