/** The engine beside a second implementation in NumPy, where Debian's python3-numpy is present. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { createRun, type Optimizer, type Spec, train } from '../../src/engine/index.ts';
import { everyNetwork } from './specs.ts';

const hasNumPy = spawnSync('python3', ['-c', 'import numpy']).status === 0;

const optimizers: Optimizer[] = [
  { kind: 'sgd', learningRate: 0.05 },
  { kind: 'momentum', learningRate: 0.02 },
  { kind: 'adam', learningRate: 0.01 },
];
const UPDATES = 6;

it.skipIf(!hasNumPy)(
  'NumPy, with complex steps instead of a backward pass, ends at the same parameters',
  { timeout: 60_000 },
  () => {
    const runs = everyNetwork()
      .filter((_, n) => n % 3 === 0)
      .map(({ name, spec, seed }, n) => {
        const optimizer = optimizers[n % 3]!;
        const batch = n % 5 === 0 ? 'sample' : spec.batch;
        return { name, run: createRun({ ...spec, optimizer, batch } satisfies Spec, seed) };
      });
    const questions = runs.map(({ run }) => ({
      spec: run.spec,
      parameters: [...run.network.parameters],
      updates: UPDATES,
    }));
    const { stdout, stderr } = spawnSync('python3', ['tests/engine/second-implementation.py'], {
      input: JSON.stringify(questions),
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect(stderr).toBe('');
    const answers = JSON.parse(stdout) as number[][];
    expect(answers).toHaveLength(runs.length);
    for (const [n, { name, run }] of runs.entries()) {
      train(run, UPDATES);
      for (const [j, theirs] of answers[n]!.entries()) {
        const ours = run.network.parameters[j]!;
        expect(Math.abs(ours - theirs), `${name}, parameter ${j}`).toBeLessThan(
          1e-9 * Math.max(1, Math.abs(theirs)),
        );
      }
    }
  },
);
