// What each fault does by itself: the program with this one mended differs from the posted one as faults.yaml describes.
import { expect } from 'vitest';
import { type Form, testMends } from '../../../tests/cases/mended-alone.ts';

interface Layer {
  weights: number[][];
  biases: number[];
}

testMends('a-quiet-start', {
  async 'too-quiet-a-start'(posted, mended) {
    const drawn = async (form: Form) => (await form.load()).create(1) as Layer[];
    const [quiet, right] = [await drawn(posted), await drawn(mended)];
    // The same draws, by another size in each layer; the biases as they were.
    [2, 4, 6, 6, 4].forEach((inputs, l) => {
      const [one, other] = [quiet[l]!, right[l]!];
      expect(other.biases).toEqual(one.biases);
      one.weights.flat().forEach((weight, k) => {
        expect(other.weights.flat()[k]! / weight).toBeCloseTo(10 * Math.sqrt(2 / inputs), 10);
      });
    });
  },
  async 'slopes-apart'(posted, mended) {
    const afterOneStep = async (form: Form, bias: number) => {
      const program = await form.load();
      const network = program.create(1) as Layer[];
      network[4]!.biases[0] = bias;
      program.update(network, 0);
      return network[4]!.biases[0];
    };
    // The same step for an output that is not sure; 0/0 for one that is exactly 1.
    expect(await afterOneStep(mended, 0.5)).toBeCloseTo((await afterOneStep(posted, 0.5))!, 12);
    expect(await afterOneStep(posted, 40)).toBeNaN();
    expect(await afterOneStep(mended, 40)).toBeCloseTo(40 - 0.01 * 0.5, 12);
  },
  async 'cost-never-called'(posted, mended) {
    const short = (form: Form) => form.with('epochs = 10_000', 'epochs = 2000').print().trim().split('\n');
    const lines = short(mended);
    expect(lines.slice(0, -2)).toHaveLength(2);
    expect(lines.slice(0, -2).every((line) => /^cost 0\.69/.test(line))).toBe(true);
    expect(lines.slice(-2)).toEqual(short(posted));
  },
  async 'accuracy-takes-a-side'(posted) {
    const program = await posted.load();
    const accuracy = await posted.inside<(network: unknown, samples: unknown) => number>('accuracy');
    const network = program.create(1) as Layer[];
    // Nothing of the input arrives; the output is a hair to one side or the other.
    network[4]!.weights.forEach((row) => row.fill(0));
    const sides = [1e-9, -1e-9].map((bias) => {
      network[4]!.biases[0] = bias;
      return accuracy(network, program.data);
    });
    expect(sides).toEqual([0.5, 0.5]);
  },
});
