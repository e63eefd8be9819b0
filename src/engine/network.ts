/**
 * A network: layers over flat arrays.
 *
 * All parameters lie in one Float64Array, layer by layer: the weights [O, I] row-major, then the biases [O].
 * Gradients lie in a second array of the same layout, pre-activations, activations and deltas in one each.
 * All are allocated here, once.
 */
import { activationOf, DEFAULT_SLOPE } from './activations/index.ts';
import { accumulate, multiply, multiplyBiasLast, propagate, step, stepRateLast } from './dense.ts';
import type { FaultName } from './faults.ts';
import { type FaultSet, faultsOfLayer } from './faults-of-layer.ts';
import {
  faultyAccumulate,
  faultyActivate,
  faultyGate,
  multiplyByBothCopies,
  propagateThroughBothCopies,
  stepByGradient,
  stepThenTruncate,
} from './faulty-layer.ts';
import type { Layer } from './layer.ts';
import { type Loss, lossOf } from './losses.ts';
import { isPlainSgd } from './plain-sgd.ts';
import type { LayerSpec, Spec } from './spec.ts';

/** Where a layer's numbers lie in the flat arrays. */
export interface LayerOffsets {
  weights: number;
  weightCount: number;
  biases: number;
  /** 0 for a layer without biases; O * I where a fault adds them to the weights. */
  biasCount: number;
}

export interface Network {
  readonly layers: readonly Layer[];
  readonly loss: Loss;
  readonly offsets: readonly LayerOffsets[];
  readonly parameters: Float64Array;
  /** dLoss/dparameters, laid out like the parameters. */
  readonly gradient: Float64Array;
  /** The output layer's activations. [O] */
  readonly output: Float64Array;
  /** For each layer, whether a fault lets it step before it passes its delta back. */
  readonly stepsEarly: readonly boolean[];
  /** The layers whose parameters a fault robs of their fractions after each step. */
  readonly truncated: readonly Layer[];
}

/** How many inputs the network has. */
export function inputCount(spec: Spec): number {
  return 'kind' in spec.data ? 1 : spec.data.inputs[0]!.length;
}

/** Whether (rate * delta) * input is the step, rather than rate * (delta * input). */
export function isRateFirst(spec: Spec): boolean {
  return spec.arithmetic?.rate ? spec.arithmetic.rate === 'first' : isPlainSgd(spec);
}

/** Where each layer's parameters lie. */
export function layOut(spec: Spec): LayerOffsets[] {
  let inputs = inputCount(spec);
  let end = 0;
  return spec.layers.map((layer, index) => {
    const weightCount = layer.units * inputs;
    const twoCopies = faultsOfLayer(spec, index).has('bias-added-to-weights');
    const biasCount = layer.biases === false ? 0 : twoCopies ? weightCount : layer.units;
    const offsets = { weights: end, weightCount, biases: end + weightCount, biasCount };
    end += weightCount + biasCount;
    inputs = layer.units;
    return offsets;
  });
}

/** A network with all parameters 0. `spec` must have passed `checkSpec`. */
export function createNetwork(spec: Spec): Network {
  const offsets = layOut(spec);
  const last = offsets.at(-1)!;
  const parameters = new Float64Array(last.biases + last.biasCount);
  const gradient = new Float64Array(parameters.length);
  const unitCount = spec.layers.reduce((sum, layer) => sum + layer.units, 0);
  const preActivations = new Float64Array(unitCount);
  const activations = new Float64Array(unitCount);
  const deltas = new Float64Array(unitCount);

  let inputs = inputCount(spec);
  let firstUnit = 0;
  const layers = spec.layers.map((layerSpec, index): Layer => {
    const { units } = layerSpec;
    const { weights, weightCount, biases, biasCount } = offsets[index]!;
    const faults = faultsOfLayer(spec, index);
    const z = preActivations.subarray(firstUnit, firstUnit + units);
    const a = activations.subarray(firstUnit, firstUnit + units);
    const layer: Layer = {
      inputs,
      units,
      weights: parameters.subarray(weights, weights + weightCount),
      biases: biasCount ? parameters.subarray(biases, biases + biasCount) : new Float64Array(units),
      weightGradient: gradient.subarray(weights, weights + weightCount),
      biasGradient: biasCount ? gradient.subarray(biases, biases + biasCount) : new Float64Array(units),
      z,
      a,
      delta: deltas.subarray(firstUnit, firstUnit + units),
      output: faults.has('pre-activation-passed-on') ? z : a,
      ...workOf(spec, layerSpec, biasCount > 0, faults),
    };
    inputs = units;
    firstUnit += units;
    return layer;
  });
  const has = (name: FaultName) => layers.map((_, l) => faultsOfLayer(spec, l).has(name));
  const truncates = has('parameters-truncated');
  return {
    layers,
    loss: lossOf(spec.loss),
    offsets,
    parameters,
    gradient,
    output: layers.at(-1)!.output,
    stepsEarly: has('updated-before-passed-back'),
    truncated: layers.filter((_, l) => truncates[l]),
  };
}

const DERIVATIVE_FAULTS: readonly FaultName[] = [
  'derivative-of-activation',
  'derivative-at-least-zero',
  'derivative-threshold-at-slope',
  'derivative-collapsed',
  'derivative-is-function',
  'derivative-omitted',
];
const GRADIENT_FAULTS: readonly FaultName[] = [
  'bias-gradient-summed',
  'biases-frozen',
  'bias-added-to-weights',
  'step-uphill',
  'layer-frozen',
  'rate-undefined',
];

/** The functions a layer is worked with: the plain ones but where a fault has its place. */
function workOf(
  spec: Spec,
  layer: LayerSpec,
  hasBiases: boolean,
  faults: FaultSet,
): Pick<Layer, 'multiply' | 'activate' | 'gate' | 'propagate' | 'accumulate' | 'step'> {
  const activation = activationOf(layer.activation, layer.slope);
  const twoCopies = faults.has('bias-added-to-weights');
  const twice = faults.has('activation-applied-twice');
  const plainForward = !faults.has('mask-product') && !twice;
  // An activation's own gate may write f' of the activation, which here is f(f(z)).
  const plainDerivative = !twice && !DERIVATIVE_FAULTS.some((name) => faults.has(name));
  const plainGradient = hasBiases && !GRADIENT_FAULTS.some((name) => faults.has(name));
  const plainMultiply = spec.arithmetic?.bias === 'last' ? multiplyBiasLast : multiply;
  const plainStep = isRateFirst(spec) ? step : stepRateLast;
  const steps = plainGradient ? plainStep : stepByGradient(isRateFirst(spec));
  return {
    multiply: twoCopies ? multiplyByBothCopies : plainMultiply,
    activate: plainForward ? activation.activate : faultyActivate(activation, faults),
    gate: plainDerivative ? activation.gate : faultyGate(activation, layer.slope ?? DEFAULT_SLOPE, faults),
    propagate: twoCopies ? propagateThroughBothCopies : propagate,
    accumulate: plainGradient ? accumulate : faultyAccumulate(hasBiases, faults),
    step: faults.has('parameters-truncated') ? stepThenTruncate(steps) : steps,
  };
}
