/** How each layer works going forward: its activation function, and what it hands on. */
import { probeActivation } from './probed-activation.ts';
import type { ProbedActivation } from './probed-activation.ts';
import type { HandsOn } from './rules.ts';
import type { Handover, Specimen } from './specimen.ts';

export interface LayerForward {
  /** What the layer hands on, as a function of the sum; for the last one, the output. */
  f: ProbedActivation;
  /** What it shows as its activation; `f` itself but where the activation is applied more than once. */
  inner: ProbedActivation;
  /** What it hands on, of what it shows. */
  handsOn: HandsOn;
}

/** [L], or nothing when some layer works in a way that is not known here, such as softmax. */
export function forwardOf(specimen: Specimen, states: number[][]): LayerForward[] | undefined {
  const last = specimen.widths.length - 2;
  const forward: LayerForward[] = [];
  const probe = (layer: number, where?: 'outputs'): ProbedActivation | undefined => {
    for (const values of states) {
      const found = probeActivation(specimen, values, layer, where);
      if (found) return found;
    }
    return undefined;
  };
  for (let layer = 0; layer <= last; layer++) {
    const probed = probe(layer);
    if (!probed) return undefined;
    const outer = layer < last ? probed : probe(layer, 'outputs');
    if (!outer) return undefined;
    const isSame = [-3, -0.7, 0.3, 2].every((z) => close(outer.value(z), probed.value(z)));
    forward.push({ f: isSame ? probed : outer, inner: probed, handsOn: 'activation' });
  }

  for (let layer = 0; layer <= last; layer++) {
    if (explains(specimen, states, forward, layer)) continue;
    if (layer === 0) return undefined;
    const below = forward[layer - 1]!;
    const isExplainedBy = (handsOn: HandsOn): boolean => {
      below.handsOn = handsOn;
      return explains(specimen, states, forward, layer);
    };
    if (isExplainedBy('sum')) continue;
    if (!isExplainedBy('activation-twice')) return undefined;
    below.f = appliedTwice(below.inner);
  }
  return forward;
}

/** f(f(z)) and its slope. */
function appliedTwice(inner: ProbedActivation): ProbedActivation {
  return {
    ...inner,
    kind: inner.kind === 'straight' ? 'straight' : 'other',
    slopes: [inner.slopes[0] ** 2, inner.slopes[1] ** 2],
    value: (z) => inner.value(inner.value(z)),
    slope: (z) => inner.slope(inner.value(z)) * inner.slope(z),
  };
}

/** What each layer hands on, of what it shows. */
export function handedOnBy(forward: LayerForward[] | undefined): Handover[] {
  return (forward ?? []).map(({ handsOn, inner }) => ({ sums, activations }) =>
    handsOn === 'sum' ? sums : handsOn === 'activation' ? activations : activations.map(inner.value),
  ); // prettier-ignore
}

/** Whether a layer's activations are its function of its sums, in some states of the network and for some of the samples. */
function explains(specimen: Specimen, states: number[][], forward: LayerForward[], layer: number): boolean {
  const handovers = handedOnBy(forward);
  const { inputs } = specimen.data;
  const every = Math.ceil(inputs.length / 16);
  return states.every((values) =>
    inputs.every((input, sample) => {
      if (sample % every !== 0) return true;
      const { sums, activations } = specimen.trace(values, input, handovers);
      return activations[layer]!.every((a, unit) =>
        close(a, forward[layer]!.inner.value(sums[layer]![unit]!)),
      );
    }),
  );
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(a), Math.abs(b));
}
