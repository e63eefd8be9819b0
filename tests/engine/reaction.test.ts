import { describe, expect, it } from 'vitest';
import { createReaction, createRun, outputsOf, train, type Spec } from '../../src/engine/index.ts';
import { xor, xorSpec } from './specs.ts';

const hidden = { units: 8, activation: 'relu' } as const;
const deep: Spec = {
  ...xorSpec([hidden, hidden, { units: 1, activation: 'relu' }]),
  initial: { order: 'layer-by-layer', weights: { kind: 'he' }, biases: { kind: 'constant', value: 0.5 } },
};

describe('theta', () => {
  it('is what a hand calculation gives for a 1-1-1 network, on either side of 0', () => {
    const spec: Spec = {
      ...deep,
      data: { inputs: [[3]], targets: [[0]] },
      layers: [
        { units: 1, activation: 'relu' },
        { units: 1, activation: 'relu' },
      ],
    };
    const reactionOf = createReaction(spec, [3]);
    // h = max(0, 2 * 3 + 1) = 7, z = 5 * 7 - 4 = 31; dz/dw2 = 7, dz/db2 = 1, dz/dw1 = 5 * 3, dz/db1 = 5
    const { z, theta } = reactionOf(Float64Array.of(2, 1, 5, -4));
    expect(z).toBe(31);
    expect(theta).toBeCloseTo(49 + 1 + 225 + 25, 10);
    expect(reactionOf(Float64Array.of(2, 1, 5, -66)).theta).toBeCloseTo(300, 10);
    expect(reactionOf(Float64Array.of(2, 1, 5, -35))).toEqual({ z: 0, theta: NaN });
  });

  it('agrees with differences of z over every parameter', () => {
    const { parameters } = createRun(deep, 7).network;
    const reactionOf = createReaction(deep, [1, 1]);
    const h = 1e-6;
    let sum = 0;
    for (let i = 0; i < parameters.length; i++) {
      const [up, down] = [parameters.slice(), parameters.slice()];
      up[i]! += h;
      down[i]! -= h;
      sum += ((reactionOf(up).z - reactionOf(down).z) / (2 * h)) ** 2;
    }
    expect(reactionOf(parameters).theta / sum).toBeCloseTo(1, 6);
  });

  it('predicts the first step: z moves to about z (1 - 2 eta theta)', () => {
    const spec: Spec = {
      ...deep,
      data: { inputs: xor.inputs.slice(0, 1), targets: [[0]] },
      loss: 'squaredError',
      optimizer: { kind: 'sgd', learningRate: 1e-7 },
    };
    const reactionOf = createReaction(spec, [0, 0]);
    let checked = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const run = createRun(spec, seed);
      const { z, theta } = reactionOf(run.network.parameters);
      if (z <= 0) continue;
      train(run, 1);
      expect((outputsOf(run)[0]![0]! - z) / (-2e-7 * theta * z)).toBeCloseTo(1, 2);
      checked++;
    }
    expect(checked).toBeGreaterThan(10);
  });
});
