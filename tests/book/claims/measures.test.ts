import { describe, expect, it } from 'vitest';
import { measure } from '../../../src/book/claims/measures.ts';
import type { Trial } from '../../../src/book/claims/read-claims.ts';

describe('what a trial measures', () => {
  const xor = {
    data: {
      inputs: [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ],
      targets: [[0], [1], [1], [0]],
    },
    layers: [
      { units: 2, activation: 'relu' },
      { units: 1, activation: 'identity' },
    ],
    loss: 'halfSquaredError',
    optimizer: { kind: 'sgd', learningRate: 0.1 },
    batch: 'sample',
  } as const;
  const atBirth = (parameters: number[], name: Trial['measure'], more: object = {}): Trial => ({
    training: { spec: structuredClone({ ...xor, initial: { parameters }, ...more }) as never, epochs: 0 },
    seeds: 1,
    measure: name,
    comparison: '>=',
    share: 1,
    allowed: 1e-6,
    halfWidth: 1e-5,
    precision: 'double',
    holds: '',
    at: '',
  });
  // max(0, x1 + x2) - 2 max(0, x1 + x2 - 1) is XOR.
  const exact = [1, 1, 1, 1, 0, -1, 1, -2, 0];
  const plane = [1, 1, 1, 1, 1, 1, 0.25, 0, 0];
  const dead = [1, 1, 1, 1, -9, -9, 1, 1, 0.5];
  const share = async (trial: Trial) => (await measure(trial)).share;

  it('knows a network that has learned, one that is a plane, and a dead one', async () => {
    expect(await share(atBirth(exact, 'solved'))).toBe(1);
    expect(await share(atBirth(exact, 'within'))).toBe(1);
    expect(await share(atBirth(plane, 'affine-among-unsolved'))).toBe(1);
    expect(await share(atBirth(plane, 'copies'))).toBe(1);
    expect(await share(atBirth(exact, 'copies'))).toBe(0);
    expect(await share(atBirth(dead, 'silent'))).toBe(1);
    expect(await share(atBirth(dead, 'constant'))).toBe(1);
    expect(await share(atBirth(dead, 'weights-move'))).toBe(0);
    expect(await share(atBirth(plane, 'weights-move'))).toBe(1);
  });

  it('counts no run that is solved among the unsolved', async () => {
    expect((await measure(atBirth(exact, 'affine-among-unsolved'))).of).toBe(0);
  });

  it('finds a wrong gradient, and a right one wrong in single precision', async () => {
    const smooth = { layers: [{ units: 2, activation: 'tanh' }, xor.layers[1]] };
    const parameters = [0.5, -0.3, 0.2, 0.7, 0.1, -0.2, 0.6, -0.4, 0.3];
    expect(await share(atBirth(parameters, 'gradient-off', smooth))).toBe(0);
    const wrong = { ...smooth, faults: [{ name: 'derivative-omitted', layers: [0] }] };
    // The six parameters of the hidden layer, of nine.
    expect(await share(atBirth(parameters, 'gradient-off', wrong))).toBeCloseTo(6 / 9, 12);
    const single = { ...atBirth(parameters, 'gradient-off', smooth), precision: 'single' as const };
    expect(await share(single)).toBeGreaterThan(0.9);
  });
});
