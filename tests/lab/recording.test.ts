import { describe, expect, it } from 'vitest';
import type { DataSet } from '../../src/lab/program.ts';
import { fixtureModule, fixtureProgram } from '../fixture/programs.ts';
import { edited, runProgram } from './run-program.ts';

const source = fixtureProgram('xor');
const { create, predict, update, updatesPerEpoch, ...program } = await fixtureModule('xor');
const data = program.data as DataSet;

/** The outputs of the program itself, run by Node, after so many updates. */
function outputsAfter(seed: number, updates: number): number[][] {
  const network = create(seed);
  for (let done = 0; done < updates; done++) update(network, done % updatesPerEpoch);
  return data.inputs.map((input) => predict(network, input));
}

describe('a recorded run', () => {
  it('tells the shape of the program before it trains', () => {
    const { info, frame } = runProgram(source, 1).loaded;
    expect(info).toMatchObject({ learningRate: 0.2, epochs: 20_000, updatesPerEpoch: 4, widths: [2, 4, 1] });
    expect(info.inputs).toEqual(data.inputs);
    expect(frame).toMatchObject({ seed: 1, update: 0, outputs: outputsAfter(1, 0) });
    expect(frame.layers.map(({ activations }) => activations.length)).toEqual([4, 4]);
  });

  it('gives the numbers that Node gives, bit for bit, at whatever pace it is advanced', () => {
    const run = runProgram(source, 3);
    let done = 0;
    for (const step of [1, 1, 2, 3, 500, 1, 4_000, 7]) {
      done += step;
      expect(run.advance(step).frame.outputs).toEqual(outputsAfter(3, done));
    }
  });

  it('ends at the number of its closed form', () => {
    const { frame } = runProgram(source, 1).advance(400_000);
    expect(frame.outputs.flat()).toEqual(new Array(4).fill(0.48780487804878037));
    expect(frame.meanSquaredError).toBeCloseTo(841 / 3362, 12);
  });

  it('goes back and forth to any update and stays exact', () => {
    const run = runProgram(source, 2);
    const { frame } = run.advance(30_000);
    for (const wanted of [0, 1, 17, 29_999, 511, 12_345, 30_000, 29_000]) {
      const sought = run.seek(wanted);
      expect(sought.update).toBe(wanted);
      expect(sought.outputs).toEqual(outputsAfter(2, wanted));
    }
    run.seek(400);
    expect(run.advance(29_600).frame).toEqual(frame);
    expect(run.seek(30_500).outputs).toEqual(outputsAfter(2, 30_500));
  });

  it('goes to an update it has seen from the nearest copy, also forward', () => {
    const counting = `
      let calls = 0;
      export const data = { inputs: [[0]], targets: [[0]] };
      export const learningRate = 1;
      export const epochs = 100;
      export const updatesPerEpoch = 1;
      export const create = () => ({ weight: 0 });
      export const update = () => { calls++; };
      export const predict = () => [calls];
      export const layers = ({ weight }) => [{ weights: [[weight]], biases: [0], activations: [0] }];`;
    const run = runProgram(counting, 1);
    run.advance(40_000);
    const calls = run.seek(100).outputs[0]![0]!;
    expect(run.seek(39_900).outputs[0]![0]! - calls).toBeLessThan(1_000);
  });

  it('begins again from the same seed or another', () => {
    const run = runProgram(source, 5);
    const first = run.advance(100).frame;
    expect(run.restart(6).outputs).toEqual(outputsAfter(6, 0));
    expect(run.restart(5).update).toBe(0);
    expect(run.advance(100).frame).toEqual(first);
  });

  it('gives in a sweep what it gives on the bench', () => {
    const run = runProgram(source, 1);
    for (const seed of [1, 7, 12]) {
      const result = run.sweep([seed], 200).at(-1)!;
      expect(result.outputs).toEqual(outputsAfter(seed, 800));
    }
  });

  it('keeps state that a network carries, such as its generator’s', () => {
    const noisy = edited(
      source,
      ['export const create = (seed: number): Network =>', 'export const create = (seed: number): Network & { state: number } => ({ state: seed, ...'],
      ["createNetwork(randomNumbers(seed), 'ReLU');", "createNetwork(randomNumbers(seed), 'ReLU') });"],
      ['const { hidden, output } = network;', 'const { hidden, output } = network; (network as any).state = ((network as any).state * 69069 + 1) >>> 0; k = (network as any).state % 4;'],
    ); // prettier-ignore
    const run = runProgram(noisy, 4);
    const wanted = run.advance(3_000).frame;
    run.advance(5_000);
    expect(run.seek(3_000)).toEqual(wanted);
  });
});

describe('the loss curve', () => {
  it('has every early update, fewer later, the first and the last, each once and in order', () => {
    const run = runProgram(source, 1);
    const curve: number[] = [];
    for (const step of [10, 90, 900, 9_000, 390_000]) curve.push(...run.advance(step).loss.updates);
    expect(curve.slice(0, 513)).toEqual(Array.from({ length: 513 }, (_, update) => update));
    expect(curve.at(-1)).toBe(400_000);
    expect(curve).toEqual([...new Set(curve)].sort((a, b) => a - b));
    expect(curve.length).toBeLessThan(4_000);
  });

  it('is the mean squared error of the outputs at that update', () => {
    const { loss } = runProgram(source, 1).advance(2_000);
    for (const at of [0, 1, 300, loss.updates.length - 1]) {
      const outputs = outputsAfter(1, loss.updates[at]!).flat();
      const squares = outputs.map((output, sample) => (output - data.targets[sample]![0]!) ** 2);
      expect(loss.meanSquaredErrors[at]).toBeCloseTo(squares.reduce((sum, square) => sum + square) / 4, 14);
    }
  });

  it('is not told again when the run goes back', () => {
    const run = runProgram(source, 1);
    run.advance(100);
    run.seek(50);
    expect(run.advance(40).loss.updates).toEqual([]);
    expect(run.advance(20).loss.updates[0]).toBe(101);
  });
});

describe('a run that blows up', () => {
  it('names the update at which a number first was not finite', () => {
    const hot = edited(
      source,
      ['export const learningRate = 0.2', 'export const learningRate = 40'],
      ["'ReLU')", "'linear')"],
    );
    const run = runProgram(hot, 1);
    const { nonFiniteAt } = run.advance(10_000);
    expect(nonFiniteAt).toBeGreaterThan(1);

    const finiteAt = (update: number): boolean =>
      run
        .seek(update)
        .layers.every(({ weights, biases }) => [...weights.flat(), ...biases].every(Number.isFinite)) &&
      run.seek(update).outputs.flat().every(Number.isFinite);
    expect(finiteAt(nonFiniteAt! - 1)).toBe(true);
    expect(finiteAt(nonFiniteAt!)).toBe(false);
  });
});

describe('what a program prints', () => {
  it('is kept in Node’s form, with the sign of minus zero', () => {
    const talking = source + "\nconsole.log(-0, 'a', [1, -0], { b: 'c' }, null);\nconsole.error('d');";
    expect(runProgram(talking, 1).loaded.printed).toEqual(["-0 a [ 1, -0 ] { b: 'c' } null", 'd']);
  });
});
