/** How each layer works going forward: its activation function, and what it hands on. */
import { probeActivation } from './probed-activation.ts';
import type { ProbedActivation } from './probed-activation.ts';
import type { Specimen } from './specimen.ts';

export interface LayerForward {
  /** What the layer hands on, as a function of the sum; for the last one, the output. */
  f: ProbedActivation;
  /** What it shows as its activation; `f` itself but where the output goes through its activation more than once. */
  inner: ProbedActivation;
  /** Whether it hands on its sums in place of its activations. */
  handsOnSums: boolean;
}

/** [L], or nothing when some layer works in a way that is not known here, such as softmax. */
export function forwardOf(specimen: Specimen, states: number[][]): LayerForward[] | undefined {
  const last = specimen.widths.length - 2;
  const forward: LayerForward[] = [];
  for (let layer = 0; layer <= last; layer++) {
    const probed = states.map((values) => probeActivation(specimen, values, layer)).find((found) => found);
    if (!probed) return undefined;
    const outer = layer < last ? probed : states.map((values) => probeActivation(specimen, values, layer, 'outputs')).find((found) => found); // prettier-ignore
    if (!outer) return undefined;
    const isSame = [-3, -0.7, 0.3, 2].every((z) => close(outer.value(z), probed.value(z)));
    forward.push({ f: isSame ? probed : outer, inner: probed, handsOnSums: false });
  }

  for (let layer = 0; layer <= last; layer++) {
    if (explains(specimen, states, forward, layer)) continue;
    if (layer === 0) return undefined;
    forward[layer - 1]!.handsOnSums = true;
    if (!explains(specimen, states, forward, layer)) return undefined;
  }
  return forward;
}

/** Whether a layer's activations are its function of its sums, in some states of the network and for some of the samples. */
function explains(specimen: Specimen, states: number[][], forward: LayerForward[], layer: number): boolean {
  const handsOnSums = forward.map((one) => one.handsOnSums);
  const { inputs } = specimen.data;
  const every = Math.ceil(inputs.length / 16);
  return states.every((values) =>
    inputs.every((input, sample) => {
      if (sample % every !== 0) return true;
      const { sums, activations } = specimen.trace(values, input, handsOnSums);
      return activations[layer]!.every((a, unit) =>
        close(a, forward[layer]!.inner.value(sums[layer]![unit]!)),
      );
    }),
  );
}

function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(a), Math.abs(b));
}
