// What each fault does by itself: the program with this one mended differs from the posted one as faults.yaml describes.
import { expect } from 'vitest';
import { type Form, testMends } from '../../../tests/cases/mended-alone.ts';

interface Network {
  generator: { state: number };
  hidden: { weights: number[][]; biases: number[] };
  output: { weights: number[][]; activations: number[] };
}

/** By how much the biases of the hidden units move in the first update from the reported start, and what the output answered. */
async function firstStep(form: Form) {
  const program = await form.load();
  const network = program.create(0) as Network;
  const before = structuredClone(network);
  program.update(network, 0);
  return {
    moved: network.hidden.biases.map((bias, unit) => bias - before.hidden.biases[unit]!),
    answer: network.output.activations[0]!,
    weights: [before.output.weights[0]!, network.output.weights[0]!],
  };
}

testMends('no-line-is-broken', {
  async 'no-slope-passed-back'(posted, mended) {
    const [without, with_] = [await firstStep(posted), await firstStep(mended)];
    const slope = without.answer * (1 - without.answer);
    without.moved.forEach((moved, unit) => expect(with_.moved[unit]! / moved).toBeCloseTo(slope, 10));
  },
  async 'changed-before-passed-back'(posted, mended) {
    const [late, early] = [await firstStep(posted), await firstStep(mended)];
    const [before, after] = late.weights;
    late.moved.forEach((moved, unit) =>
      expect(moved / early.moved[unit]!).toBeCloseTo(after![unit]! / before![unit]!, 10),
    );
  },
});
