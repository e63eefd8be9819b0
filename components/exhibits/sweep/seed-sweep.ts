/**
 * Several trainings, each from the same seeds: what became of them, and any one of the runs opened.
 * The model knows no page: `change` is called whenever there is something new to show.
 */
import { sharesOf, sweep } from '../../../src/sweep/index.ts';
import { createTask, type Task } from '../../ui/task.ts';
import { farthestOff } from '../../ui/first-run/far-off.ts';
import { openRun } from './open-run.ts';
import { type OpenLab, openLabOfPage, openSource, sweepSource } from './program-runs.ts';
import type { Spec } from '../../../src/engine/index.ts';
import type { Shares, SweepProgress } from '../../../src/sweep/index.ts';
import type { ArmRun } from './arm-run.ts';
import type { OpenRun } from './open-run.ts';

export type Arm = {
  /** What is different about this training, in a few words. */
  label: string;
  /** For how many epochs each run is trained here. */
  epochs: number;
  /** For how many it is trained where it comes from. Defaults to as many. */
  ownEpochs?: number;
} & (
  | { spec: Spec }
  /** A program's text, run in the sandbox. */
  | { source: string }
);

export interface SeedSweepOptions {
  arms: readonly Arm[];
  /** How many seeds. */
  seeds: number;
  /** The first of them. Defaults to 1. */
  firstSeed?: number;
  /** Defaults to the cores there are. */
  workers?: number;
  /** Opens the lab for arms that are a program's text. Defaults to the page's. */
  openLab?: OpenLab;
  change(): void;
  /** When every arm has been swept. */
  onDone?(model: SeedSweepModel): void;
}

export interface SeedSweepModel {
  readonly arms: readonly Arm[];
  readonly seeds: number;
  /** The runs of each arm, once they are all there. */
  readonly runs: readonly (readonly ArmRun[] | undefined)[];
  readonly task: Task;
  readonly opened: { arm: number; run: OpenRun } | undefined;
  /** Sweeps all arms, one after the other. */
  start(): Promise<void>;
  cancel(): void;
  /** Opens a run of an arm that has been swept. */
  open(arm: number, seed: number): Promise<void>;
}

export function createSeedSweep({
  arms,
  seeds,
  firstSeed = 1,
  workers,
  openLab = openLabOfPage,
  change,
  onDone,
}: SeedSweepOptions): SeedSweepModel {
  const seedsOfArm = Array.from({ length: seeds }, (_, k) => firstSeed + k);
  const task = createTask(
    async (signal, report) => {
      Object.assign(model, { runs: arms.map(() => undefined), opened: undefined });
      change();
      for (const [a, arm] of arms.entries()) {
        const settings = {
          seeds: seedsOfArm,
          epochs: arm.epochs,
          signal,
          onProgress: ({ finished, total }: SweepProgress) => report((a + finished / total) / arms.length),
        };
        const runs =
          'spec' in arm
            ? await sweep(arm.spec, { ...settings, ...(workers !== undefined && { workers }) })
            : await sweepSource(openLab, { ...settings, source: arm.source });
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
    runs: arms.map((): readonly ArmRun[] | undefined => undefined),
    task,
    opened: undefined as SeedSweepModel['opened'],
    start: task.start,
    cancel: task.cancel,
    async open(a: number, seed: number) {
      const arm = arms[a]!;
      const swept = model.runs[a]!.find((run) => run.seed === seed)!;
      const run = 'spec' in arm ? openRun(arm.spec, seed, arm.epochs) : await openSource(openLab, arm, swept);
      model.opened = { arm: a, run };
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
