// A sweep on a bench leaves a run before its last epoch only where nothing can change any more.
import { expect, it } from 'vitest';
import { Runtime } from '../../src/lab/runtime/runtime.ts';
import { transpile } from '../../src/lab/transpile.ts';
import { fixtureProgram } from '../fixture/programs.ts';
import { runProgram } from './run-program.ts';

it('takes a run for settled only where it stays as it is to its end', () => {
  const source = fixtureProgram('deep');
  const run = runProgram(source, 1);
  const some = [1, 2, 3, 4, 5, 6];
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
