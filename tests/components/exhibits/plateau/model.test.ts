import '../../../fixture/in-fixture-content.ts';
import { describe, expect, it } from 'vitest';
import { createPlateau, frameAt } from '../../../../components/exhibits/plateau/model.ts';
import { variantTraining } from '../../../cases/trainings.ts';
import { sweep } from '../../../../src/sweep/index.ts';

const { spec } = variantTraining('xor', 'all-sigmoid');
const modelOf = (seed: number, epochs = 1000, every = 100) =>
  createPlateau({ spec, other: spec, seed, epochs, every });

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const targets = [0, 1, 1, 0];

describe('the plateau of a sigmoid network', () => {
  it('has learned after a thousand epochs the very seeds that a sweep of the kernel counts', async () => {
    const ends = await sweep(spec, { seeds: 40, epochs: 1000 });
    for (let seed = 1; seed <= 40; seed++) {
      const { outputs } = frameAt(modelOf(seed), 1000);
      const isRight = outputs.every((output, k) => output > 0.5 === (targets[k] === 1));
      expect(isRight, `seed ${seed}`).toBe(ends[seed - 1]!.outcome.kind === 'solved');
    }
  });

  it('knows from which epoch on it has learned', () => {
    const model = modelOf(1, 4000, 20);
    expect(model.learnedAt).toBeGreaterThan(500);
    for (const { epoch, outputs } of model.frames) {
      const isRight = outputs.every((output, k) => output > 0.5 === (targets[k] === 1));
      if (epoch >= model.learnedAt!) expect(isRight).toBe(true);
      if (epoch === model.learnedAt! - 20) expect(isRight).toBe(false);
    }
    expect(modelOf(1, 200, 20).learnedAt).toBeUndefined();
  });

  it('stands near the loss of one half to everything, a quarter, and says how long', () => {
    const model = modelOf(1, 4000, 20);
    expect(model.constantLoss).toBe(1 / 4);
    const near = model.frames.filter((frame) => Math.abs(frame.meanSquaredError - 0.25) < 0.025);
    expect(model.stood).toBe(near.at(-1)!.epoch - near[0]!.epoch);
    expect(model.stood).toBeGreaterThan(500);
  });

  it('shows pre-activations whose sigmoids make the loss and the bends', () => {
    const { z, bends, outputs, meanSquaredError } = frameAt(modelOf(3), 437);
    expect(frameAt(modelOf(3), 437).epoch).toBe(400);
    z.forEach(([z00, z10, z01, z11], unit) => {
      const bend = sigmoid(z00!) + sigmoid(z11!) - sigmoid(z10!) - sigmoid(z01!);
      expect(bends[unit]).toBeCloseTo(bend, 12);
      // A pre-activation is a plane over the two inputs.
      expect(z00! + z11!).toBeCloseTo(z10! + z01!, 12);
    });
    const squares = outputs.map((output, k) => (output - targets[k]!) ** 2);
    expect(meanSquaredError).toBeCloseTo(squares.reduce((a, b) => a + b) / 4, 14);
  });

  it('bends little on the plateau and much when it has learned', () => {
    const { frames, learnedAt } = modelOf(1, 4000, 20);
    const most = (epoch: number) =>
      Math.max(...frames.find((frame) => frame.epoch === epoch)!.bends.map(Math.abs));
    expect(most(600)).toBeLessThan(0.2);
    expect(most(learnedAt! + 1000)).toBeGreaterThan(2 * most(600));
  });
});
