import { describe, expect, it } from 'vitest';
import {
  type ActivationExplorerOptions,
  createActivationExplorer,
  worstOf,
} from '../../../../components/exhibits/derivatives/explorer.ts';
import { presetOf, presets } from '../../../../components/exhibits/derivatives/presets.ts';

function explore(options: ActivationExplorerOptions) {
  const model = createActivationExplorer(options);
  if (model.kind !== 'valid') throw new Error(JSON.stringify(model.problem));
  return model;
}

describe('the activation explorer', () => {
  it.each(presets.filter((preset) => !preset.isWrong).map((preset) => preset.id))(
    'finds the derivative of %s right',
    (id) => {
      const model = explore(presetOf(id));
      expect(model.mismatches).toEqual([]);
      expect(model.finding).toEqual({ kind: 'right' });
    },
  );

  it.each(presets.filter((preset) => preset.isWrong).map((preset) => preset.id))(
    'finds the derivative of %s wrong',
    (id) => expect(explore(presetOf(id)).mismatches.length).toBeGreaterThan(0),
  );

  it('measures the slope by differences: cosine for sine', () => {
    const model = explore({ functionText: 'sin(x)', derivativeText: 'cos(x)' });
    model.z.forEach((z, i) => expect(model.slope[i]).toBeCloseTo(Math.cos(z), 9));
  });

  it('sees that ReLU given its activation with >= never gates: wrong on all of the negative side', () => {
    const model = explore(presetOf('relu-of-activation'));
    expect(model.mismatches).toHaveLength(1);
    const [mismatch] = model.mismatches;
    expect(mismatch!.from).toBe(-4);
    expect(mismatch!.to).toBe(0);
    expect(mismatch!.worst.claimed).toBe(1);
    expect(mismatch!.worst.slope).toBe(0);
    expect(model.wrongShare).toBe(0.5);
  });

  it('sees that > on the activation of a ReLU is right', () => {
    const model = explore({
      functionText: 'max(0, x)',
      derivativeText: 'x > 0 ? 1 : 0',
      given: 'activation',
    });
    expect(model.mismatches).toEqual([]);
  });

  it('sees the strip between 0 and the slope where a threshold at the slope is wrong', () => {
    const model = explore({ ...presetOf('threshold-at-slope'), range: [-1, 1] });
    expect(model.mismatches).toHaveLength(1);
    expect(model.mismatches[0]!.from).toBe(0);
    expect(model.mismatches[0]!.to).toBe(0.1);
    expect(worstOf(model.mismatches).claimed).toBeCloseTo(0.1, 12);
    expect(worstOf(model.mismatches).slope).toBeCloseTo(1, 9);
  });

  it('sees gradient ascent in a function used as its own derivative', () => {
    const model = explore(presetOf('own-derivative'));
    const negative = model.claimed.filter((claimed, i) => model.z[i]! < 0 && claimed < 0);
    expect(negative).toHaveLength(320);
  });

  it('says where a (1 - a) given z is most wrong: -4 gives -20, where the slope is 0.018', () => {
    const worst = worstOf(explore(presetOf('activation-form-on-z')).mismatches);
    expect(worst.z).toBe(-4);
    expect(worst.claimed).toBe(-20);
    expect(worst.slope).toBeCloseTo(Math.exp(-4) / (1 + Math.exp(-4)) ** 2, 9);
  });

  it('tells a kink from a fault: any value between the slopes is a convention', () => {
    for (const [value, isConvention] of [
      ['0', true],
      ['0.5', true],
      ['1', true],
      ['2', false],
    ] as const) {
      const model = explore({
        functionText: 'max(0, x)',
        derivativeText: `x > 0 ? 1 : x < 0 ? 0 : ${value}`,
      });
      expect(model.mismatches).toEqual([]);
      expect(model.kinks).toHaveLength(1);
      expect(model.kinks[0]).toMatchObject({ x: 0, kind: 'slope', claimed: Number(value), isConvention });
      expect(model.kinks[0]!.left).toBeCloseTo(0, 9);
      expect(model.kinks[0]!.right).toBeCloseTo(1, 9);
    }
  });

  it.each([
    ['abs(x - 0.3)', 0.3, -1, 1],
    ['max(x, 1)', 1, 0, 1],
    ['x > 0 ? x : 0.9 * x', 0, 0.9, 1],
    ['max(0, x + 1.2345)', -1.234, 0, 1],
  ])('finds the kink of %s', (functionText, x, left, right) => {
    const { kinks } = explore({ functionText, derivativeText: '0' });
    expect(kinks).toHaveLength(1);
    expect(kinks[0]!.x).toBeCloseTo(x, 2);
    expect(kinks[0]!.left).toBeCloseTo(left, 6);
    expect(kinks[0]!.right).toBeCloseTo(right, 6);
  });

  it('tells a jump from a kink', () => {
    const { kinks } = explore({ functionText: 'x > 0 ? 1 : 0', derivativeText: '0' });
    expect(kinks).toHaveLength(1);
    expect(kinks[0]).toMatchObject({ x: 0, kind: 'jump' });
  });

  it('finds no kink in a smooth function, however it bends', () => {
    for (const functionText of ['tanh(3 * x)', 'x ** 3', 'log(1 + exp(5 * x))', 'sin(4 * x)']) {
      expect(explore({ functionText, derivativeText: '0' }).kinks).toEqual([]);
    }
  });

  it('says which of the two formulas cannot be read, and where', () => {
    expect(createActivationExplorer({ functionText: 'max(0, x', derivativeText: '1' })).toMatchObject({
      kind: 'invalid',
      where: 'function',
      at: 8,
    });
    expect(createActivationExplorer({ functionText: 'x', derivativeText: 'sigmoid(x)' })).toMatchObject({
      kind: 'invalid',
      where: 'derivative',
      at: 0,
    });
  });

  it('says so where the function has no finite value', () => {
    expect(explore({ functionText: 'log(x)', derivativeText: '1 / x' }).finding).toEqual({
      kind: 'no-value',
    });
  });
});
