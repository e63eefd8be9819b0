/** A spec in the kernel's numbers: the tables that assembly/ has by the same names. */
import { activationNames } from '../engine/activations/index.ts';
import { faultsOfLayer } from '../engine/faults-of-layer.ts';
import { inputCount, isRateFirst } from '../engine/network.ts';
import { isPlainSgd } from '../engine/plain-sgd.ts';
import { repeatOf } from '../engine/sampling.ts';
import type { FaultName } from '../engine/faults.ts';
import type { LossName, Spec } from '../engine/spec.ts';
import type { KernelExports } from './assembly-exports.ts';

const faultBits: Record<FaultName, number> = {
  'derivative-of-activation': 1 << 0,
  'derivative-at-least-zero': 1 << 1,
  'derivative-threshold-at-slope': 1 << 2,
  'derivative-collapsed': 1 << 3,
  'derivative-is-function': 1 << 4,
  'derivative-omitted': 1 << 5,
  'pre-activation-passed-on': 1 << 6,
  'activation-applied-twice': 1 << 7,
  'mask-product': 1 << 8,
  'bias-gradient-summed': 1 << 9,
  'biases-frozen': 1 << 10,
  'bias-added-to-weights': 1 << 11,
  'step-uphill': 1 << 12,
  'layer-frozen': 1 << 13,
  'updated-before-passed-back': 1 << 14,
  'parameters-truncated': 1 << 15,
  'rate-undefined': 1 << 16,
};

const lossKinds: Record<LossName, number> = {
  halfSquaredError: 0,
  squaredError: 1,
  meanSquaredError: 2,
  binaryCrossEntropy: 3,
  categoricalCrossEntropy: 3,
};

/** How many samples there are. */
function sampleCount({ data }: Spec): number {
  return 'kind' in data ? data.samples : data.inputs.length;
}

/** The samples of one pass; null where each is drawn. */
export function orderOf(spec: Spec): number[] | null {
  const sampling = spec.sampling ?? { kind: 'in-order' };
  if (sampling.kind === 'random') return null;
  return sampling.order ?? Array.from({ length: sampleCount(spec) }, (_, k) => k);
}

/** Tells the kernel all of a spec and lays out its memory. */
export function describeSpec(kernel: KernelExports, spec: Spec): void {
  let inputs = inputCount(spec);
  spec.layers.forEach(({ units, activation, slope = 0.01, biases = true }, l) => {
    let faults = 0;
    for (const name of faultsOfLayer(spec, l)) faults |= faultBits[name];
    const kind = activationNames.indexOf(activation);
    kernel.describeLayer(l, inputs, units, kind, slope, Number(biases), faults);
    inputs = units;
  });
  const order = orderOf(spec);
  const samples = sampleCount(spec);
  const momentum = spec.optimizer.kind === 'momentum' ? (spec.optimizer.momentum ?? 0.9) : null;
  if (!kernel.arrange(spec.layers.length, samples, order?.length ?? 0, Number(momentum !== null)))
    throw new RangeError(`the kernel: no memory for ${samples} samples and this network`);
  kernel.setArithmetic(Number(spec.arithmetic?.bias === 'last'), lossKinds[spec.loss]);
  kernel.setTraining(
    spec.optimizer.learningRate,
    spec.weightDecay ?? 0,
    Number(isPlainSgd(spec)),
    Number(spec.batch !== 'sample'),
    Number(spec.batch === 'mean'),
    Number(isRateFirst(spec)),
    Number(order === null),
    repeatOf(spec),
    momentum ?? 0,
  );
  if (order) new Int32Array(kernel.memory.buffer, kernel.orderAt(), order.length).set(order);
}
