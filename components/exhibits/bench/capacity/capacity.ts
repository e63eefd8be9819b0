/** Whether a network lacks units or biases: networks like it, and the same with more of them, over the same seeds. */
import type { LayerSpec, Spec } from '../../../../src/engine/index.ts';
import { sharesOf, sweep } from '../../../../src/sweep/index.ts';
import type { Share } from '../../../../src/sweep/index.ts';
import { createTask, type Task } from '../../../ui/task.ts';

/** One kind of network: as the program's, with biases where that has none, or with so many times its hidden units. */
interface CapacityArm {
  more: 'none' | 'biases' | 'units';
  /** Hidden units a layer. */
  hidden: number[];
  /** Of `of` networks. */
  solved: Share;
  of: number;
}

export const capacitySeeds = 100;
/** Samples that one network is trained on in all: what takes longer than this in a page shows what it is worth sooner. */
const mostTurns = 400_000;

interface Options {
  spec: Spec;
  epochs: number;
  change(): void;
  /** Defaults to the cores there are. */
  workers?: number;
}

interface Capacity {
  readonly task: Task;
  /** How long each network is trained. */
  readonly epochs: number;
  readonly arms: readonly CapacityArm[];
  cancel(): void;
}

export function createCapacity({ spec, epochs: wanted, change, workers }: Options): Capacity {
  const samples = 'kind' in spec.data ? spec.data.samples : spec.data.inputs.length;
  const epochs = Math.max(1, Math.min(wanted, Math.floor(mostTurns / samples)));
  const kinds = widerOf(spec);
  const task = createTask(async (signal, report) => {
    const runs = await sweep(
      kinds.map((kind) => kind.spec),
      {
        seeds: capacitySeeds,
        epochs,
        signal,
        ...(workers !== undefined && { workers }),
        onProgress: ({ finished, total }) => report(finished / total),
      },
    );
    model.arms = kinds.map(({ more, hidden }, at) => ({
      more,
      hidden,
      solved: sharesOf(runs[at]!).solved,
      of: capacitySeeds,
    }));
  }, change);
  const model = { task, epochs, arms: [] as readonly CapacityArm[], cancel: task.cancel };
  return model;
}

/** The network itself, with biases in all layers where it lacks some, and with two and four times its hidden units. */
function widerOf(spec: Spec): { more: CapacityArm['more']; hidden: number[]; spec: Spec }[] {
  const last = spec.layers.length - 1;
  const withLayers = (change: (layer: LayerSpec, at: number) => LayerSpec): Spec => ({
    ...spec,
    layers: spec.layers.map(change),
  });
  const kind = (more: CapacityArm['more'], own: Spec) => ({
    more,
    hidden: own.layers.slice(0, last).map(({ units }) => units),
    spec: own,
  });
  const lacksBiases = spec.layers.some(({ biases }) => biases === false);
  return [
    kind('none', spec),
    ...(lacksBiases
      ? [
          kind(
            'biases',
            withLayers((layer) => ({ ...layer, biases: true })),
          ),
        ]
      : []),
    ...(last > 0
      ? [2, 4].map((times) =>
          kind(
            'units',
            withLayers((layer, at) => (at < last ? { ...layer, units: times * layer.units } : layer)),
          ),
        )
      : []),
  ];
}
