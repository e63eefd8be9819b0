import { describe, expect, it } from 'vitest';
import type { ActivationName } from '../../../../src/engine/index.ts';
import { describeActivations } from '../../../../components/exhibits/activation-sheet/model.ts';
import { sheetWords } from '../../../../components/exhibits/activation-sheet/words.ts';

const characters = describeActivations();
const of = (activation: ActivationName) => characters.find((one) => one.activation === activation)!;
const smooth = (name: ActivationName) => {
  const { bend } = of(name);
  return bend.kind === 'smooth' ? bend.at : [];
};

describe('the sheet of activations', () => {
  it('has the slopes that are known in closed form', () => {
    expect(of('sigmoid').slopes[1]).toBeCloseTo(1 / 4, 9);
    expect(of('tanh').slopes[1]).toBeCloseTo(1, 9);
    expect(of('leakyRelu').slopes).toEqual([0.1, 1]);
    expect(of('identity').slopes).toEqual([1, 1]);
    // SiLU is steepest where 2 = z tanh(z / 2): at z = 2.3994, by Newton's method.
    let z = 2.4;
    for (let i = 0; i < 20; i++) {
      const t = Math.tanh(z / 2);
      z -= (z * t - 2) / (t + (z / 2) * (1 - t * t));
    }
    const s = 1 / (1 + Math.exp(-z));
    expect(of('silu').slopes[1]).toBeCloseTo(s * (1 + z * (1 - s)), 6);
    expect(of('silu').slopes[0]).toBeCloseTo(1 - of('silu').slopes[1], 6);
  });

  it('is flat where the slope falls below a twentieth', () => {
    const edge = Math.log((1 + Math.sqrt(0.8)) / (1 - Math.sqrt(0.8))); // a (1 - a) = 1/20
    const [left, right] = of('sigmoid').flat;
    expect(left!.from).toBe(-Infinity);
    expect(left!.to).toBeCloseTo(-edge, 2);
    expect(right).toMatchObject({ to: Infinity });
    expect(right!.from).toBeCloseTo(edge, 2);
    expect(of('tanh').flat[1]!.from).toBeCloseTo(Math.atanh(Math.sqrt(0.95)), 2);
    expect(of('softplus').flat).toHaveLength(1);
    expect(of('softplus').flat[0]!.to).toBeCloseTo(-Math.log(19), 2);
    expect(of('elu').flat[0]!.to).toBeCloseTo(-Math.log(20), 2);
    expect(of('relu').flat).toEqual([{ from: -Infinity, to: 0 }]);
    expect(of('step').flat).toEqual([{ from: -Infinity, to: Infinity }]);
    expect([of('identity').flat, of('leakyRelu').flat]).toEqual([[], []]);
  });

  it('bends most where its slope changes fastest', () => {
    expect(of('identity').bend).toEqual({ kind: 'nowhere' });
    expect(of('step').bend).toEqual({ kind: 'jump', at: 0 });
    expect(of('relu').bend).toEqual({ kind: 'kink', at: 0 });
    expect(of('leakyRelu').bend).toEqual({ kind: 'kink', at: 0 });
    const [left, right] = smooth('sigmoid');
    expect(left).toBeCloseTo(-Math.log(2 + Math.sqrt(3)), 2);
    expect(right).toBeCloseTo(Math.log(2 + Math.sqrt(3)), 2);
    expect(smooth('tanh').map(Math.abs)).toEqual([
      expect.closeTo(Math.atanh(1 / Math.sqrt(3)), 2),
      expect.closeTo(Math.atanh(1 / Math.sqrt(3)), 2),
    ]);
    for (const name of ['elu', 'softplus', 'silu', 'gelu'] as const) {
      expect(smooth(name), name).toEqual([expect.closeTo(0, 2)]);
    }
  });

  it('is said in words', () => {
    expect(sheetWords.picture(of('relu'))).toBe(
      'ReLU: range from 0 up, slope 0 to 1, flat below 0, bends most at 0, a kink.',
    );
    expect(sheetWords.picture(of('sigmoid'))).toBe(
      'Sigmoid: range 0 to 1, slope 0 to 0.25, flat below −2.89, above 2.89, bends most at ±1.32.',
    );
  });
});
