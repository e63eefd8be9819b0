import { describe, expect, it } from 'vitest';
import { createDerivativeGallery, signatureOf } from '../../../../components/exhibits/derivatives/gallery.ts';
import { galleryWords } from '../../../../components/exhibits/derivatives/gallery-words.ts';

const signature = (id: string) => createDerivativeGallery().find((exhibit) => exhibit.id === id)!.signature;

describe('the signature of a wrong derivative', () => {
  it('is none for the right one, and a number for a lost factor', () => {
    expect(galleryWords.signature(signatureOf([1, 0.5], [1, 0.5]))).toBe('No difference.');
    expect(galleryWords.signature(signatureOf([2, 1, 0], [1, 0.5, 0]))).toBe(
      'Everywhere 2 times the true slope.',
    );
    expect(signature('tanh-factor')).toMatchObject({ constantRatio: 0.5, uphill: 0, leaks: 0 });
  });

  it('tells a leak, a block and a step uphill apart', () => {
    expect(signatureOf([1, 1], [0, 1])).toMatchObject({ leaks: 0.5, blocks: 0, uphill: 0 });
    expect(signatureOf([0, 1], [1, 1])).toMatchObject({ leaks: 0, blocks: 0.5, uphill: 0 });
    expect(signatureOf([-1, 1], [1, 1])).toMatchObject({ leaks: 0, blocks: 0, uphill: 0.5 });
  });

  it('of the ReLU whose gate never shuts is a leak on the negative half', () => {
    const found = signature('relu-at-least-of-activation');
    expect(found.leaks).toBeCloseTo(0.5, 2);
    expect(galleryWords.signature(found)).toBe(
      'Lets a gradient through where none should pass on 50% of this range.',
    );
  });

  it('of a threshold at the slope is a tenth, between 0 and 0.1', () => {
    const { tooSmall, uphill, leaks } = signature('leaky-threshold-at-slope');
    expect(tooSmall).toBeCloseTo(0.1 / 8, 2);
    expect([uphill, leaks]).toEqual([0, 0]);
  });

  it('of a function as its own derivative is uphill wherever it is negative', () => {
    // Slopes of less than a thousandth count as none: f is -0.001 at z = -0.01.
    expect(signature('leaky-own-derivative').uphill).toBeCloseTo(0.5, 2);
  });

  it('of 1 - z² is uphill beyond 1, where tanh still has a slope', () => {
    // |z| from 1 to the edge where 1 - tanh² is a thousandth: atanh(sqrt(0.999)) = 4.147, outside -4 to 4.
    expect(signature('tanh-square-of-z').uphill).toBeCloseTo(6 / 8, 1);
  });

  it('of SiLU without the product rule never has a value outside 0 to 1', () => {
    const exhibit = createDerivativeGallery().find(({ id }) => id === 'silu-product-rule')!;
    expect(exhibit.explored.claimed.every((slope) => slope > 0 && slope < 1)).toBe(true);
    expect(exhibit.signature.uphill).toBeGreaterThan(0.2);
  });

  it('of a sigmoid derivative given the activation lies between 0.196 and 0.25, also where there is no slope', () => {
    const exhibit = createDerivativeGallery().find(({ id }) => id === 'sigmoid-z-form-of-activation')!;
    const [least, most] = [Math.min(...exhibit.explored.claimed), Math.max(...exhibit.explored.claimed)];
    expect(least).toBeGreaterThan(Math.exp(-1) / (1 + Math.exp(-1)) ** 2);
    expect(most).toBeLessThan(0.25);
    expect(exhibit.signature.tooLarge).toBeGreaterThan(0.3);
  });

  it('is a sentence for every entry, and no entry is right', () => {
    for (const exhibit of createDerivativeGallery()) {
      expect(exhibit.explored.mismatches.length).toBeGreaterThan(0);
      expect(galleryWords.signature(exhibit.signature)).toMatch(/^[A-Z].+\.$/);
      expect(galleryWords.signature(exhibit.signature)).not.toBe('No difference.');
    }
  });
});
