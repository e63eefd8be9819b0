// What each fault does by itself: the program with this one mended differs from the posted one as faults.yaml describes.
import { expect } from 'vitest';
import type { Program } from '../../../src/lab/program.ts';
import { outputsOfProgram, trainProgram } from '../../../tests/cases/load-program.ts';
import { type Form, testMends } from '../../../tests/cases/mended-alone.ts';

const isFinite = (program: Program, network: unknown) =>
  program
    .layers(network)
    .every(({ weights, biases }) => [...weights.flat(), ...biases].every(Number.isFinite));

/** XOR's network with a hidden layer that is silent on all four inputs. */
async function silent(form: Form) {
  const program = await form.load();
  const network = program.create(1);
  const [hidden, output] = program.layers(network);
  hidden!.biases.fill(-4);
  for (const weights of hidden!.weights) weights.fill(-1);
  output!.weights[0]!.fill(0.3);
  output!.biases[0] = 20 / 41;
  return { program, network, hidden: hidden!, output: output! };
}

testMends('all-outputs-equal', {
  async 'derivative-always-one'(posted, mended) {
    const movesWhenSilent = async (form: Form) => {
      const { program, network, hidden } = await silent(form);
      const before = structuredClone(hidden.weights);
      trainProgram(program, network, 1);
      return JSON.stringify(hidden.weights) !== JSON.stringify(before);
    };
    expect(await movesWhenSilent(posted)).toBe(true);
    expect(await movesWhenSilent(mended)).toBe(false);
    // The right derivative lets the output die: the new constant is 0.
    expect(mended.print()).toBe('0\n'.repeat(4));
  },
  async 'relu-at-the-output'(posted, mended) {
    const least = async (form: Form) => {
      const program = await form.load();
      return Math.min(...outputsOfProgram(program, program.create(1)));
    };
    expect(await least(posted)).toBe(0);
    expect(await least(mended)).toBeLessThan(0);
    // Mended alone it still ends in the same constant.
    expect(mended.print()).toBe('0.48780487804878037\n'.repeat(4));
  },
  async 'loss-never-called'(posted, mended) {
    const lines = mended.print().trim().split('\n');
    expect(lines.slice(0, -4)).toHaveLength(10);
    expect(lines.slice(0, -4).every((line) => /^loss 0\.\d+$/.test(line))).toBe(true);
    expect(`${lines.slice(-4).join('\n')}\n`).toBe(posted.print());
  },
  async 'read-at-the-end-of-a-cycle'(posted) {
    const { program, network, output } = await silent(posted);
    const cycle = [0, 1, 2, 3].map((k) => {
      program.update(network, k);
      return output.biases[0]!;
    });
    [16, 21, 25, 20].forEach((part, k) => expect(cycle[k]).toBeCloseTo(part / 41, 14));
  },
  async 'nan-becomes-zero'(posted, mended) {
    const blownUp = async (form: Form) => {
      const program = await form.with('learningRate = 0.2', 'learningRate = 5').load();
      const network = program.create(1);
      trainProgram(program, network, 2000);
      expect(isFinite(program, network)).toBe(false);
      return outputsOfProgram(program, network);
    };
    expect(await blownUp(posted)).toEqual(Array(4).fill(0));
    expect(await blownUp(mended)).toEqual(Array(4).fill(NaN));
  },
  async 'misnamed-default'(posted, mended) {
    const withDefault = (form: Form) =>
      form.with("randomNumbers(seed), 'ReLU'", 'randomNumbers(seed)').load();
    const broken = await withDefault(posted);
    expect(() => broken.predict(broken.create(1), [0, 0])).toThrow(/undefined/);
    const sound = await withDefault(mended);
    expect(sound.predict(sound.create(1), [0, 0])).toHaveLength(1);
  },
});
