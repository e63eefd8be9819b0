// What each fault does by itself: the program with this one mended differs from the posted one as faults.yaml describes.
import { expect } from 'vitest';
import { type Form, testMends } from '../../../tests/cases/mended-alone.ts';

testMends('leaky-derivative', {
  async 'one-slope-for-the-layer'(posted, mended) {
    const slopes = (form: Form) => form.inside<(activations: number[]) => number[]>('derivative');
    expect((await slopes(posted))([0.6, 0.4, -0.02])).toEqual([0.1, 0.1, 0.1]);
    expect((await slopes(mended))([0.6, 0.4, -0.02])).toEqual([1, 1, 0.1]);
  },
  async 'slope-used-as-a-position'(posted, mended) {
    const slopes = (form: Form) => form.inside<(activations: number[]) => number[]>('derivative');
    expect((await slopes(posted))([0.6, 0.4, 0.05])).toEqual([0.1, 0.1, 0.1]);
    expect((await slopes(mended))([0.6, 0.4, 0.05])).toEqual([1, 1, 1]);
  },
  async 'no-bias-at-the-output'(posted, mended) {
    const biasOf = async (form: Form) => {
      const program = await form.load();
      const network = program.create(1);
      program.update(network, 0);
      const [before] = program.layers(network)[1]!.biases;
      program.update(network, 0);
      return { before, after: program.layers(network)[1]!.biases[0] };
    };
    expect(await biasOf(posted)).toEqual({ before: 0, after: 0 });
    const { before, after } = await biasOf(mended);
    expect(before).not.toBe(0);
    expect(after).not.toBe(before);
  },
  async 'an-epoch-of-one-sample'(posted, mended) {
    const passes = async (form: Form) => {
      const { epochs, updatesPerEpoch } = await form.load();
      return (epochs * updatesPerEpoch) / 4;
    };
    expect(await passes(posted)).toBe(2500);
    expect(await passes(mended)).toBe(10_000);
  },
});
