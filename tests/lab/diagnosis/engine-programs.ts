/** Networks of the engine as programs: right ones of many kinds, and each of its faults seeded into ten of them. */
import type { ActivationName, Fault, FaultName, LossName, Spec } from '../../../src/engine/index.ts';
import { faultNames } from '../../../src/engine/faults.ts';
import { whyMeaningless } from '../../../src/engine/faults-of-layer.ts';
import { randomNumbers } from './dense.ts';

export interface SpecTrial {
  name: string;
  spec: Spec;
  seed: number;
  /** After so many updates. */
  updates: number;
}

const hiddenActivations: ActivationName[] = [
  'relu',
  'leakyRelu',
  'tanh',
  'sigmoid',
  'elu',
  'softplus',
  'silu',
  'gelu',
];

/**
 * Right networks: random widths, depths, activations, losses, batches, rates, scales of the data and optimisers, started as one
 * should (He, Glorot), with targets that the outputs can reach and steps far below what the curvature allows.
 */
export function rightSpecs(count: number, firstSeed = 1): SpecTrial[] {
  return Array.from({ length: count }, (_, n) => rightSpec(firstSeed + n));
}

function rightSpec(seed: number): SpecTrial {
  const random = randomNumbers(seed * 7919);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const whole = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const depth = whole(1, 4);
  const hidden = pick(hiddenActivations);
  const inputs = whole(1, 4);
  const samples = whole(4, 10);
  const loss = pick<LossName>([
    'halfSquaredError',
    'squaredError',
    'meanSquaredError',
    'binaryCrossEntropy',
    'categoricalCrossEntropy',
  ]);
  const outputs = loss === 'categoricalCrossEntropy' ? whole(2, 4) : whole(1, 3);
  const output: ActivationName =
    loss === 'binaryCrossEntropy'
      ? 'sigmoid'
      : loss === 'categoricalCrossEntropy'
        ? 'softmax'
        : pick(['identity', 'sigmoid', 'tanh']);
  const scale = pick([0.3, 1, 3]);
  const batch = pick(['sample', 'sum', 'mean'] as const);
  const drawn = (low: number, high: number): number => low + (high - low) * random();
  const rows = Array.from({ length: samples }, () =>
    Array.from({ length: inputs }, () => drawn(-scale, scale)),
  );
  const targetOf = (): number[] => {
    if (loss === 'categoricalCrossEntropy') {
      const right = whole(0, outputs - 1);
      return Array.from({ length: outputs }, (_, o) => Number(o === right));
    }
    if (loss === 'binaryCrossEntropy') return Array.from({ length: outputs }, () => whole(0, 1));
    return Array.from(
      { length: outputs },
      () => drawn(0.1, 0.9) * (output === 'identity' ? pick([1, 2]) : 1),
    );
  };
  const widths = Array.from({ length: depth }, () => whole(4, 8));
  const kind = pick(['sgd', 'sgd', 'momentum', 'adam'] as const);
  const learningRate = pick([0.001, 0.01, 0.03]) / (batch === 'sum' ? samples : 1) / Math.max(1, scale ** 2);
  const rectified =
    hidden === 'relu' || hidden === 'leakyRelu' || hidden === 'elu' || hidden === 'silu' || hidden === 'gelu';
  const spec: Spec = {
    data: { inputs: rows, targets: rows.map(targetOf) },
    layers: [
      ...widths.map((units) => ({
        units,
        activation: hidden,
        ...(hidden === 'leakyRelu' && { slope: pick([0.01, 0.1, 0.3]) }),
      })),
      { units: outputs, activation: output },
    ],
    loss,
    initial: {
      order: 'layer-by-layer',
      weights: rectified ? { kind: 'he' } : { kind: 'xavier' },
      biases: { kind: 'uniform', low: 0, high: 0.3 },
    },
    optimizer: { kind, learningRate },
    batch,
  };
  const name = `${[inputs, ...widths, outputs].join('-')} ${hidden} ${output} ${loss} ${batch} ${kind}, rate ${learningRate.toPrecision(2)}, inputs to ${scale}`;
  return { name, spec, seed, updates: pick([0, 0, 20]) };
}

/** Which codes name a fault of the engine. Faults with the same arithmetic share them. */
export const codesOfFault: Record<FaultName, string[]> = {
  'derivative-of-activation': ['slope-of-activation'],
  'derivative-at-least-zero': ['slope-always-one'],
  'derivative-threshold-at-slope': ['threshold-at-slope'],
  'derivative-collapsed': ['one-slope-for-layer', 'one-slope-for-layer-at-slope'],
  'derivative-is-function': ['function-as-derivative'],
  'derivative-omitted': ['slope-left-out', 'slope-always-one', 'slope-always-one-leaky'],
  'pre-activation-passed-on': ['sum-handed-on', 'output-not-shown'],
  'activation-applied-twice': [
    'activation-counted-once',
    'hidden-activation-twice',
    'activation-twice',
    'smooth-activation-twice',
  ],
  'mask-product': ['minus-zeros'],
  'bias-gradient-summed': ['biases-summed-over-units'],
  'biases-frozen': ['biases-never-updated'],
  'bias-added-to-weights': ['weights-of-two-numbers'],
  'step-uphill': ['ascent', 'ascent-in-layer'],
  'layer-frozen': ['layer-never-updated', 'never-moves'],
  'updated-before-passed-back': ['passed-through-changed-weights'],
  'parameters-truncated': ['cut-to-whole'],
  'rate-undefined': ['number-missing', 'non-finite'],
};

/** Each fault in so many random networks in which it has a meaning: in all layers, or in one. */
export function faultySpecs(networks: number): (SpecTrial & { fault: FaultName; right: Spec })[] {
  return faultNames.flatMap((fault) => {
    const found: (SpecTrial & { fault: FaultName; right: Spec })[] = [];
    for (let seed = 1; found.length < networks && seed < 2_000; seed++) {
      const trial = rightSpec(seed + 50_000);
      const { spec } = trial;
      // A mistake in the step is asked of plain steps; the softmax's forward pass is no function of one sum.
      if (spec.optimizer.kind !== 'sgd' || spec.layers.at(-1)!.activation === 'softmax') continue;
      const possible = spec.layers
        .map((_, layer) => layer)
        .filter((layer) => whyMeaningless(spec, layer, fault) === null);
      if (possible.length === 0) continue;
      const layers = seed % 2 === 0 ? possible : [possible[seed % possible.length]!];
      // A sigmoid output without its slope is the cross-entropy's right gradient.
      const isOutput = layers.includes(spec.layers.length - 1);
      if (fault === 'derivative-omitted' && isOutput && spec.layers.at(-1)!.activation === 'sigmoid')
        continue;
      const faults: Fault[] = [{ name: fault, layers }];
      found.push({
        ...trial,
        name: `${fault} in ${layers.join(', ')}: ${trial.name}`,
        spec: { ...spec, faults },
        fault,
        right: spec,
        updates: 0,
      });
    }
    return found;
  });
}
