/** Random specs of everything the kernel supports, drawn from a seed: the material of the bit comparison. */
import { activationNames } from '../../src/engine/activations/index.ts';
import { faultDescriptions, faultNames } from '../../src/engine/faults.ts';
import { createRandom, drawUniform } from '../../src/engine/mulberry32.ts';
import type { ActivationName } from '../../src/engine/index.ts';
import type { FaultDescription, FaultName } from '../../src/engine/faults.ts';
import type {
  Fault,
  Initial,
  Initializer,
  LayerSpec,
  LossName,
  Optimizer,
  Spec,
} from '../../src/engine/spec.ts';

const activations = activationNames;

const derivativeFaults = faultNames.filter((name) => faultDescriptions[name].place === 'derivative');

/** Faults that leave each other no place in one layer; here they are kept apart in the whole network. */
const excluded = (one: FaultName, other: FaultName) =>
  (one === 'derivative-omitted' && other.startsWith('derivative-')) ||
  (one === 'derivative-is-function' &&
    other.startsWith('derivative-') &&
    other !== 'derivative-of-activation') ||
  (one === 'bias-added-to-weights' && other === 'bias-gradient-summed') ||
  (one === 'layer-frozen' &&
    ['bias-gradient-summed', 'biases-frozen', 'step-uphill', 'rate-undefined'].includes(other)) ||
  (one === 'rate-undefined' && other === 'step-uphill');

/** A spec for the seed, with up to `epochs` epochs to train. The same seed gives the same spec. */
export function randomSpec(seed: number): { spec: Spec; epochs: number } {
  const random = createRandom(seed);
  const draw = () => drawUniform(random);
  const whole = (low: number, high: number) => low + Math.floor(draw() * (high - low + 1));
  const chance = (p: number) => draw() < p;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]!;
  const between = (low: number, high: number) => low + draw() * (high - low);

  const shallow = chance(0.45);
  /** Most 2-h-1 networks are of the kind that the kernel has a loop of its own for. */
  const usual = shallow && chance(0.8);
  const piecewise: ActivationName[] = ['relu', 'leakyRelu', 'relu', 'identity'];
  const depth = shallow ? 2 : whole(1, 4);
  const inputs = shallow ? 2 : whole(1, 5);
  const outputs = shallow ? 1 : whole(1, 4);
  const layers: LayerSpec[] = [];
  for (let l = 0; l < depth; l++) {
    const output = l === depth - 1;
    const activation = pick(
      usual
        ? output
          ? (['identity', 'relu', 'leakyRelu', 'sigmoid'] as const)
          : (['relu', 'leakyRelu'] as const)
        : chance(0.5)
          ? piecewise
          : output
            ? activations
            : activations.filter((name) => name !== 'softmax'),
    );
    layers.push({
      units: output ? outputs : whole(1, chance(0.2) ? 17 : 6),
      activation,
      ...(activation === 'leakyRelu' && chance(0.8) && { slope: pick([0.1, 0.01, 0.3, 0, -0.2]) }),
      ...(!usual && chance(0.2) && { biases: chance(0.5) }),
    });
  }
  const last = layers.at(-1)!.activation;
  const losses: LossName[] = ['halfSquaredError', 'squaredError', 'meanSquaredError'];
  if (last === 'sigmoid') losses.push('binaryCrossEntropy', 'binaryCrossEntropy');
  if (last === 'softmax') losses.push('categoricalCrossEntropy', 'categoricalCrossEntropy');
  const loss = pick(losses);

  const faults: Fault[] = [];
  const applies = (name: FaultName, layer: number) => {
    const { place, activations: only }: FaultDescription = faultDescriptions[name];
    const { activation, biases = true } = layers[layer]!;
    if (only && !only.includes(activation)) return false;
    const needsDerivative = place === 'derivative' || name === 'activation-applied-twice';
    if (needsDerivative && activation === 'softmax') return false;
    if (place === 'derivative' && layer === depth - 1 && loss.endsWith('CrossEntropy')) return false;
    if (name.startsWith('bias') && !biases) return false;
    if (name === 'pre-activation-passed-on' && layer === depth - 1) return false;
    if (name === 'updated-before-passed-back' && layer === 0) return false;
    return true;
  };
  if (chance(0.6))
    for (let k = whole(1, 3); k > 0; k--) {
      const name = pick(usual && chance(0.8) ? derivativeFaults : faultNames);
      const where = layers.map((_, l) => l).filter((l) => applies(name, l) && chance(0.7));
      const fits = (fault: Fault) =>
        fault.name !== name && !excluded(fault.name, name) && !excluded(name, fault.name);
      if (where.length > 0 && faults.every(fits)) faults.push({ name, layers: where });
    }

  const samples = shallow ? whole(1, 5) : whole(1, 9);
  const successor = inputs === 1 && outputs === 1 && !loss.endsWith('CrossEntropy') && chance(0.5);
  const level = pick([1, 1, 1, 1, 5, 40]);
  const value = () => (chance(0.5) ? Number(chance(0.5)) : between(-level, level));
  const rows = (count: number, width: number) =>
    Array.from({ length: count }, () => Array.from({ length: width }, value));
  const shares = (width: number) => {
    const chosen = whole(0, width - 1);
    return Array.from({ length: width }, (_, o) => Number(o === chosen));
  };
  const targets =
    loss === 'categoricalCrossEntropy'
      ? Array.from({ length: samples }, () => shares(outputs))
      : loss === 'binaryCrossEntropy'
        ? Array.from({ length: samples }, () => Array.from({ length: outputs }, draw))
        : rows(samples, outputs);
  const initializer = (): Initializer =>
    pick<Initializer>([
      { kind: 'zeros' },
      { kind: 'constant', value: between(-1, 1) },
      { kind: 'uniform', low: -1, high: between(-0.5, 1.5) },
      { kind: 'uniform', low: -1, high: 1 },
      { kind: 'normal', deviation: between(0.1, 2) },
      { kind: 'xavier' },
      { kind: 'he' },
    ]);
  const weights = initializer();
  const initial: Initial = {
    order: pick(['unit-by-unit', 'layer-by-layer', 'biases-then-weights']),
    weights: weights.kind === 'zeros' ? { kind: 'he' } : weights,
    biases: initializer(),
  };
  const batch = usual ? 'sample' : pick(['sample', 'sum', 'mean'] as const);
  const weightDecay = !usual && chance(0.25) ? pick([0.01, 0.5]) : undefined;
  const optimizer: Optimizer =
    !usual && chance(0.2)
      ? { kind: 'momentum', learningRate: pick([0.2, 0.1, 0.01]), momentum: pick([0.9, 1]) }
      : { kind: 'sgd', learningRate: pick([1, 0.3, 0.2, 0.1, 0.01]) };
  const rateFirst = batch === 'sample' && !weightDecay && optimizer.kind === 'sgd';
  const possible = faults.filter(({ name }) => name !== 'updated-before-passed-back' || rateFirst);
  const dataCount = successor ? whole(1, 30) : samples;
  return {
    spec: {
      data: successor
        ? {
            kind: 'successor',
            samples: dataCount,
            below: pick([2, 10, 1000]),
            ...(chance(0.5) && { divisor: 10 }),
          }
        : { inputs: rows(samples, inputs), targets },
      layers,
      loss,
      initial,
      optimizer,
      batch,
      ...(chance(0.3) && {
        sampling:
          batch === 'sample' && chance(0.5)
            ? { kind: 'random' as const }
            : {
                kind: 'in-order' as const,
                order: Array.from({ length: whole(1, 6) }, () => whole(0, dataCount - 1)),
                ...(batch === 'sample' && chance(0.4) && { repeat: whole(1, 7) }),
              },
      }),
      ...(weightDecay !== undefined && { weightDecay }),
      ...(!usual &&
        chance(0.4) && {
          arithmetic: {
            ...(chance(0.6) && { bias: pick(['first', 'last'] as const) }),
            ...(chance(0.6) && { rate: rateFirst ? pick(['first', 'last'] as const) : ('last' as const) }),
          },
        }),
      ...(possible.length > 0 && { faults: possible }),
    },
    epochs: whole(1, 60),
  };
}
