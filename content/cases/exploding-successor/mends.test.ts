// What each fault does by itself: the program with this one mended differs from the posted one as faults.yaml describes.
import { expect } from 'vitest';
import type { Program } from '../../../src/lab/program.ts';
import { dataOfProgram, trainProgram } from '../../../tests/cases/load-program.ts';
import { type Form, testMends } from '../../../tests/cases/mended-alone.ts';

const isFinite = (program: Program, network: unknown) =>
  program
    .layers(network)
    .every(({ weights, biases }) => [...weights.flat(), ...biases].every(Number.isFinite));

type SuccessorNetwork = Record<'hidden' | 'output', Record<'weights' | 'biases', Float64Array>>;

testMends('exploding-successor', {
  async 'summed-over-raw-inputs'(posted, mended) {
    const survives = async (form: Form) => {
      const program = await form.load();
      const network = program.create(1);
      trainProgram(program, network, 50);
      return isFinite(program, network);
    };
    expect(await survives(posted.with('learningRate = 1e-9', 'learningRate = 0.1'))).toBe(false);
    expect(await survives(mended)).toBe(true);
  },
  async 'weight-decay-unscaled'(posted, mended) {
    const slopeOf = async (form: Form) => {
      const program = await form.load();
      const network = program.create(1);
      trainProgram(program, network, 100);
      return (program.predict(network, [900])[0]! - program.predict(network, [100])[0]!) / 800;
    };
    expect(await slopeOf(mended)).toBeCloseTo(await slopeOf(posted), 7);
    expect(await slopeOf(mended)).not.toBe(await slopeOf(posted));
  },
  async 'biases-never-trained'(posted, mended) {
    const moved = async (form: Form) => {
      const program = await form.load();
      const network = program.create(1);
      const biases = () => program.layers(network).flatMap((layer) => layer.biases);
      const before = [...biases()];
      trainProgram(program, network, 10);
      return Math.max(...biases().map((bias, j) => Math.abs(bias - before[j]!)));
    };
    expect(await moved(posted)).toBe(0);
    // At a learning rate of a billionth they barely move.
    expect(await moved(mended)).toBeGreaterThan(0);
    expect(await moved(mended)).toBeLessThan(0.01);
  },
  async 'pre-activation-passed-on'(posted, mended) {
    const sumsTo = async (form: Form) => {
      const program = await form.load();
      const network = program.create(1);
      const { hidden, output } = network as SuccessorNetwork;
      hidden.biases.fill(-100);
      output.weights.fill(1);
      output.biases[0] = 0;
      // Twice through the output's leak of a hundredth.
      return program.predict(network, [0])[0]! * 1e4;
    };
    // Three sums of −100, or their activations, −1 each.
    expect(await sumsTo(posted)).toBeCloseTo(-300, 9);
    expect(await sumsTo(mended)).toBeCloseTo(-3, 9);
  },
  async 'leaky-output-twice'(posted, mended) {
    const below = async (form: Form) => {
      const program = await form.load();
      const network = program.create(1);
      (network as SuccessorNetwork).output.biases[0] = -100_000;
      return program.predict(network, [0])[0]!;
    };
    expect(await below(posted)).toBeCloseTo(-10, 0);
    expect((await below(mended)) / -100_000).toBeCloseTo(1, 4);
  },
  async 'undefined-in-sigmoid-prime'(posted, mended) {
    const prime = (form: Form) => form.inside<(z: number) => number>('sigmoidPrime');
    const broken = await prime(posted);
    expect(() => broken(0)).toThrow('x is not defined');
    expect((await prime(mended))(0)).toBe(0.25);
  },
  async 'tested-far-outside'(posted) {
    const program = await posted.load();
    const network = program.create(1);
    trainProgram(program, network, 100);
    const errorAt = (x: number) => Math.abs(program.predict(network, [x])[0]! - (x + 1));
    expect(Math.max(...dataOfProgram(program, 1).inputs.flat())).toBeLessThan(1000);
    expect(Math.max(...[0, 99, 666, 999].map(errorAt))).toBeLessThan(1);
    expect(errorAt(10_079)).toBeGreaterThan(5);
  },
});
