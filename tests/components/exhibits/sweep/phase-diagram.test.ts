import '../../../fixture/in-fixture-content.ts';
import { expect, test } from 'vitest';
import { createPhaseDiagram } from '../../../../components/exhibits/sweep/phase-diagram.ts';
import { settings } from '../../../../components/exhibits/sweep/settings.ts';
import { variantTraining } from '../../../cases/trainings.ts';
import { sharesOf } from '../../../../src/sweep/index.ts';

const training = {
  ...variantTraining('xor', 'hidden-right-linear-output'),
  epochs: 200,
};
const create = () =>
  createPhaseDiagram({
    training,
    x: { setting: settings.learningRate, values: [0.02, 0.1, 0.3, 2] },
    y: { setting: settings.width, values: [1, 4, 8] },
    seeds: 20,
    workers: 0,
    change: () => {},
  });

test('every cell opens the sweep that it shows, and a dot its run', async () => {
  const model = create();
  await model.start();
  expect(model.task.state).toBe('done');
  expect(model.cells.length).toBe(12);
  for (const cell of model.cells) {
    await model.openCell(cell.column, cell.row);
    expect(sharesOf(model.opened!.runs)).toEqual(cell.shares);
  }
  model.openRun(7);
  expect(model.run!.outputs.flat()).toEqual([...model.opened!.runs[6]!.outputs]);
});

test('one unit never solves XOR, and eight at a fair learning rate mostly do', async () => {
  const model = create();
  await model.start();
  const solved = (column: number, row: number) =>
    model.cells.find((cell) => cell.column === column && cell.row === row)!.shares.solved.share;
  for (let column = 0; column < 4; column++) expect(solved(column, 0)).toBe(0);
  expect(solved(1, 2)).toBeGreaterThan(0.7);
});

test('epochs are no setting of a phase diagram', () =>
  expect(() =>
    createPhaseDiagram({
      training,
      x: { setting: settings.epochs, values: [1, 2] },
      y: { setting: settings.width, values: [1] },
      seeds: 1,
      change: () => {},
    }),
  ).toThrow(/PhaseDiagram: a setting is epochs; expected/));
