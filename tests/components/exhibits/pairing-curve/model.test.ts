import { expect, it } from 'vitest';
import { createPairingCurve, sentAt } from '../../../../components/exhibits/pairing-curve/model.ts';
import { pairingWords } from '../../../../components/exhibits/pairing-curve/words.ts';

it('sends back what differences of the two losses say', () => {
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
  const h = 1e-6;
  for (const target of [0, 1] as const) {
    for (const z of [-7.3, -2, -0.4, 0, 0.9, 3.3, 6.1]) {
      const squared = (v: number) => (sigmoid(v) - target) ** 2 / 2;
      const entropy = (v: number) => Math.max(v, 0) - v * target + Math.log1p(Math.exp(-Math.abs(v)));
      const slope = (loss: (v: number) => number) => (loss(z + h) - loss(z - h)) / (2 * h);
      expect(sentAt(z, target).squaredError).toBeCloseTo(slope(squared), 8);
      expect(sentAt(z, target).crossEntropy).toBeCloseTo(slope(entropy), 8);
    }
  }
});

it('keeps its digits where the answer is sure and right', () => {
  expect(sentAt(40, 1).crossEntropy).toBeCloseTo(-Math.exp(-40), 30);
  expect(sentAt(-700, 0).crossEntropy).toBeGreaterThan(0);
});

it('says what the place on the curve means', () => {
  expect(pairingWords.finding(createPairingCurve({ z: 8, target: 0 }))).toContain('2,983 times less');
  expect(pairingWords.finding(createPairingCurve({ z: 6, target: 0 }))).toMatch(
    /^Sure and wrong.*4\d\d times less/,
  );
  expect(pairingWords.finding(createPairingCurve({ z: -6, target: 0 }))).toMatch(/^Sure and right/);
  expect(pairingWords.finding(createPairingCurve({ z: 0, target: 1 }))).toMatch(/^Unsure/);
  expect(() => createPairingCurve({ z: NaN, target: 0 })).toThrow(
    'createPairingCurve: z is NaN; expected a finite number',
  );
});
