import '../../../fixture/in-fixture-content.ts';
import { describe, expect, it } from 'vitest';
import { reactionsAtBirth } from '../../../../components/exhibits/killing-step/reactions-at-birth.ts';
import { variantTraining } from '../../../cases/trainings.ts';
import { createKillingStep } from '../../../../components/exhibits/killing-step/model.ts';
import { killingStepWords } from '../../../../components/exhibits/killing-step/words.ts';

const { spec: posted } = variantTraining('deep');

describe('reactions at birth', () => {
  it('have medians near those measured independently on fewer networks: 41, 126, 78 and 93', () => {
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
