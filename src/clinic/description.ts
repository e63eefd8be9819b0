/** What a reader tells of a network: enough to build the right one, and what is not known of it. */
import type { ActivationName, Batch, DataSet, Initializer, LossName, Spec } from '../engine/index.ts';

export interface LayerKind {
  activation: ActivationName;
  /** Of leakyRelu, below zero. */
  slope?: number;
}

/** What a reader may not know; each is then drawn from what people use. */
export const settings = [
  'widths',
  'hidden',
  'output',
  'loss',
  'rate',
  'batch',
  'order',
  'weights',
  'epochs',
] as const;
export type Setting = (typeof settings)[number];

export interface Description {
  data: DataSet;
  /** Units of the hidden layers, from the first to the last; none where the outputs see the inputs. */
  widths: number[];
  hidden: LayerKind;
  output: LayerKind;
  loss: LossName;
  rate: number;
  batch: Batch;
  /** By sample: one after the other, or each drawn at random. */
  order: 'in-order' | 'random';
  weights: Initializer;
  /** 'none': the layers have no biases. */
  biases: Initializer | 'none';
  epochs: number;
  /** What so many epochs do is tried in one, with steps so many times as large; 1 where each is trained. */
  leap: number;
  /** Decimals of what is printed; 16 for all that a double has. */
  digits: number;
  unknown: readonly Setting[];
}

/** Up to this rate training is taken for a slope that is followed: half the steps, each twice as large, end in the same place. */
export const rateOfSmallSteps = 0.1;

/** The network as it is told, right in every part. */
export function rightSpec(d: Description): Spec {
  const withoutBiases = d.biases === 'none';
  const biases = withoutBiases ? { biases: false } : {};
  return {
    data: d.data,
    layers: [
      ...d.widths.map((units) => ({ units, ...d.hidden, ...biases })),
      { units: d.data.targets[0]!.length, ...d.output, ...biases },
    ],
    loss: d.loss,
    initial: {
      order: 'unit-by-unit',
      weights: d.weights,
      biases: d.biases === 'none' ? { kind: 'zeros' } : d.biases,
    },
    optimizer: { kind: 'sgd', learningRate: d.rate },
    batch: d.batch,
    ...(d.order === 'random' && d.batch === 'sample' && { sampling: { kind: 'random' } }),
    faults: [],
  };
}

export const isCrossEntropy = (loss: LossName): boolean =>
  loss === 'binaryCrossEntropy' || loss === 'categoricalCrossEntropy';

/** The least and the greatest of the targets. */
export function endsOfTargets({ data }: Description): [low: number, high: number] {
  const all = data.targets.flat();
  return [Math.min(...all), Math.max(...all)];
}

export const outputCount = ({ data }: Description): number => data.inputs.length * data.targets[0]!.length;
