import { describe, expect, it } from 'vitest';
import { createSlopeProfile, moved } from '../../../../components/exhibits/slope-profile/model.ts';
import { slopeProfileWords } from '../../../../components/exhibits/slope-profile/words.ts';

const of = (z: number[], activation: string) =>
  createSlopeProfile({ z }).profiles.find((profile) => profile.activation === activation)!;

describe('the slope profile', () => {
  it('passes back a quarter at most through a sigmoid', () => {
    expect(of([0, 0, 0], 'sigmoid').meanSlope).toBeCloseTo(0.25, 15);
    expect(of([-1, 2], 'sigmoid').meanSlope).toBeLessThan(0.25);
  });

  it('passes back the share of positive units through a ReLU, and counts the rest as silent', () => {
    const profile = of([-2, -1, 0.5, 3], 'relu');
    expect(profile).toMatchObject({ meanSlope: 0.5, saturated: 2, silent: 2 });
  });

  it('is never silent with a leaky ReLU, and saturated below zero', () => {
    const profile = of([-2, -1, 0.5, 3], 'leakyRelu');
    expect(profile).toMatchObject({ saturated: 2, silent: 0 });
    expect(profile.meanSlope).toBeCloseTo((0.01 + 0.01 + 1 + 1) / 4, 15);
  });

  it('agrees with the closed forms of the smooth ones', () => {
    const z = [-3, -0.4, 1.1, 2.5];
    const mean = (f: (z: number) => number) => z.reduce((sum, at) => sum + f(at), 0) / z.length;
    const s = (at: number) => 1 / (1 + Math.exp(-at));
    expect(of(z, 'tanh').meanSlope).toBeCloseTo(
      mean((at) => 1 / Math.cosh(at) ** 2),
      13,
    );
    expect(of(z, 'softplus').meanSlope).toBeCloseTo(mean(s), 13);
    expect(of(z, 'elu').meanSlope).toBeCloseTo(
      mean((at) => (at > 0 ? 1 : Math.exp(at))),
      13,
    );
    expect(of(z, 'silu').meanSlope).toBeCloseTo(
      mean((at) => s(at) * (1 + at * (1 - s(at)))),
      13,
    );
  });

  it('counts a sigmoid as saturated beyond the z at which s (1 - s) is a twentieth', () => {
    const edge = Math.log((1 + Math.sqrt(0.8)) / (1 - Math.sqrt(0.8)));
    expect(of([edge - 1e-6, edge + 1e-6, -edge - 1e-6], 'sigmoid').saturated).toBe(2);
  });

  it('names the best and the worst in its finding', () => {
    // Tanh: (1/cosh² 4 + 1/cosh² 5) / 2 = (0.00134 + 0.00018) / 2.
    expect(slopeProfileWords.finding(createSlopeProfile({ z: [4, 5] }))).toMatch(
      /^At these 2 units the mean slope is 1(\.\d)? with .+ and 0\.00076 with tanh$/,
    );
  });

  it('moves a set and stretches it about its middle', () => {
    expect(moved([-1, 0, 4], 2, 1)).toEqual([1, 2, 6]);
    expect(moved([-1, 0, 4], 0, 2)).toEqual([-3, -1, 7]);
  });

  it('refuses an empty set', () => {
    expect(() => createSlopeProfile({ z: [] })).toThrow('expected at least one finite number');
  });
});
