/**
 * Two settings of a training, a sweep at every pair of values, from coarse to fine; any cell opens its sweep, and any
 * dot of it its run.
 */
import { sweep, sweepGrid } from '../../../src/sweep/index.ts';
import { createTask, type Task } from '../../ui/task.ts';
import { openRun } from './open-run.ts';
import { settings } from './settings.ts';
import type { GridCell, SweepRun } from '../../../src/sweep/index.ts';
import type { OpenRun } from './open-run.ts';
import type { Training } from '../../../src/book/index.ts';
import type { Setting } from './settings.ts';

export interface PhaseAxis {
  setting: Setting;
  values: readonly number[];
}

export interface PhaseDiagramOptions {
  training: Training;
  x: PhaseAxis;
  y: PhaseAxis;
  /** How many seeds in a cell, counted from 1. */
  seeds: number;
  /** Cells known from before: the picture until others come. */
  known?: readonly GridCell[];
  /** Defaults to the cores there are. */
  workers?: number;
  change(): void;
  /** When every cell has been swept. */
  onDone?(model: PhaseDiagramModel): void;
}

export interface PhaseDiagramModel {
  /** In the order in which they ended, roughly from coarse to fine. */
  readonly cells: readonly GridCell[];
  readonly task: Task;
  readonly opened: { column: number; row: number; runs: readonly SweepRun[] } | undefined;
  readonly run: OpenRun | undefined;
  trainingAt(column: number, row: number): Training;
  start(): Promise<void>;
  cancel(): void;
  openCell(column: number, row: number): Promise<void>;
  openRun(seed: number): void;
}

export function createPhaseDiagram(options: PhaseDiagramOptions): PhaseDiagramModel {
  const { training, x, y, seeds, known = [], change } = options;
  const workers = options.workers === undefined ? {} : { workers: options.workers };
  if ([x, y].some(({ setting }) => setting.title === settings.epochs.title))
    throw new Error(
      'PhaseDiagram: a setting is epochs; expected one that leaves every cell the same training time',
    );
  const trainingAt = (column: number, row: number) =>
    y.setting.apply(x.setting.apply(training, x.values[column]!), y.values[row]!);
  const task = createTask(
    async (signal) => {
      const fresh: GridCell[] = [];
      model.cells = fresh;
      change();
      await sweepGrid({
        columns: x.values.length,
        rows: y.values.length,
        specAt: (column, row) => trainingAt(column, row).spec,
        epochs: training.epochs,
        seeds,
        signal,
        ...workers,
        onCell(cell) {
          fresh.push(cell);
          change();
        },
      });
    },
    change,
    () => options.onDone?.(model),
  );
  const model = {
    cells: [...known] as readonly GridCell[],
    task,
    opened: undefined as PhaseDiagramModel['opened'],
    run: undefined as OpenRun | undefined,
    trainingAt,
    start: task.start,
    cancel: task.cancel,
    async openCell(column: number, row: number) {
      const { spec, epochs } = trainingAt(column, row);
      const runs = await sweep(spec, { seeds, epochs, ...workers });
      Object.assign(model, { opened: { column, row, runs }, run: undefined });
      change();
    },
    openRun(seed: number) {
      const { column, row } = model.opened!;
      const { spec, epochs } = trainingAt(column, row);
      model.run = openRun(spec, seed, epochs);
      change();
    },
  };
  return model;
}
