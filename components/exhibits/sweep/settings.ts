/** The settings of a training that an exhibit can turn, by the names that an author writes. */
import type { Training } from '../../../src/book/index.ts';
import type { Spec } from '../../../src/engine/index.ts';

export interface Setting {
  /** As a reader sees it. */
  title: string;
  /** Whether only whole numbers make sense. */
  whole: boolean;
  /** Whether equal distances on its axis are equal ratios. */
  log: boolean;
  /** Where an axis begins and ends when the author does not say. */
  range: readonly [low: number, high: number];
  /** The value that a training has. */
  valueOf(training: Training): number;
  /** The same training with another value. */
  apply(training: Training, value: number): Training;
}

const isHidden = (spec: Spec, l: number) => l < spec.layers.length - 1;

const withSpec = ({ spec, epochs }: Training, change: Partial<Spec>): Training => ({
  epochs,
  spec: { ...spec, ...change },
});

export const settings = {
  learningRate: {
    title: 'Learning rate',
    whole: false,
    log: true,
    range: [0.003, 3],
    valueOf: ({ spec }) => spec.optimizer.learningRate,
    apply: (training, learningRate) =>
      withSpec(training, { optimizer: { ...training.spec.optimizer, learningRate } }),
  },
  width: {
    title: 'Units in a hidden layer',
    whole: true,
    log: false,
    range: [1, 20],
    valueOf: ({ spec }) => spec.layers[0]!.units,
    apply: (training, units) =>
      withSpec(training, {
        layers: training.spec.layers.map((layer, l) =>
          isHidden(training.spec, l) ? { ...layer, units } : layer,
        ),
      }),
  },
  depth: {
    title: 'Hidden layers',
    whole: true,
    log: false,
    range: [1, 10],
    valueOf: ({ spec }) => spec.layers.length - 1,
    apply(training, count) {
      const { layers, faults = [] } = training.spec;
      if (faults.some((fault) => fault.layers))
        throw new Error(
          'the setting depth: this training has a fault in certain layers; expected faults of all layers',
        );
      const hidden = Array.from({ length: count }, () => layers[0]!);
      return withSpec(training, { layers: [...hidden, layers.at(-1)!] });
    },
  },
  slope: {
    title: 'Slope below zero',
    whole: false,
    log: false,
    range: [0, 1],
    valueOf: ({ spec }) => spec.layers[0]!.slope ?? 0.01,
    apply: (training, slope) =>
      withSpec(training, {
        layers: training.spec.layers.map((layer) =>
          layer.activation === 'leakyRelu' ? { ...layer, slope } : layer,
        ),
      }),
  },
  epochs: {
    title: 'Epochs',
    whole: true,
    log: true,
    range: [10, 10_000],
    valueOf: ({ epochs }) => epochs,
    apply: ({ spec }, epochs) => ({ spec, epochs }),
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

export const settingNames = Object.keys(settings) as SettingName[];

/** The settings that leave the cells of a diagram the same training time. */
export const axisNames = settingNames.filter((name) => name !== 'epochs');

/** So many values from low to high, evenly on the setting's axis; whole numbers where only they make sense, each once. */
export function valuesOf({ log, whole }: Setting, low: number, high: number, count: number): number[] {
  const values = Array.from({ length: count }, (_, k) => {
    const share = count === 1 ? 0 : k / (count - 1);
    const value = log ? low * (high / low) ** share : low + (high - low) * share;
    return whole ? Math.round(value) : Number(value.toPrecision(3));
  });
  return [...new Set(values)];
}

/** A training for as long as the author says. Defaults to as long as it takes by itself, but no longer than a reader waits. */
export function trainedFor({ spec, epochs }: Training, wanted: number | undefined): Training {
  return { spec, epochs: wanted ?? Math.min(epochs, 2000) };
}
