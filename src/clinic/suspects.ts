/**
 * Every way we know to break a described network: one deliberate change of its spec each. A place is listed only where
 * the change has a meaning there, and a fault that is the same arithmetic as another is left out.
 */
import {
  type ActivationName,
  activationOf,
  type FaultName,
  type Initializer,
  type Spec,
} from '../engine/index.ts';
import { type Description, isCrossEntropy, rightSpec } from './description.ts';

export type Place = 'all' | 'hidden' | 'output';

export interface Suspect {
  /** `family`, or `family:place`; of two at once, `one + other`. */
  id: string;
  family: string;
  place?: Place;
  spec: Spec;
  epochs: number;
}

/** What a suspect changes. */
export interface Draft {
  spec: Spec;
  epochs: number;
}

export interface Change {
  id: string;
  family: string;
  place?: Place;
  make(draft: Draft): void;
}

const rangeOf = (activation: ActivationName) => activationOf(activation).range;

/** The same draw, so many times as wide. */
function scaled(initializer: Initializer, by: number, fanIn: number): Initializer {
  switch (initializer.kind) {
    case 'uniform':
      return { kind: 'uniform', low: initializer.low * by, high: initializer.high * by };
    case 'normal':
      return { kind: 'normal', deviation: initializer.deviation * by };
    case 'he':
      return { kind: 'normal', deviation: by * Math.sqrt(2 / fanIn) };
    case 'xavier':
      return { kind: 'normal', deviation: by * Math.sqrt(2 / (fanIn + 2)) };
    default:
      return initializer;
  }
}

const smooth: readonly ActivationName[] = ['sigmoid', 'tanh', 'elu', 'softplus', 'silu', 'gelu'];
const piecewise: readonly ActivationName[] = ['relu', 'leakyRelu'];

/** The changes that have a meaning in this network; the first changes nothing. */
export function changesOf(d: Description): Change[] {
  const changes: Change[] = [];
  const out = d.widths.length;
  const hidden = d.widths.map((_, l) => l);
  const layersAt: Record<Place, number[]> = { all: [...hidden, out], hidden, output: [out] };
  const samples = d.data.inputs.length;
  const paired = isCrossEntropy(d.loss);
  const hasBiases = d.biases !== 'none';
  const activationAt = (l: number) => (l < out ? d.hidden.activation : d.output.activation);
  const widest = Math.max(0, ...d.widths);
  const isDeep = out > 0;
  const fanIn = d.widths[0] ?? d.data.inputs[0]!.length;

  const add = (id: string, family: string, make: Change['make'], place?: Place) => {
    changes.push({ id, family, make, ...(place && { place }) });
  };
  const addFaults = (names: FaultName[], family: string, layers?: number[]) => {
    add(family, family, ({ spec }) => {
      for (const name of names) spec.faults!.push(layers ? { name, layers } : { name });
    });
  };
  const addAtPlaces = (names: FaultName[], family: string, fits: (activation: ActivationName) => boolean) => {
    const can = (l: number) =>
      fits(activationAt(l)) && !(paired && l === out && names[0]!.startsWith('derivative'));
    const places = [
      ...(isDeep && can(0) && can(out) ? (['all'] as const) : []),
      ...(isDeep && can(0) ? (['hidden'] as const) : []),
      ...(can(out) ? (['output'] as const) : []),
    ];
    for (const place of places) {
      add(
        `${family}:${place}`,
        family,
        ({ spec }) => {
          for (const name of names) spec.faults!.push({ name, layers: layersAt[place] });
        },
        place,
      );
    }
  };

  add('none', 'none', () => {});

  // The start
  const setWeights = (spec: Spec, weights: Initializer, biases: Initializer) => {
    spec.initial = { order: 'unit-by-unit', weights, biases };
  };
  const described: Initializer = d.biases === 'none' ? { kind: 'zeros' } : d.biases;
  add('init-zero', 'init-zero', ({ spec }) => setWeights(spec, { kind: 'zeros' }, { kind: 'zeros' }));
  add('init-equal', 'init-equal', ({ spec }) => {
    const half: Initializer = { kind: 'constant', value: 0.5 };
    setWeights(spec, half, described.kind === 'zeros' ? described : half);
  });
  add('init-large', 'init-large', ({ spec }) => setWeights(spec, scaled(d.weights, 10, fanIn), described));
  for (const [id, by] of [
    ['init-small', 0.01],
    ['init-tenth', 0.1],
  ] as const) {
    add(id, 'init-small', ({ spec }) =>
      setWeights(spec, scaled(d.weights, by, fanIn), scaled(described, by, fanIn)),
    );
  }

  // The shape
  if (hasBiases) {
    add('no-biases', 'no-biases', ({ spec }) => {
      for (const layer of spec.layers) layer.biases = false;
    });
  }
  if (isDeep && d.hidden.activation !== 'identity') {
    add('no-hidden-activation', 'no-hidden-activation', ({ spec }) => {
      for (const l of hidden) {
        spec.layers[l]!.activation = 'identity';
        delete spec.layers[l]!.slope;
      }
    });
  }
  for (const activation of ['relu', 'sigmoid', 'tanh', 'identity'] as const) {
    if (activation === d.output.activation) continue;
    add(`output-${activation}`, 'output-activation', ({ spec }) => {
      spec.layers[out]!.activation = activation;
      delete spec.layers[out]!.slope;
      if (!paired || (activation === 'sigmoid' && d.loss === 'binaryCrossEntropy')) return;
      // The program still takes p - y for the output's delta.
      spec.loss = 'halfSquaredError';
      spec.faults!.push({ name: 'derivative-omitted', layers: [out] });
    });
  }
  if (widest > 1) {
    add('one-unit', 'one-unit', ({ spec }) => {
      for (const l of hidden) spec.layers[l]!.units = 1;
    });
  }

  // The settings
  add('rate-30', 'rate-large', ({ spec }) => {
    spec.optimizer.learningRate *= 30;
  });
  add('rate-1000th', 'rate-small', ({ spec }) => {
    spec.optimizer.learningRate /= 1000;
  });
  addFaults(['rate-undefined'], 'rate-undefined');
  if (d.batch === 'mean') {
    add('sum-for-mean', 'batch', ({ spec }) => {
      spec.batch = 'sum';
    });
  }
  if (d.batch === 'sum') {
    add('mean-for-sum', 'batch', ({ spec }) => {
      spec.batch = 'mean';
    });
  }
  if (d.batch === 'sample' && samples > 1 && d.epochs >= 2 * samples) {
    add('updates-for-epochs', 'updates-for-epochs', (draft) => {
      draft.epochs = Math.ceil(d.epochs / samples);
    });
  }
  add('decay-large', 'decay-large', ({ spec }) => {
    spec.weightDecay = 0.05;
  });

  // The data
  const data = ({ spec }: Draft) => spec.data as Description['data'];
  add('inputs-unscaled', 'inputs-unscaled', (draft) => {
    data(draft).inputs = data(draft).inputs.map((row) => row.map((x) => 50 * x));
  });
  const [low, high] = rangeOf(d.output.activation);
  if (!paired && low > -1) {
    add('targets-minus-one', 'targets-out', (draft) => {
      data(draft).targets = data(draft).targets.map((row) => row.map((y) => 2 * y - 1));
    });
  }
  if (!paired && high < 10) {
    add('targets-times-10', 'targets-out', (draft) => {
      data(draft).targets = data(draft).targets.map((row) => row.map((y) => 10 * y));
    });
  }
  if (samples > 1) {
    add('targets-shifted', 'targets-shifted', (draft) => {
      const { targets } = data(draft);
      data(draft).targets = targets.map((_, k) => targets[(k + 1) % samples]!);
    });
  }
  const single = d.data.targets[0]!.length === 1;
  if (d.batch !== 'sample' && single && samples > 1) {
    // (N, 1) minus (N,) is N x N: every output is pulled to every target, so to their mean; a sum has N times as many.
    add('targets-broadcast', 'targets-broadcast', (draft) => {
      const mean = d.data.targets.reduce((sum, [y]) => sum + y!, 0) / samples;
      data(draft).targets = d.data.targets.map(() => [mean]);
      if (d.batch === 'sum') draft.spec.optimizer.learningRate *= samples;
    });
  }

  // The order
  if (d.batch === 'sample' && samples > 1) {
    add('order', 'order', (draft) => {
      draft.spec.sampling = { kind: 'in-order', repeat: draft.epochs };
    });
  }
  if (samples > 1 && d.order === 'in-order') {
    add('sample-dropped', 'sample-dropped', ({ spec }) => {
      spec.sampling = { kind: 'in-order', order: Array.from({ length: samples - 1 }, (_, k) => k) };
    });
  }

  // The update
  addFaults(['step-uphill'], 'step-uphill');
  addAtPlaces(['derivative-of-activation'], 'derivative-of-activation', (a) => smooth.includes(a));
  addAtPlaces(['derivative-of-activation', 'derivative-at-least-zero'], 'gate-open', (a) => a === 'relu');
  addAtPlaces(['derivative-threshold-at-slope'], 'derivative-threshold-at-slope', (a) => a === 'leakyRelu');
  addAtPlaces(['derivative-collapsed'], 'derivative-collapsed', (a) => piecewise.includes(a));
  addAtPlaces(['derivative-is-function'], 'derivative-is-function', (a) =>
    [...piecewise, 'identity'].includes(a),
  );
  addAtPlaces(['derivative-omitted'], 'derivative-omitted', (a) => a !== 'identity');
  addAtPlaces(['pre-activation-passed-on'], 'pre-activation-passed-on', (a) => a !== 'identity');
  addAtPlaces(
    ['activation-applied-twice'],
    'activation-applied-twice',
    (a) => a !== 'identity' && a !== 'relu' && a !== 'softmax',
  );
  if (activationAt(0) === 'relu' || activationAt(out) === 'relu') addFaults(['mask-product'], 'mask-product');
  if (hasBiases) {
    if (widest > 1) addFaults(['bias-gradient-summed'], 'bias-gradient-summed', hidden);
    for (const place of isDeep ? (['all', 'hidden', 'output'] as const) : (['output'] as const)) {
      add(
        `biases-frozen:${place}`,
        'biases-frozen',
        ({ spec }) => {
          spec.faults!.push({ name: 'biases-frozen', layers: layersAt[place] });
        },
        place,
      );
    }
    addFaults(['bias-added-to-weights'], 'bias-added-to-weights');
  }
  if (isDeep) addFaults(['layer-frozen'], 'layer-frozen', hidden);
  if (isDeep && d.batch === 'sample') {
    const above = [...hidden, out].slice(1);
    addFaults(['updated-before-passed-back'], 'updated-before-passed-back', above);
  }
  add('gradients-kept', 'gradients-kept', ({ spec }) => {
    spec.optimizer = { kind: 'momentum', learningRate: spec.optimizer.learningRate, momentum: 1 };
  });
  addFaults(['parameters-truncated'], 'parameters-truncated');
  return changes;
}

/** The network with these changes, one after the other. */
export function changed(d: Description, changes: readonly Change[]): Suspect {
  const draft: Draft = { spec: structuredClone(rightSpec(d)), epochs: d.epochs };
  for (const change of changes) change.make(draft);
  const [first] = changes;
  return {
    id: changes.map(({ id }) => id).join(' + '),
    family: changes.map(({ family }) => family).join(' + '),
    ...(changes.length === 1 && first!.place && { place: first!.place }),
    ...draft,
  };
}

/** The network that a suspect's id names, as described here; undefined where the change has no meaning in it. */
export function suspectNamed(d: Description, id: string): Suspect | undefined {
  const all = changesOf(d);
  const changes = id.split(' + ').map((one) => all.find((change) => change.id === one));
  return changes.every((change) => change !== undefined) ? changed(d, changes) : undefined;
}
