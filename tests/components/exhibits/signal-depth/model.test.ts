import { describe, expect, it } from 'vitest';
import {
  createSignalDepth,
  fatesOfStacks,
  stackActivations,
} from '../../../../components/exhibits/signal-depth/model.ts';
import { signalDepthWords } from '../../../../components/exhibits/signal-depth/words.ts';

const options = { activation: 'identity', weights: 1, inputs: 1, depth: 10, seed: 1 } as const;

/** The mean over many stacks of the ratio of one layer's mean square to that of the layer below. */
function gainPerLayer(activation: 'identity' | 'relu', weights: number): number {
  const logs = Array.from({ length: 60 }, (_, k) => {
    const { signal } = createSignalDepth({ ...options, activation, weights, depth: 1, seed: k + 1 });
    return signal[1]! ** 2 / signal[0]! ** 2;
  });
  return logs.reduce((sum, ratio) => sum + ratio, 0) / logs.length;
}

describe('the signal in a stack of layers', () => {
  it('keeps its variance through an identity layer with n Var w = 1, and has it multiplied by n Var w else', () => {
    expect(gainPerLayer('identity', 1)).toBeCloseTo(1, 1);
    expect(gainPerLayer('identity', 3)).toBeCloseTo(9, 0);
  });

  it('is exactly linear in the weights of an identity stack, power by power', () => {
    const one = createSignalDepth(options);
    const two = createSignalDepth({ ...options, weights: 2 });
    one.signal.forEach((signal, l) => expect(two.signal[l]! / signal).toBeCloseTo(2 ** l, 9));
    // The output's weights and those of the layers above: depth - l of them, with l counted from the first layer as 1.
    one.gradient.forEach((gradient, l) => expect(two.gradient[l]! / gradient).toBeCloseTo(2 ** (10 - l), 9));
  });

  it('loses through ReLU the part of its variance that half a normal distribution loses', () => {
    // Var max(0, z) = (1/2 - 1/(2 pi)) Var z, if z is normal over all samples and units. Over samples alone a unit has a
    // mean of its own, so the share lies between that and 1/2.
    const share = gainPerLayer('relu', 1);
    expect(share).toBeGreaterThan(0.5 - 1 / (2 * Math.PI) - 0.05);
    expect(share).toBeLessThan(0.5);
  });

  it('takes inputs of ten times the size for weights of ten times the size in the first layer', () => {
    const { signal } = createSignalDepth({ ...options, activation: 'tanh', inputs: 10, depth: 1 });
    const other = createSignalDepth({ ...options, activation: 'tanh', weights: 10, depth: 1 });
    expect(signal[1]).toBeCloseTo(other.signal[1]!, 12);
  });

  it('says of every depth what the stack of that depth comes to', () => {
    for (const activation of stackActivations) {
      const sizes = [0.2, 1, 1.4, 4];
      const fates = fatesOfStacks({ activation, inputs: 1, seed: 3 }, sizes, 12);
      sizes.forEach((weights, i) => {
        for (const depth of [1, 5, 12]) {
          const { fate } = createSignalDepth({ activation, weights, inputs: 1, depth, seed: 3 });
          expect(fates[i]![depth - 1], `${activation} ${weights} ${depth}`).toBe(fate);
        }
      });
    }
  });

  it('vanishes, arrives, saturates or grows too large', () => {
    const fateOf = (activation: (typeof stackActivations)[number], weights: number) =>
      createSignalDepth({ ...options, activation, weights }).fate;
    expect(fateOf('tanh', 0.5)).toBe('vanished');
    expect(fateOf('tanh', 1.2)).toBe('fine');
    expect(fateOf('tanh', 5)).toBe('saturated');
    expect(fateOf('relu', 4)).toBe('too-large');
    const options05 = { ...options, activation: 'tanh', weights: 0.5 } as const;
    expect(signalDepthWords.finding(options05, createSignalDepth(options05))).toContain('died out');
  });

  it('refuses sizes that are none', () => {
    expect(() => createSignalDepth({ ...options, weights: 0 })).toThrow('weights 0');
    expect(() => createSignalDepth({ ...options, depth: 1.5 })).toThrow('depth 1.5');
  });
});
