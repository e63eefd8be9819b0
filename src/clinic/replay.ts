/**
 * The proof: a suspect started from the reader's own first parameters prints the reader's numbers after one epoch, or it
 * does not. No seeds, no shares.
 */
import { createRun, outputsOf, train, updatesPerEpoch } from '../engine/index.ts';
import { type Description, endsOfTargets } from './description.ts';
import { type Suspect, suspectNamed } from './suspects.ts';

/** The parameters of a layer, as the reader has them. */
export interface LayerParameters {
  /** [O][I] */
  weights: number[][];
  /** [O]; empty for a layer without; [O * I] where they are shaped like the weights. */
  biases: number[];
}

/**
 * `proves`: agrees, and would not have in another network; `agrees`: that proves nothing; `differs`; `other-shape`: the
 * parameters are not those of such a network.
 */
export type Replayed = 'proves' | 'agrees' | 'differs' | 'other-shape';

export const isAgreeing = (replayed: Replayed): boolean => replayed === 'agrees' || replayed === 'proves';

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

/** Networks that the reader could have instead: for what is tried, the same run should print something else. */
function otherNetworks(d: Description): Description[] {
  const [low] = endsOfTargets(d);
  const targets = d.data.targets.map((row) => row.map((y) => low + 0.6 * (y - low)));
  return [
    { ...d, rate: 1.5 * d.rate },
    { ...d, data: { ...d.data, targets } },
    ...otherActivations(d).slice(0, 1),
  ];
}

function otherActivations(d: Description): Description[] {
  if (d.widths.length === 0) return [];
  return (['tanh', 'sigmoid', 'relu'] as const)
    .filter((activation) => activation !== d.hidden.activation)
    .map((activation) => ({ ...d, hidden: { activation } }));
}

/** With one target at the other end. */
function otherTargets(d: Description): Description[] {
  const [low, high] = endsOfTargets(d);
  const { targets } = d.data;
  return targets.map((_, k) => {
    const changed = targets.map((row, i) => (i === k ? row.map((y) => low + high - y) : row));
    return { ...d, data: { ...d.data, targets: changed } };
  });
}

/**
 * What became of the suspects. `ids`: theirs. `printed`: [N, O], after one epoch from `layers`.
 *
 * A suspect that agrees is proved only if it could have failed: with another rate, other targets or another hidden activation
 * it must print other numbers (where these matter to it). An epoch in which next to nothing moves, or that ends with every
 * output at the same stop, agrees with all of these. And no right network with one thing told wrongly may print the reader's
 * numbers too.
 */
export function replayAll(
  d: Description,
  ids: readonly string[],
  layers: readonly LayerParameters[],
  printed: readonly number[],
  digits: number,
): Replayed[] {
  let toldWrongly: boolean | undefined;
  const isToldWrongly = () =>
    (toldWrongly ??= [...otherActivations(d), ...otherTargets(d)].some((other) => {
      const mine = outputsAfterOneEpoch(suspectNamed(other, 'none')!, layers);
      return mine !== null && agree(mine, printed, digits);
    }));
  const others = otherNetworks(d);
  const couldFail = (id: string, suspect: Suspect, mine: readonly number[]) =>
    others.every((other) => {
      const changed = suspectNamed(other, id);
      if (!changed || JSON.stringify(changed.spec) === JSON.stringify(suspect.spec)) return true;
      const theirs = outputsAfterOneEpoch(changed, layers);
      return theirs === null || !agree(theirs, mine, digits);
    });
  return ids.map((id) => {
    const suspect = suspectNamed(d, id)!;
    const mine = outputsAfterOneEpoch(suspect, layers);
    if (mine === null) return 'other-shape';
    if (!agree(mine, printed, digits)) return 'differs';
    return couldFail(id, suspect, mine) && !isToldWrongly() ? 'proves' : 'agrees';
  });
}
