import '../../../fixture/in-fixture-content.ts';
import { expect, test } from 'vitest';
import { createSweepSlider } from '../../../../components/exhibits/sweep/sweep-slider.ts';
import { settings } from '../../../../components/exhibits/sweep/settings.ts';
import { variantTraining } from '../../../cases/trainings.ts';
import { sharesOf, sweep } from '../../../../src/sweep/index.ts';

const training = { ...variantTraining('xor', 'linear-output'), epochs: 300 };
const create = () =>
  createSweepSlider({ training, setting: settings.learningRate, seeds: 60, workers: 0, change: () => {} });

test('the slider shows the shares of a sweep at its value', async () => {
  const model = create();
  expect(model.value).toBe(0.2);
  await model.set(0.05);
  expect(model.sharesAt).toBe(0.05);
  const { spec } = settings.learningRate.apply(training, 0.05);
  expect(model.shares).toEqual(sharesOf(await sweep(spec, { seeds: 60, epochs: 300, workers: 0 })));
});

test('a newer value drops the sweep of an older one, and both orders of magnitude end in order', async () => {
  const model = create();
  const first = model.set(0.3);
  const second = model.set(0.02);
  await Promise.all([first, second]);
  expect(model.sharesAt).toBe(0.02);
  await model.set(0.5);
  expect(model.tried.map(({ value }) => value)).toEqual([0.02, 0.5]);
});
