/** Wrong derivatives in words: what was written, how it comes about, and the signature it leaves. */
import { numberText, percentText } from '../../../src/words/numbers.ts';
import type { GalleryId, Signature } from './gallery.ts';

const names: Record<GalleryId, string> = {
  'relu-at-least-of-activation': 'ReLU’s “≥ 0”, given the activation',
  'leaky-threshold-at-slope': 'Leaky ReLU, compared with its slope',
  'leaky-own-derivative': 'The function as its own derivative',
  'sigmoid-activation-form-of-z': 'Sigmoid’s a (1 − a), given z',
  'sigmoid-z-form-of-activation': 'Sigmoid’s full form, given the activation',
  'tanh-square-of-z': 'Tanh’s 1 − a², given z',
  'silu-product-rule': 'SiLU without the product rule',
  'sigmoid-omitted': 'No derivative at all',
  'tanh-factor': 'A factor lost on the way',
};

const origins: Record<GalleryId, string> = {
  'relu-at-least-of-activation': 'An activation of ReLU is never negative, so the test is always true.',
  'leaky-threshold-at-slope':
    'The same 0.1 stands in the function, where it is a slope, and in the test, where it is a place.',
  'leaky-own-derivative': '“The same for the derivative”, taken literally.',
  'sigmoid-activation-form-of-z': 'The short form wants the activation, and gets what stood before it.',
  'sigmoid-z-form-of-activation':
    'The sigmoid is applied twice, once in the layer and once more inside its derivative.',
  'tanh-square-of-z': 'The same slip with another function: the square is of the wrong number.',
  'silu-product-rule': 'Of the two terms of the derivative of z times sigmoid(z), one was kept.',
  'sigmoid-omitted': 'With cross-entropy the output’s derivative cancels; in a hidden layer nothing cancels.',
  'tanh-factor':
    'The ½ of the loss, counted twice: the same as half the learning rate, for this layer and those below it.',
};

export const galleryWords = {
  name: (id: GalleryId): string => names[id],

  origin: (id: GalleryId): string => origins[id],

  /** All of a signature in one sentence. */
  signature({ constantRatio, uphill, leaks, blocks, tooLarge, tooSmall }: Signature): string {
    if (constantRatio === 1) return 'No difference.';
    if (constantRatio !== undefined) return `Everywhere ${numberText(constantRatio)} times the true slope.`;
    const findings = [
      [leaks, 'lets a gradient through where none should pass'],
      [uphill, 'has the wrong sign, a step uphill,'],
      [blocks, 'stops the gradient where it should pass'],
      [tooLarge, 'is more than twice too large'],
      [tooSmall, 'is more than twice too small'],
    ] as const;
    const widest = Math.max(...findings.map(([found]) => found));
    // Slivers beside a wide mistake are left out of the sentence.
    const told = findings.filter(([found]) => found >= 0.005 && (found >= 0.03 || found === widest));
    const parts = told.map(([found, what]) => `${what} on ${percentText(Math.max(0.01, found), 0)}`);
    if (parts.length === 0) return 'Within a factor of two of the true slope everywhere.';
    // The parts have commas of their own.
    const last = parts.pop()!;
    const sentence = parts.length === 0 ? last : `${parts.join(', ')}, and ${last}`;
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)} of this range.`;
  },
};
