/**
 * Prints every fact, and measures again what is kept.
 *
 *     npm run facts                 a table
 *     npm run facts -- --json       [{ id, value, runs?, low?, high?, how }]
 *     npm run facts -- --stale      measures what is missing or stale first
 *     npm run facts -- --all        measures everything first
 *
 * A word beside --stale or --all limits them to the sweeps whose name it is part of.
 */
import { writeFileSync } from 'node:fs';
import { digestOf } from './digest.ts';
import { factIds, factResult } from './index.ts';
import { type KeptSweep, keptFile, readKept } from './kept.ts';
import { runSweep } from './run-sweep.ts';
import { factSweeps, type SweepKey } from './sweeps.ts';

const { argv } = process;
const limit = argv.slice(2).find((word) => !word.startsWith('--')) ?? '';

if (argv.includes('--all') || argv.includes('--stale')) await measure();

const text = argv.includes('--json')
  ? JSON.stringify(factIds().map(factResult), null, 2)
  : factIds().map(line).join('\n');
// A pipe takes its time: the process ends, with its idle workers, only when all is written.
process.stdout.write(`${text}\n`, () => process.exit());

async function measure(): Promise<void> {
  for (const [key, sweep] of factSweeps) {
    const digest = digestOf(sweep);
    const isFresh = readKept()[key]?.digest === digest;
    if (!key.includes(limit) || (isFresh && !argv.includes('--all'))) continue;
    const seeds = Array.from({ length: sweep.seeds }, (_, k) => k + 1);
    const startMs = performance.now();
    keep(key, { digest, outcomes: await runSweep(sweep, seeds) });
    console.error(`${key}: ${seeds.length} seeds in ${((performance.now() - startMs) / 1000).toFixed(1)} s`);
  }
}

/** Reads the file again before it writes, so that two measurements may go on at once. */
function keep(key: SweepKey, sweep: KeptSweep): void {
  const kept = { ...readKept(), [key]: sweep };
  const known = [...factSweeps.keys()].filter((one) => kept[one]).map((one) => [one, kept[one]]);
  writeFileSync(keptFile, `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`);
}

function line(id: string): string {
  const { value, runs, low, high } = factResult(id);
  const interval = runs ? `  ${low!.toFixed(3)} to ${high!.toFixed(3)}, ${runs} runs` : '';
  return `${id.padEnd(64)} ${value}${interval}`;
}
