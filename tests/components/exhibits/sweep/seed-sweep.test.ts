import '../../../fixture/in-fixture-content.ts';
import { describe, expect, test } from 'vitest';
import { createSeedSweep, farthestArm } from '../../../../components/exhibits/sweep/seed-sweep.ts';
import { seedSweepWords } from '../../../../components/exhibits/sweep/seed-sweep-words.ts';
import { groupedRuns } from '../../../../components/exhibits/sweep/outcomes.ts';
import { fixtureProgram } from '../../../fixture/programs.ts';
import { labHere } from '../../../lab/lab-here.ts';
import { variantTraining } from '../../../cases/trainings.ts';
import { sharesOf, sweep } from '../../../../src/sweep/index.ts';

const arms = ['derivative-right', 'leaky-hidden-linear-output'].map((id) => ({
  label: id,
  spec: variantTraining('xor', id).spec,
  epochs: 1000,
}));
const create = () => createSeedSweep({ arms, seeds: 100, workers: 0, change: () => {} });

describe('the model of SeedSweep', () => {
  test('sweeps every arm and groups its runs by outcome, all seeds once', async () => {
    const model = create();
    await model.start();
    expect(model.task.state).toBe('done');
    expect(model.task.progress).toBe(1);
    for (const runs of model.runs) {
      const groups = groupedRuns(runs!);
      expect(groups.flatMap(({ seeds }) => seeds.map(({ seed }) => seed)).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 100 }, (_, k) => k + 1),
      );
    }
    const solved = model.runs.map((runs) => sharesOf(runs!).solved.share);
    expect(solved[1]).toBeGreaterThan(0.95);
    expect(solved[0]).toBeLessThan(0.4);
    expect(
      seedSweepWords.finding(
        arms,
        model.runs.map((runs) => sharesOf(runs!)),
      ),
    ).toMatch(/^Solved: .*% with derivative-right, /);
  });

  test('opens any run with the very outputs that the sweep had', async () => {
    const model = create();
    await model.start();
    const swept = await sweep(arms[0]!.spec, { seeds: 100, epochs: 1000, workers: 0 });
    for (const seed of [1, 17, 100]) {
      await model.open(0, seed);
      const { run } = model.opened!;
      expect(run.outputs.flat()).toEqual([...swept[seed - 1]!.outputs]);
      expect(run.outcome).toEqual(model.runs[0]![seed - 1]!.outcome);
      expect(run.losses[0]![0]).toBe(0);
      expect(run.losses.at(-1)![0]).toBe(4000);
    }
  });

  test('sweeps a program by its own text, and opens its runs', async () => {
    const source = fixtureProgram('xor');
    const openLab = () => Promise.resolve(labHere());
    const arm = { label: 'as posted', source, epochs: 300 };
    const model = createSeedSweep({ arms: [arm], seeds: 6, openLab, change: () => {} });
    await model.start();
    expect(model.task.state).toBe('done');
    const bySpec = await sweep(variantTraining('xor').spec, { seeds: 6, epochs: 300, workers: 0 });
    expect(model.runs[0]).toEqual(bySpec.map(({ seed, outcome }) => ({ seed, outcome })));
    await model.open(0, 4);
    expect(model.opened!.run.outputs.flat()).toEqual([...bySpec[3]!.outputs]);
    expect(model.opened!.run.losses.at(-1)![0]).toBe(1200);
  });

  test('can be stopped, and started again', async () => {
    const model = createSeedSweep({
      arms: [{ ...arms[0]!, epochs: 1_000_000 }],
      seeds: 100,
      workers: 0,
      change: () => {},
    });
    const started = model.start();
    expect(model.task.state).toBe('running');
    await new Promise((resolve) => setTimeout(resolve, 20));
    model.cancel();
    await started;
    expect(model.task.state).toBe('cancelled');
  });

  test('trains the seeds after those that are known, and says how far their shares are apart', async () => {
    const known = create();
    const others = createSeedSweep({ arms, seeds: 100, firstSeed: 101, workers: 0, change: () => {} });
    await Promise.all([known.start(), others.start()]);
    expect(others.runs[1]!.map(({ seed }) => seed)).toEqual(Array.from({ length: 100 }, (_, k) => 101 + k));
    const [before, now] = [known, others].map(({ runs }) => runs.map((list) => sharesOf(list!)));
    const { text, why } = seedSweepWords.result(farthestArm(arms, before!, now!), arms.length);
    expect(text).toMatch(/^derivative-right: \d+(\.\d)?% before, \d+(\.\d)?% here, [\d.]+ points? apart$/);
    expect(why).toMatch(/\?$/);
    expect(seedSweepWords.question(100, 2)).toMatch(/^Train 100 other seeds of each\. .*\?$/);
  });
});

test('says for how long it trains, and where that is less than the program itself', () => {
  const arm = (epochs: number, ownEpochs?: number) => ({
    label: '',
    source: '',
    epochs,
    ...(ownEpochs !== undefined && { ownEpochs }),
  });
  expect(seedSweepWords.trained([arm(500), arm(500, 500)])).toBe('Each run is trained for 500 epochs.');
  expect(seedSweepWords.trained([arm(2000, 100_000), arm(500)])).toBe(
    'Each run is trained for 500 to 2,000 epochs, where the program itself goes on for 100,000 epochs.',
  );
});
