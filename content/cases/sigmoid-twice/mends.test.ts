// What each fault does by itself: the program with this one mended differs from the posted one as faults.yaml describes.
import { expect } from 'vitest';
import { type Form, testMends } from '../../../tests/cases/mended-alone.ts';

testMends('sigmoid-twice', {
  async 'sigmoid-twice'(posted, mended) {
    const slopes = async (form: Form) => {
      const prime = await form.inside<(x: number) => number>('prime');
      return [0, 0.5, 0.9933, 1].map(prime);
    };
    // Of an activation: near one number as posted, and 0 at both ends with the right slope.
    for (const slope of await slopes(posted)) expect(slope).toBeGreaterThan(0.19);
    expect(await slopes(mended)).toEqual([0, 0.25, 0.9933 * (1 - 0.9933), 0]);
  },
  async 'bias-is-a-unit'(posted, mended) {
    const answersToSilence = async (form: Form) => {
      const program = await form.load();
      const network = program.create(1);
      const [hidden, output] = program.layers(network);
      return { hidden: hidden!.biases.length, output: output!.weights[0]!.length, bias: output!.biases[0] };
    };
    // Three units that listen, in both; a bias at the output in one of them.
    expect(await answersToSilence(posted)).toEqual({ hidden: 3, output: 3, bias: 0 });
    const { hidden, output, bias } = await answersToSilence(mended);
    expect([hidden, output]).toEqual([3, 3]);
    expect(bias).not.toBe(0);
    // The unit that was meant as a constant answers differently to different inputs.
    const program = await posted.load();
    const network = program.create(1);
    const third = (input: number[]) => {
      program.predict(network, input);
      return program.layers(network)[0]!.activations[2];
    };
    expect(third([0, 0])).not.toBe(third([1, 1]));
  },
  async 'an-epoch-of-one-sample'(posted, mended) {
    const passes = async (form: Form) => {
      const { epochs, updatesPerEpoch } = await form.load();
      return (epochs * updatesPerEpoch) / 4;
    };
    expect(await passes(posted)).toBe(25_000);
    expect(await passes(mended)).toBe(100_000);
  },
});
