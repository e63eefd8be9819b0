/**
 * Which specs the loop for 2-h-1 networks can train, and with which numbers. A plan must give the engine's
 * bits; what it has no numbers for goes layer by layer.
 */
import { faultsOfLayer } from '../engine/faults-of-layer.ts';
import { inputCount, isRateFirst } from '../engine/network.ts';
import { isPlainSgd } from '../engine/plain-sgd.ts';
import { repeatOf } from '../engine/sampling.ts';
import type { FaultName } from '../engine/faults.ts';
import type { LayerSpec, LossName, Spec } from '../engine/spec.ts';
import type { KernelExports } from './assembly-exports.ts';

/** A piecewise linear function and its derivative: 1 where z > threshold, `elsewhere` elsewhere. */
interface Gate {
  /** Slope of the function below zero; ReLU does without. */
  slope: number;
  threshold: number;
  elsewhere: number;
}

type Train =
  | 'trainReluLinear'
  | 'trainReluSigmoid'
  | 'trainReluPaired'
  | 'trainLeakyLinear'
  | 'trainLeakySigmoid'
  | 'trainLeakyPaired';

export interface ShallowPlan {
  hidden: Gate;
  output: Gate;
  /** dLoss/dp = scale (p - y). */
  scale: number;
  train: keyof Pick<KernelExports, Train>;
}

/** The faults that a gate has numbers for. */
const knownFaults: readonly FaultName[] = [
  'derivative-of-activation',
  'derivative-at-least-zero',
  'derivative-threshold-at-slope',
  'derivative-omitted',
];

/** The double below zero: x >= 0 and x > this are the same test, NaN and -0 included. */
const justBelowZero = -Number.MIN_VALUE;

/** A hidden ReLU's derivative is 0 where z < threshold, else 1: the same test turned round. */
function turnedRound({ threshold, elsewhere, slope }: Gate): Gate {
  if (elsewhere === 1) return { slope, elsewhere, threshold: -Infinity };
  return { slope, elsewhere, threshold: threshold === 0 ? Number.MIN_VALUE : 0 };
}

/** The double below x, for a finite positive x. */
function justBelow(x: number): number {
  const bits = new BigInt64Array(new Float64Array([x]).buffer);
  bits[0]!--;
  return new Float64Array(bits.buffer)[0]!;
}

function gateOf({ activation, slope = 0.01 }: LayerSpec, faults: ReadonlySet<FaultName>): Gate | null {
  if (activation === 'identity') return { slope: 1, threshold: 0, elsewhere: 1 };
  const isRelu = activation === 'relu';
  const below = isRelu ? 0 : slope;
  const gate = { slope: below, threshold: 0, elsewhere: below };
  if (faults.has('derivative-omitted')) return { ...gate, elsewhere: 1 };
  const atLeast = faults.has('derivative-at-least-zero');
  if (faults.has('derivative-of-activation')) {
    // ReLU's activation is never negative: a >= 0 always holds, and a > 0 where z > 0.
    if (isRelu) return atLeast ? { ...gate, elsewhere: 1 } : gate;
    // With a positive slope, a and z are on the same side of any threshold above 0, and a = z there.
    if (below <= 0 || (atLeast && !faults.has('derivative-threshold-at-slope'))) return null;
  }
  if (!isRelu && faults.has('derivative-threshold-at-slope')) {
    if (below <= 0) return null;
    return { ...gate, threshold: atLeast ? justBelow(below) : below };
  }
  return { ...gate, threshold: atLeast ? justBelowZero : 0 };
}

const scales: Record<LossName, number> = {
  halfSquaredError: 1,
  squaredError: 2,
  meanSquaredError: 2, // one output
  binaryCrossEntropy: 1,
  categoricalCrossEntropy: 1,
};

/** The plan for a spec, or null where it goes layer by layer. */
export function shallowPlanOf(spec: Spec): ShallowPlan | null {
  const { layers, data, arithmetic, sampling } = spec;
  const [first, last] = layers;
  const shape =
    layers.length === 2 && first && last?.units === 1 && inputCount(spec) === 2 && !('kind' in data);
  if (!shape || first.biases === false || last.biases === false) return null;
  if (!isPlainSgd(spec) || !isRateFirst(spec) || arithmetic?.bias === 'last' || sampling?.kind === 'random')
    return null;
  if (repeatOf(spec) !== 1) return null;
  const faults = [faultsOfLayer(spec, 0), faultsOfLayer(spec, 1)] as const;
  if (faults.some((set) => [...set].some((name) => !knownFaults.includes(name)))) return null;
  if (first.activation !== 'relu' && first.activation !== 'leakyRelu') return null;
  const gate = gateOf(first, faults[0]);
  if (!gate) return null;
  const kind = first.activation === 'relu' ? 'Relu' : 'Leaky';
  const hidden = first.activation === 'relu' ? turnedRound(gate) : gate;
  const scale = scales[spec.loss];
  if (last.activation === 'sigmoid') {
    if (faults[1].has('derivative-of-activation')) return null;
    const paired = spec.loss === 'binaryCrossEntropy' || faults[1].has('derivative-omitted');
    const output = { slope: 1, threshold: 0, elsewhere: 1 };
    return { hidden, output, scale, train: paired ? `train${kind}Paired` : `train${kind}Sigmoid` };
  }
  if (last.activation !== 'relu' && last.activation !== 'leakyRelu' && last.activation !== 'identity')
    return null;
  const output = gateOf(last, faults[1]);
  return output && { hidden, output, scale, train: `train${kind}Linear` };
}
