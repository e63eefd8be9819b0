/**
 * One setting of a training, turned by hand: the shares of its outcomes at the value, and at all the values that were
 * tried before. A new value drops the sweep of the old one.
 */
import { sharesOf, sweep } from '../../../src/sweep/index.ts';
import { createTask, type Task } from '../../ui/task.ts';
import type { Shares } from '../../../src/sweep/index.ts';
import type { Training } from '../../../src/book/index.ts';
import type { Setting } from './settings.ts';

export interface SweepSliderOptions {
  training: Training;
  setting: Setting;
  /** How many seeds, counted from 1. */
  seeds: number;
  /** What is known from before. */
  known?: readonly TriedValue[];
  /** Defaults to the cores there are. */
  workers?: number;
  /** Called when there is something new to show. */
  change(): void;
  /** When the sweep at a value has come to its end. */
  onSwept?(tried: TriedValue): void;
}

export interface TriedValue {
  value: number;
  shares: Shares;
}

export interface SweepSliderModel {
  readonly value: number;
  /** The latest shares: of `value`, or of an earlier value while the sweep of this one is running. */
  readonly shares: Shares | undefined;
  /** The value that `shares` belong to. */
  readonly sharesAt: number | undefined;
  /** All values with known shares, from low to high. */
  readonly tried: readonly TriedValue[];
  /** The latest sweep, once there is one. */
  readonly task: Task | undefined;
  /** Sweeps at this value. Resolves when the shares are there, or when a newer value took its place. */
  set(value: number): Promise<void>;
  cancel(): void;
}

export function createSweepSlider(options: SweepSliderOptions): SweepSliderModel {
  const { training, setting, seeds, known = [], workers, change, onSwept } = options;
  const model = {
    value: setting.valueOf(training),
    shares: undefined as Shares | undefined,
    sharesAt: undefined as number | undefined,
    tried: [...known] as readonly TriedValue[],
    task: undefined as Task | undefined,
    set(value: number) {
      model.cancel();
      model.value = value;
      model.task = createTask(
        async (signal) => {
          const { spec, epochs } = setting.apply(training, value);
          const found = await sweep(spec, {
            seeds,
            epochs,
            signal,
            ...(workers !== undefined && { workers }),
          });
          show({ value, shares: sharesOf(found) });
        },
        change,
        () => onSwept?.({ value, shares: model.shares! }),
      );
      return model.task.start();
    },
    cancel: () => model.task?.cancel(),
  };
  function show(tried: TriedValue): void {
    model.shares = tried.shares;
    model.sharesAt = tried.value;
    model.tried = [...model.tried.filter(({ value }) => value !== tried.value), tried].sort(
      (a, b) => a.value - b.value,
    );
  }
  const start = known.find(({ value }) => value === model.value);
  if (start) show(start);
  return model;
}
