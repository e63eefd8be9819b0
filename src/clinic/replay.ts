/**
 * The proof: a suspect started from the reader's own first parameters prints the reader's numbers after one epoch, or it
 * does not. No seeds, no shares.
 */
import { createRun, outputsOf, train, updatesPerEpoch } from '../engine/index.ts';
import type { Suspect } from './suspects.ts';

/** The parameters of a layer, as the reader has them. */
export interface LayerParameters {
  /** [O][I] */
  weights: number[][];
  /** [O]; empty for a layer without; [O * I] where they are shaped like the weights. */
  biases: number[];
}

/** `agrees`; `differs`; `other-shape`: the parameters are not those of such a network. */
export type Replayed = 'agrees' | 'differs' | 'other-shape';

/** Laid out as the engine has them. */
function flat(layers: readonly LayerParameters[]): number[] {
  return layers.flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);
}

/** The outputs [N, O] after one epoch; null where the parameters are not those of such a network. */
function outputsAfterOneEpoch({ spec }: Suspect, layers: readonly LayerParameters[]): number[] | null {
  const inputs = 'kind' in spec.data ? 1 : spec.data.inputs[0]!.length;
  const twoCopies = spec.faults?.some(({ name }) => name === 'bias-added-to-weights');
  const fits = spec.layers.every(({ units, biases }, l) => {
    const { weights, biases: given } = layers[l] ?? { weights: [], biases: [] };
    const width = l === 0 ? inputs : spec.layers[l - 1]!.units;
    return (
      weights.length === units &&
      weights.every((row) => row.length === width) &&
      given.length === (biases === false ? 0 : twoCopies ? units * width : units)
    );
  });
  if (!fits || layers.length !== spec.layers.length) return null;
  // Samples that are drawn are no one's to repeat: the reader is asked for an epoch in order.
  const sampling = spec.sampling?.kind === 'random' ? ({ kind: 'in-order' } as const) : spec.sampling;
  const run = createRun({ ...spec, initial: { parameters: flat(layers) }, ...(sampling && { sampling }) }, 1);
  train(run, updatesPerEpoch(run));
  return outputsOf(run).flat();
}

/**
 * Whether these outputs are those that the reader printed. `digits`: decimals of the reader's numbers; more than six are
 * not asked for, since another program adds in another order.
 */
function agree(mine: readonly number[], printed: readonly number[], digits: number): boolean {
  const least = 10 ** -Math.min(6, digits);
  return (
    mine.length === printed.length &&
    mine.every((x, k) => {
      const y = printed[k]!;
      if (!Number.isFinite(x) || !Number.isFinite(y)) return Object.is(x, y);
      return Math.abs(x - y) <= least * (1 + Math.abs(x));
    })
  );
}

export function replay(
  suspect: Suspect,
  layers: readonly LayerParameters[],
  printed: readonly number[],
  digits: number,
): Replayed {
  const mine = outputsAfterOneEpoch(suspect, layers);
  if (mine === null) return 'other-shape';
  return agree(mine, printed, digits) ? 'agrees' : 'differs';
}
