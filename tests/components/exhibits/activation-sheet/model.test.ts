import { describe, expect, it } from 'vitest';
import { createModel } from '../../../../components/exhibits/activation-sheet/model.ts';

const characters = createModel();
const of = (name: string) => characters.find((one) => one.name === name)!;
const smooth = (name: string) => {
  const { bend } = of(name);
  return bend.kind === 'smooth' ? bend.at : [];
};

describe('the sheet of activations', () => {
  it('has the slopes that are known in closed form', () => {
    expect(of('Sigmoid').slopes[1]).toBeCloseTo(1 / 4, 9);
    expect(of('Tanh').slopes[1]).toBeCloseTo(1, 9);
    expect(of('Leaky ReLU').slopes).toEqual([0.1, 1]);
    expect(of('Identity').slopes).toEqual([1, 1]);
    // SiLU is steepest where 2 = z tanh(z / 2): at z = 2.3994, by Newton's method.
    let z = 2.4;
    for (let i = 0; i < 20; i++) {
      const t = Math.tanh(z / 2);
      z -= (z * t - 2) / (t + (z / 2) * (1 - t * t));
    }
    const s = 1 / (1 + Math.exp(-z));
    expect(of('SiLU').slopes[1]).toBeCloseTo(s * (1 + z * (1 - s)), 6);
    expect(of('SiLU').slopes[0]).toBeCloseTo(1 - of('SiLU').slopes[1], 6);
  });

  it('is flat where the slope falls below a twentieth', () => {
    const edge = Math.log((1 + Math.sqrt(0.8)) / (1 - Math.sqrt(0.8))); // a (1 - a) = 1/20
    const [left, right] = of('Sigmoid').flat;
    expect(left!.from).toBe(-Infinity);
    expect(left!.to).toBeCloseTo(-edge, 2);
    expect(right).toMatchObject({ to: Infinity });
    expect(right!.from).toBeCloseTo(edge, 2);
    expect(of('Tanh').flat[1]!.from).toBeCloseTo(Math.atanh(Math.sqrt(0.95)), 2);
    expect(of('Softplus').flat).toHaveLength(1);
    expect(of('Softplus').flat[0]!.to).toBeCloseTo(-Math.log(19), 2);
    expect(of('ELU').flat[0]!.to).toBeCloseTo(-Math.log(20), 2);
    expect(of('ReLU').flat).toEqual([{ from: -Infinity, to: 0 }]);
    expect(of('Step').flat).toEqual([{ from: -Infinity, to: Infinity }]);
    expect([of('Identity').flat, of('Leaky ReLU').flat]).toEqual([[], []]);
  });

  it('bends most where its slope changes fastest', () => {
    expect(of('Identity').bend).toEqual({ kind: 'nowhere' });
    expect(of('Step').bend).toEqual({ kind: 'jump', at: 0 });
    expect(of('ReLU').bend).toEqual({ kind: 'kink', at: 0 });
    expect(of('Leaky ReLU').bend).toEqual({ kind: 'kink', at: 0 });
    const [left, right] = smooth('Sigmoid');
    expect(left).toBeCloseTo(-Math.log(2 + Math.sqrt(3)), 2);
    expect(right).toBeCloseTo(Math.log(2 + Math.sqrt(3)), 2);
    expect(smooth('Tanh').map(Math.abs)).toEqual([
      expect.closeTo(Math.atanh(1 / Math.sqrt(3)), 2),
      expect.closeTo(Math.atanh(1 / Math.sqrt(3)), 2),
    ]);
    for (const name of ['ELU', 'Softplus', 'SiLU', 'GELU']) {
      expect(smooth(name), name).toEqual([expect.closeTo(0, 2)]);
    }
  });
});
