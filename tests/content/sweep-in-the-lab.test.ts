/** A sweep on a bench, to its full epochs, comes to what the page's measured sweep kept, seed for seed. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { transpile } from '../../src/lab/transpile.ts';
import { Runtime } from '../../src/lab/runtime/runtime.ts';
import { lastReadings, runProgram } from '../lab/run-program.ts';

const seeds = Array.from({ length: 200 }, (_, n) => n + 1);
/** Updates of 200 seeds that a test has the time for; what takes longer is compared over fewer seeds. */
const mostUpdates = 2_500_000;

const cases = globSync('content/cases/*/measured.json').map((file) => file.split('/')[2]!);

describe.each(cases)('%s', (caseId) => {
  const folder = `content/cases/${caseId}`;
  const kept = (
    JSON.parse(readFileSync(`${folder}/measured.json`, 'utf8')) as Record<string, { letters?: string }>
  )['as-posted'];
  // A page that reads its runs by a measure of its own (r, w) cannot be held against the outcome.
  const letters = /[rw]/.test(kept?.letters ?? '') ? undefined : kept?.letters;

  it.runIf(letters !== undefined && existsSync(`${folder}/program.ts`))(
    'ends on the bench as the page has measured it, seed for seed',
    { timeout: 120_000 },
    () => {
      const run = runProgram(readFileSync(`${folder}/program.ts`, 'utf8'), 1);
      const { epochs, updatesPerEpoch, inputs } = run.loaded.info;
      const costOfSeed = epochs * updatesPerEpoch * Math.max(1, inputs.length / 10);
      const some = seeds.slice(0, Math.max(2, Math.min(200, Math.floor(mostUpdates / costOfSeed))));
      const readings = lastReadings(run.sweep(some), some);
      for (const { seed, outcome } of readings) {
        const letter = letters![seed - 1]!;
        // All other letters are finer readings of outcomes that are none of these two.
        if (letter === 's' || outcome.kind === 'solved') expect([seed, letter]).toEqual([seed, 's']);
        if (letter === 's') expect(outcome.kind).toBe('solved');
        if (letter === 'd' || outcome.kind === 'diverged')
          expect([letter, outcome.kind]).toEqual(['d', 'diverged']);
      }
    },
  );
});

it('takes a run for settled only where it stays as it is to its end', () => {
  const source = readFileSync('content/cases/negative-zero/program.ts', 'utf8');
  const run = runProgram(source, 1);
  const some = seeds.slice(0, 6);
  const settled = run.sweep(some, 400).filter((reading) => reading.settled);
  expect(settled.length).toBeGreaterThan(0);
  const transpiled = transpile(source);
  if (transpiled.kind !== 'ok') throw new Error(transpiled.failure.message);
  for (const { seed, outputs } of settled) {
    const runtime = new Runtime({ alive: () => undefined, now: () => performance.now() });
    runtime.answer({ kind: 'load', program: transpiled.value, seed });
    const reply = runtime.answer({ kind: 'advance', updates: 1_600 });
    expect(reply).toMatchObject({ kind: 'answer', value: { frame: { outputs } } });
  }
});
