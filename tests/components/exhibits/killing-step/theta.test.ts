import { describe, expect, it } from 'vitest';
import { reactionsAtBirth, reactionTo } from '../../../../components/exhibits/killing-step/theta.ts';
import { variantTraining } from '../../../cases/trainings.ts';
import { createKillingStep } from '../../../../components/exhibits/killing-step/model.ts';
import { killingStepWords } from '../../../../components/exhibits/killing-step/words.ts';
import { createRun, train } from '../../../../src/engine/index.ts';

const { spec: posted } = variantTraining('negative-zero');
const widths = [2, 16, 16, 16, 1];

describe('theta', () => {
  it('is what a hand calculation gives for a 1-1-1 network', () => {
    // h = max(0, 2 * 3 + 1) = 7, z = 5 * 7 - 4 = 31; dz/dw2 = 7, dz/db2 = 1, dz/dw1 = 5 * 3, dz/db1 = 5
    const reaction = reactionTo([3], Float64Array.of(2, 1, 5, -4), [1, 1, 1]);
    expect(reaction).toEqual({ z: 31, theta: 49 + 1 + 225 + 25 });
  });

  it('agrees with differences of z over every parameter of the full network', () => {
    const { parameters } = createRun(posted, 7).network;
    const h = 1e-6;
    let sum = 0;
    for (let i = 0; i < parameters.length; i++) {
      const up = parameters.slice();
      const down = parameters.slice();
      up[i]! += h;
      down[i]! -= h;
      const slope = (reactionTo([1, 1], up, widths).z - reactionTo([1, 1], down, widths).z) / (2 * h);
      sum += slope * slope;
    }
    expect(reactionTo([1, 1], parameters, widths).theta / sum).toBeCloseTo(1, 6);
  });

  it('predicts the first step of the engine: z moves to about z (1 - 2 eta theta)', () => {
    const spec = { ...posted, faults: [], optimizer: { kind: 'sgd', learningRate: 1e-7 } as const };
    let checked = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const run = createRun(spec, seed);
      const before = reactionTo([0, 0], run.network.parameters, widths);
      if (before.z <= 0) continue;
      train(run, 1);
      const after = reactionTo([0, 0], run.network.parameters, widths);
      const predicted = before.z * (1 - 2e-7 * before.theta);
      expect((after.z - before.z) / (predicted - before.z)).toBeCloseTo(1, 2);
      checked++;
    }
    expect(checked).toBeGreaterThan(10);
  });

  it('has medians at birth near those measured independently on fewer networks: 41, 126, 78 and 93', () => {
    const medians = createKillingStep(
      reactionsAtBirth(posted, 2000).map(({ name, reactions }) => ({
        name,
        thetas: reactions.filter(({ z }) => z > 0).map(({ theta }) => theta),
      })),
      0.01,
    ).samples.map(({ median }) => median);
    [41, 126, 78, 93].forEach((expected, i) =>
      expect(Math.abs(medians[i]! / expected - 1)).toBeLessThan(0.16),
    );
    // The weights of the two inputs are drawn alike, so the samples 10 and 01 have one distribution.
    expect(Math.abs(medians[2]! / medians[3]! - 1)).toBeLessThan(0.06);
  });
});

describe('the model', () => {
  const samples = [{ name: '11', thetas: [10, 60, 70, 80] }];
  it('counts the samples beyond 1/(2 eta)', () => {
    const model = createKillingStep(samples, 0.01);
    expect(model.limit).toBe(50);
    expect(model.samples[0]).toMatchObject({ lost: 3, lostShare: 0.75, median: 65 });
    expect(killingStepWords.finding(model)).toMatch(/8 in 10/);
  });
  it('says so when nothing is lost', () => {
    expect(killingStepWords.finding(createKillingStep(samples, 0.001))).toMatch(/no first step is too long/);
  });
  it('refuses a learning rate that is none', () => {
    expect(() => createKillingStep(samples, 0)).toThrow(
      'createKillingStep: learningRate is 0; expected a number above 0',
    );
  });
});
