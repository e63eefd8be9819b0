/**
 * Fifty specs, chosen to take every path through the engine, and one digest of all the parameters that they
 * train to. It imports nothing but the engine, so that any browser can run it as it stands.
 */
import {
  activationNames,
  createRun,
  type Fault,
  type FaultName,
  type Initial,
  type LossName,
  type Optimizer,
  type Spec,
  train,
} from '../../src/engine/index.ts';
import { type FaultDescription, faultDescriptions, faultNames } from '../../src/engine/faults.ts';

const inputs = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
  [-0.5, 0.25],
];
const one = [[0], [1], [1], [0], [0.5]];
const three = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [0.25, 0.5, 0.25],
  [0, 0.5, 0.5],
];
const optimizers: Optimizer[] = [
  { kind: 'sgd', learningRate: 0.05 },
  { kind: 'momentum', learningRate: 0.01 },
  { kind: 'adam', learningRate: 0.01 },
];
const initials: Initial[] = [
  {
    order: 'unit-by-unit',
    weights: { kind: 'uniform', low: -1, high: 1 },
    biases: { kind: 'uniform', low: -1, high: 1 },
  },
  { order: 'layer-by-layer', weights: { kind: 'he' }, biases: { kind: 'constant', value: 0.1 } },
  {
    order: 'biases-then-weights',
    weights: { kind: 'xavier' },
    biases: { kind: 'normal', deviation: 0.3 },
  },
];

/** Every activation three times: by sample, by sum and by mean, with every optimiser, loss and initialiser. */
function plainSpecs(): Spec[] {
  const losses: LossName[] = ['halfSquaredError', 'binaryCrossEntropy', 'categoricalCrossEntropy'];
  return activationNames.flatMap((activation, a) =>
    losses.map((loss, l): Spec => {
      const outputs = (['identity', 'sigmoid', 'softmax'] as const)[l]!;
      return {
        data: { inputs, targets: l === 2 ? three : one },
        layers: [
          { units: 5, activation },
          { units: 3, activation, biases: a % 4 !== 3 },
          { units: l === 2 ? 3 : 1, activation: outputs },
        ],
        loss,
        initial: initials[(a + l) % 3]!,
        optimizer: optimizers[(a + 2 * l) % 3]!,
        batch: (['sample', 'sum', 'mean'] as const)[(a + 2 * l) % 2 ? l : 0]!,
        weightDecay: a % 3 === 1 ? 0.001 : 0,
      };
    }),
  );
}

const TWO_LEAKY: Spec = {
  ...plainSpecs()[0]!,
  layers: [
    { units: 4, activation: 'leakyRelu', slope: 0.1 },
    { units: 1, activation: 'leakyRelu', slope: 0.1 },
  ],
  optimizer: { kind: 'sgd', learningRate: 0.02 },
  batch: 'sample',
};

/** Faults that came after the fifty were pinned; they have a pin of their own. With an undefined rate there are no bits. */
const LATER: readonly FaultName[] = ['layer-frozen', 'updated-before-passed-back', 'parameters-truncated'];

/** Each fault once, on a layer that can have it. */
function faultySpecs(names: readonly FaultName[]): Spec[] {
  return names.map((name): Spec => {
    const faults: Fault[] = [{ name, layers: [0] }];
    const { activations: allowed }: FaultDescription = faultDescriptions[name];
    const activation = allowed && !allowed.includes('leakyRelu') ? 'relu' : 'leakyRelu';
    const hidden = { units: 4, activation, ...(activation === 'leakyRelu' ? { slope: 0.1 } : {}) } as const;
    const learningRate = name === 'step-uphill' ? 1e-4 : 0.02;
    return {
      ...TWO_LEAKY,
      layers: [hidden, TWO_LEAKY.layers[1]!],
      faults,
      optimizer: { kind: 'sgd', learningRate },
    };
  });
}

export function fiftySpecs(): Spec[] {
  return [
    ...plainSpecs(), // 33
    ...faultySpecs(faultNames.filter((name) => name !== 'rate-undefined' && !LATER.includes(name))), // 13
    { ...TWO_LEAKY, layers: [TWO_LEAKY.layers[0]!, { units: 1, activation: 'sigmoid' }] }, // the loop for two inputs
    { ...TWO_LEAKY, sampling: { kind: 'random' } },
    { ...TWO_LEAKY, arithmetic: { bias: 'last', rate: 'last' }, loss: 'squaredError' },
    {
      ...TWO_LEAKY,
      data: { kind: 'successor', samples: 20, below: 100, divisor: 100 },
      batch: 'sum',
      loss: 'meanSquaredError',
      sampling: { kind: 'in-order', order: [...Array(20).keys()].reverse() },
    },
  ];
}

/** The later faults, momentum that loses nothing, and each sample's updates in a row. */
export function laterSpecs(): Spec[] {
  const [frozen, early, truncated] = faultySpecs(LATER);
  return [
    frozen!,
    { ...early!, faults: [{ name: 'updated-before-passed-back', layers: [1] }] },
    { ...truncated!, optimizer: { kind: 'sgd', learningRate: 1 } },
    { ...TWO_LEAKY, optimizer: { kind: 'momentum', learningRate: 0.001, momentum: 1 } },
    { ...TWO_LEAKY, sampling: { kind: 'in-order', repeat: 50 } },
  ];
}

/** FNV-1a, 64 bits, over the bytes of all parameters after 1,000 updates of each spec, seeds 1 to 50. */
export function digestOfFifty(): string {
  return digestOf(fiftySpecs());
}

export function digestOf(specs: readonly Spec[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const [n, spec] of specs.entries()) {
    const run = createRun(spec, n + 1);
    train(run, 1_000);
    const { parameters } = run.network;
    if (!parameters.every(Number.isFinite)) throw new Error(`spec ${n} diverged: NaN has no bits of its own`);
    const bytes = new DataView(new ArrayBuffer(8));
    for (const parameter of parameters) {
      bytes.setFloat64(0, parameter);
      for (let b = 0; b < 8; b++) {
        hash = BigInt.asUintN(64, (hash ^ BigInt(bytes.getUint8(b))) * 0x100000001b3n);
      }
    }
  }
  return hash.toString(16).padStart(16, '0');
}

/** What every JavaScript engine must arrive at. Pinned: a change of it is a change of the book's numbers. */
export const PINNED_LATER = 'e2af73ef35e91582';
export const PINNED_DIGEST = 'b8615fcdfb380440';
