/** The engine beside a second implementation in NumPy, where Debian's python3-numpy is present. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import {
  createRandom,
  createRun,
  drawUniform,
  type Optimizer,
  type Spec,
  train,
} from '../../src/engine/index.ts';
import { python } from '../cases/languages.ts';
import { changed, CHANGES, roundingBounds, timesTheBound } from '../rounding.ts';
import { everyNetwork } from './specs.ts';

const optimizers: Optimizer[] = [
  { kind: 'sgd', learningRate: 0.05 },
  { kind: 'momentum', learningRate: 0.02 },
  { kind: 'adam', learningRate: 0.01 },
];
const UPDATES = 6;

const questions = everyNetwork()
  .filter((_, n) => n % 3 === 0)
  .map(({ name, spec, seed }, n) => {
    const batch = n % 5 === 0 ? 'sample' : spec.batch;
    const own: Spec = { ...spec, optimizer: optimizers[n % 3]!, batch };
    return { name, spec: own, parameters: [...createRun(own, seed).network.parameters] };
  });

/** The parameters after all updates; `change` is what becomes of the parameters before each. */
function trained(spec: Spec, parameters: number[], change: (numbers: number[]) => number[]): number[] {
  const run = createRun({ ...spec, initial: { parameters } }, 1);
  for (let u = 0; u < UPDATES; u++) {
    run.network.parameters.set(change([...run.network.parameters]));
    train(run, 1);
  }
  return [...run.network.parameters];
}

const withRate = (spec: Spec, learningRate: number): Spec => ({
  ...spec,
  optimizer: { ...spec.optimizer, learningRate },
});

describe.runIf(python).each(['usual', 'reversed'])('NumPy, its sums in %s order', (order) => {
  it('with complex steps instead of a backward pass ends at the same parameters', () => {
    const args = ['-B', 'tests/engine/second-implementation.py', order];
    const { stdout, stderr } = spawnSync(python!, args, {
      input: JSON.stringify(
        questions.map((question) => ({ ...question, name: undefined, updates: UPDATES })),
      ),
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect(stderr).toBe('');
    const answers = JSON.parse(stdout) as number[][];
    expect(answers).toHaveLength(questions.length);
    const draws = createRandom(1);
    let noticed = 0;
    for (const [n, { name, spec, parameters }] of questions.entries()) {
      const ours = trained(spec, parameters, (numbers) => numbers);
      const slightly = (numbers: number[]) => changed(numbers, () => drawUniform(draws));
      const others = Array.from({ length: CHANGES }, () => trained(spec, parameters, slightly));
      // In each layer a sum forward, one back, and the operations of its activation; then the sum over five samples.
      const chain = spec.layers.reduce((sum, { units }) => sum + 2 * Math.max(units, 3) + 16, 5);
      const bounds = roundingBounds(ours, others, { chain, count: UPDATES * parameters.length });
      expect(timesTheBound(ours, answers[n]!, bounds), name).toBeLessThan(1);
      const faster = withRate(spec, spec.optimizer.learningRate * (1 + 1e-6));
      const ends = trained(faster, parameters, (numbers) => numbers);
      // Where no gradient is left, as behind a step, a faster one moves as little.
      const isSeen = JSON.stringify(ends) !== JSON.stringify(ours);
      noticed += Number(isSeen);
      if (isSeen)
        expect(timesTheBound(ends, answers[n]!, bounds), `${name}, a millionth faster`).toBeGreaterThan(1);
    }
    expect(noticed).toBeGreaterThan(questions.length / 2);
  }, 60_000);
});
