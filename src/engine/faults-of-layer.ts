/** Which faults a layer has: those named for it, and those for all layers that have a meaning in it. */
import { faultDescriptions, type FaultDescription, type FaultName } from './faults.ts';
import { lossOf } from './losses.ts';
import { isPlainSgd } from './plain-sgd.ts';
import type { Spec } from './spec.ts';

export type FaultSet = ReadonlySet<FaultName>;

/** The faults of layer `l`. */
export function faultsOfLayer(spec: Spec, l: number): FaultSet {
  const names = new Set<FaultName>();
  for (const { name, layers } of spec.faults ?? []) {
    if ((layers?.includes(l) ?? true) && whyMeaningless(spec, l, name) === null) names.add(name);
  }
  return names;
}

/** Why a fault has no meaning in layer `l`; null where it has one. */
export function whyMeaningless(spec: Spec, l: number, name: FaultName): string | null {
  const { activation, biases } = spec.layers[l]!;
  const { place, activations }: FaultDescription = faultDescriptions[name];
  if (activations && !activations.includes(activation)) {
    return `it is one of ${activations.join(', ')}, and the layer's activation is ${activation}`;
  }
  if (biases === false && name.startsWith('bias')) return 'the layer has no biases';
  if (name === 'updated-before-passed-back') {
    if (l === 0) return 'there is no layer below it';
    return isPlainSgd(spec) ? null : 'an update takes all its gradients before the first step';
  }
  const needsDerivative =
    place === 'derivative' ? name !== 'derivative-omitted' : name === 'activation-applied-twice';
  if (needsDerivative && activation === 'softmax') return "softmax's derivative is not a number";
  if (place !== 'derivative') return null;
  if (l === spec.layers.length - 1 && lossOf(spec.loss).pairedWith) {
    return `${spec.loss} takes its delta without the derivative`;
  }
  return null;
}
