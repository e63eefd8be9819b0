// What each fault does by itself: the program with this one mended differs from the posted one as faults.yaml describes.
import { expect } from 'vitest';
import { dataOfProgram, outputsOfProgram, trainProgram } from '../../../tests/cases/load-program.ts';
import { type Form, testMends } from '../../../tests/cases/mended-alone.ts';

testMends('negative-zero', {
  async 'relu-at-the-output'(posted, mended) {
    const movesWhenDead = async (form: Form) => {
      const program = await form.load();
      const network = program.create(2);
      const parameters = () => JSON.stringify(program.layers(network).map(({ weights, biases }) => [weights, biases])); // prettier-ignore
      const before = parameters();
      trainProgram(program, network, 1);
      return parameters() !== before;
    };
    // Seed 2 is born dead.
    expect(await movesWhenDead(posted)).toBe(false);
    expect(await movesWhenDead(mended)).toBe(true);
  },
  async 'bias-gradient-of-the-layer'(posted, mended) {
    const spread = async (form: Form) => {
      const program = await form.load();
      const network = program.create(5);
      trainProgram(program, network, 50);
      return program.layers(network).map(({ biases }) => Math.max(...biases) - Math.min(...biases));
    };
    expect(await spread(posted)).toEqual([0, 0, 0, 0]);
    const [first, second, third, output] = await spread(mended);
    expect([first! > 0, second! > 0, third! > 0, output]).toEqual([true, true, true, 0]);
  },
  async 'step-too-long-for-the-width'(posted, mended) {
    const killed = async (form: Form) => {
      const program = await form.load();
      let [on, off] = [0, 0];
      for (let seed = 1; seed <= 60; seed++) {
        const network = program.create(seed);
        if (!(program.predict(network, [1, 1])[0]! > 0)) continue;
        on++;
        program.update(network, 1);
        if (!(program.predict(network, [1, 1])[0]! > 0)) off++;
      }
      return off / on;
    };
    expect(await killed(posted)).toBeGreaterThan(0.7);
    expect(await killed(mended)).toBeLessThan(0.1);
  },
  async 'minus-zero-by-mask'(posted, mended) {
    const zeroOf = async (form: Form, bias: number) => {
      const program = await form.load();
      const network = program.create(1);
      program.layers(network)[3]!.biases[0] = bias;
      return program.predict(network, [0, 0])[0];
    };
    expect(await zeroOf(posted, -1000)).toBe(-0);
    expect(await zeroOf(mended, -1000)).toBe(0);
    // An infinite sum times a mask of 0 is no number.
    expect(await zeroOf(posted, -Infinity)).toBe(NaN);
  },
  async 'printed-before-the-step'(posted, mended) {
    const printed = (form: Form) => form.with('epochs = 5000', 'epochs = 1').print();
    const program = await posted.load();
    const network = program.create(1);
    const before = [0, 1, 2, 3].map((k) => {
      const [prediction] = program.predict(network, dataOfProgram(program, 1).inputs[k]!);
      program.update(network, k);
      return prediction!;
    });
    const numbers = (text: string) => text.replace(/[[\]\s]/g, '').split(',').map(Number); // prettier-ignore
    expect(numbers(printed(posted))).toEqual(before);
    expect(numbers(printed(mended))).toEqual(outputsOfProgram(program, network));
    expect(printed(mended)).not.toBe(printed(posted));
  },
});
