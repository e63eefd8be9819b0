import { describe, expect, it } from 'vitest';
import {
  createRun,
  findUpdate,
  outputsOf,
  seek,
  type Spec,
  startRecording,
  train,
  trainRecorded,
} from '../../src/engine/index.ts';
import { xorSpec } from './specs.ts';

const layers = [
  { units: 3, activation: 'relu' },
  { units: 1, activation: 'sigmoid' },
] as const;
const specs: Record<string, Spec> = {
  'in order': xorSpec([...layers]),
  'at random': xorSpec([...layers], { sampling: { kind: 'random' } }),
  'with Adam': xorSpec([...layers], { optimizer: { kind: 'adam', learningRate: 0.01 }, batch: 'mean' }),
};

describe('a recorded run', () => {
  for (const [name, spec] of Object.entries(specs)) {
    it(`${name}: is at any update, sought in any order, what an unbroken run is there`, () => {
      const recording = startRecording(createRun(spec, 4), 10);
      trainRecorded(recording, 95);
      expect(recording.snapshots.map((snapshot) => snapshot.updateCount)).toEqual([
        0, 10, 20, 30, 40, 50, 60, 70, 80, 90,
      ]);
      for (const update of [57, 3, 90, 0, 120, 119, 10]) {
        seek(recording, update);
        const unbroken = createRun(spec, 4);
        train(unbroken, update);
        expect(recording.run.updateCount).toBe(update);
        expect(recording.run.network.parameters).toEqual(unbroken.network.parameters);
      }
      trainRecorded(recording, 40);
      const unbroken = createRun(spec, 4);
      train(unbroken, 50);
      expect(recording.run.network.parameters).toEqual(unbroken.network.parameters);
    });
  }

  it('is rewound to the update at which it died', () => {
    // A ReLU output with p = w x + b: target -8 pulls it below 0 on both samples, and there it stays.
    const spec: Spec = {
      data: { inputs: [[1], [2]], targets: [[-8], [-8]] },
      layers: [{ units: 1, activation: 'relu' }],
      loss: 'halfSquaredError',
      initial: { parameters: [1, 20] },
      optimizer: { kind: 'sgd', learningRate: 0.01 },
      batch: 'sample',
    };
    const dead = (run: ReturnType<typeof createRun>): boolean => outputsOf(run).every(([p]) => p === 0);
    const recording = startRecording(createRun(spec, 1), 7);
    trainRecorded(recording, 1000);
    const death = findUpdate(recording, dead)!;
    expect(recording.run.updateCount).toBe(death);
    expect(dead(recording.run)).toBe(true);
    seek(recording, death - 1);
    expect(dead(recording.run)).toBe(false);
  });

  it('says null where nothing happened', () => {
    const recording = startRecording(createRun(specs['in order']!, 4), 10);
    trainRecorded(recording, 25);
    expect(findUpdate(recording, () => false)).toBeNull();
    expect(recording.run.updateCount).toBe(25);
  });
});
