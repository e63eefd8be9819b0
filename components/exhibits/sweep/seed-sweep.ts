/**
 * Several trainings, each from the same seeds: what became of them, and any one of the runs opened.
 * The model knows no page: `change` is called whenever there is something new to show.
 */
import { sharesOf, sweep } from '../../../src/sweep/index.ts';
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
}

export interface SeedSweepModel {
  readonly arms: readonly Arm[];
  readonly seeds: number;
  /** The runs of each arm, once they are all there. */
  readonly runs: readonly (readonly SweepRun[] | undefined)[];
  readonly state: 'ready' | 'running' | 'done' | 'cancelled' | 'failed';
  /** Share of the runs that have ended, from 0 to 1. */
  readonly progress: number;
  /** Why it failed. */
  readonly why: string;
  readonly opened: { arm: number; run: OpenRun } | undefined;
  /** Sweeps all arms, one after the other. Resolves when they are done or were cancelled. */
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
}: SeedSweepOptions): SeedSweepModel {
  const seedsOfArm = Array.from({ length: seeds }, (_, k) => firstSeed + k);
  let controller = new AbortController();
  const model = {
    arms,
    seeds,
    runs: arms.map((): readonly SweepRun[] | undefined => undefined),
    state: 'ready' as SeedSweepModel['state'],
    progress: 0,
    why: '',
    opened: undefined as SeedSweepModel['opened'],
    async start() {
      if (model.state === 'running') return;
      const { signal } = (controller = new AbortController());
      Object.assign(model, {
        state: 'running',
        progress: 0,
        runs: arms.map(() => undefined),
        opened: undefined,
      });
      change();
      try {
        for (const [a, { spec, epochs }] of arms.entries()) {
          const runs = await sweep(spec, {
            seeds: seedsOfArm,
            epochs,
            signal,
            ...(workers !== undefined && { workers }),
            onProgress({ finished, total }) {
              model.progress = (a + finished / total) / arms.length;
              change();
            },
          });
          model.runs = model.runs.map((old, k) => (k === a ? runs : old));
          change();
        }
        model.state = 'done';
      } catch (error) {
        model.state = signal.aborted ? 'cancelled' : 'failed';
        model.why = error instanceof Error ? error.message : String(error);
      }
      change();
    },
    cancel: () => controller.abort(),
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
