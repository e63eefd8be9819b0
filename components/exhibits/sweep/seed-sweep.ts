/**
 * Several trainings, each from the same seeds: what became of them, and any one of the runs opened.
 * The model knows no page: `change` is called whenever there is something new to show.
 */
import { sharesOf, sweep } from '../../../src/sweep/index.ts';
import { createTask, type Task } from '../../ui/task.ts';
import { farthestOff } from '../../ui/first-run/far-off.ts';
import { openRun } from './open-run.ts';
import type { Spec } from '../../../src/engine/index.ts';
import type { Shares, SweepRun } from '../../../src/sweep/index.ts';
import type { OpenRun } from './open-run.ts';

export interface Arm {
  /** What is different about this training, in a few words. */
  label: string;
  spec: Spec;
  epochs: number;
}

export interface SeedSweepOptions {
  arms: readonly Arm[];
  /** How many seeds. */
  seeds: number;
  /** The first of them. Defaults to 1. */
  firstSeed?: number;
  /** Defaults to the cores there are. */
  workers?: number;
  change(): void;
  /** When every arm has been swept. */
  onDone?(model: SeedSweepModel): void;
}

export interface SeedSweepModel {
  readonly arms: readonly Arm[];
  readonly seeds: number;
  /** The runs of each arm, once they are all there. */
  readonly runs: readonly (readonly SweepRun[] | undefined)[];
  readonly task: Task;
  readonly opened: { arm: number; run: OpenRun } | undefined;
  /** Sweeps all arms, one after the other. */
  start(): Promise<void>;
  cancel(): void;
  open(arm: number, seed: number): void;
}

export function createSeedSweep({
  arms,
  seeds,
  firstSeed = 1,
  workers,
  change,
  onDone,
}: SeedSweepOptions): SeedSweepModel {
  const seedsOfArm = Array.from({ length: seeds }, (_, k) => firstSeed + k);
  const task = createTask(
    async (signal, report) => {
      Object.assign(model, { runs: arms.map(() => undefined), opened: undefined });
      change();
      for (const [a, { spec, epochs }] of arms.entries()) {
        const runs = await sweep(spec, {
          seeds: seedsOfArm,
          epochs,
          signal,
          ...(workers !== undefined && { workers }),
          onProgress: ({ finished, total }) => report((a + finished / total) / arms.length),
        });
        model.runs = model.runs.map((old, k) => (k === a ? runs : old));
        change();
      }
    },
    change,
    () => onDone?.(model),
  );
  const model = {
    arms,
    seeds,
    runs: arms.map((): readonly SweepRun[] | undefined => undefined),
    task,
    opened: undefined as SeedSweepModel['opened'],
    start: task.start,
    cancel: task.cancel,
    open(arm: number, seed: number) {
      const { spec, epochs } = arms[arm]!;
      model.opened = { arm, run: openRun(spec, seed, epochs) };
      change();
    },
  };
  return model;
}

/** The shares of each arm that has been swept. */
export function sharesOfArms(runs: SeedSweepModel['runs']): (Shares | undefined)[] {
  return runs.map((list) => list && sharesOf(list));
}

/** The arm whose share of solved runs moved most, once all have been trained. */
export function farthestArm(arms: readonly Arm[], built: readonly Shares[], counted: readonly Shares[]) {
  return farthestOff(
    arms.map(({ label }, a) => ({
      label,
      known: built[a]!.solved.share,
      counted: counted[a]!.solved.share,
    })),
  );
}
