// What each fault does by itself: the program with this one mended differs from the posted one as faults.yaml describes.
import { expect } from 'vitest';
import { type Form, testMends } from '../../../tests/cases/mended-alone.ts';

testMends('every-output-to-every-target', {
  async 'column-less-row'(posted, mended) {
    const shapeOf = async (form: Form) => {
      const program = await form.load();
      const differences = await form.inside<(network: unknown) => number[][]>('differences');
      const table = differences(program.create(1));
      return [table.length, table[0]!.length];
    };
    expect(await shapeOf(posted)).toEqual([68, 68]);
    expect(await shapeOf(mended)).toEqual([68, 1]);
  },
  async 'no-bias'(posted, mended) {
    const biasAfter = async (form: Form) => {
      const program = await form.load();
      const network = program.create(1);
      program.update(network, 0);
      return program.layers(network)[0]!.biases[0]!;
    };
    expect(await biasAfter(posted)).toBe(0);
    // Once the rate times twice the mean error, with the mean of the targets 1.5 and of each input 1/2.
    const program = await posted.load();
    const weights = program.layers(program.create(1))[0]!.weights[0]!;
    const meanOutput = weights.reduce((sum, weight) => sum + weight / 2, 0);
    expect(await biasAfter(mended)).toBeCloseTo(-0.1 * 2 * (meanOutput - 1.5), 12);
  },
  async 'ten-times-ten-to-the-minus-two'(posted) {
    expect((await posted.load()).learningRate).toBe(0.1);
  },
});
