/**
 * The ways in which a layer's backward pass is known to go wrong, each as the gradient it would give. A layer's delta on a sample
 * is what arrives from above times a derivative D; these rules say what the program took for D, which inputs it multiplied the
 * deltas with, and what it did with the biases.
 */
import type { ProbedActivation } from './probed-activation.ts';

export type SlopeRule =
  | 'right'
  | 'one'
  | 'of-activation'
  | 'threshold-at-slope'
  | 'whole-layer'
  | 'whole-layer-at-slope'
  | 'activation-form-of-sum'
  | 'own-function'
  | 'own-function-of-activation'
  | 'counted-once'
  | 'as-if-activated'
  | 'zero';
export type InputRule = 'right' | 'activation' | 'sum';
export type BiasRule = 'right' | 'never' | 'sum-over-units';
export type BackRule = 'right' | 'changed-weights';

export interface LayerRule {
  slope: SlopeRule;
  input: InputRule;
  bias: BiasRule;
  back: BackRule;
}

/** What a rule sees of one layer on one sample. */
export interface LayerMoment {
  /** [O] */
  sums: number[];
  /** [O]: activations as the layers show them. */
  activations: number[];
  /** [O]: what the layer hands on; for the last layer, the outputs. */
  handedOn: number[];
}

type Slopes = (moment: LayerMoment) => number[];

/**
 * The derivatives a program may have taken, in the order in which they are believed.
 *
 * @param f What the layer hands on, as a function of the sum.
 * @param inner What it shows as its activation: another one where the output goes through its activation twice.
 * @param handsOnSums Whether the layer hands on its sums, so that the activation has no part in the output.
 */
export function slopeRules(
  f: ProbedActivation,
  inner: ProbedActivation,
  handsOnSums: boolean,
): Partial<Record<SlopeRule, Slopes>> {
  const [right, left] = inner.slopes;
  const eachAbove = (threshold: number, of: (moment: LayerMoment) => number[]): Slopes => {
    return (moment) => of(moment).map((value) => (value > threshold ? right : left));
  };
  const allAbove = (threshold: number): Slopes => {
    return ({ activations }) => {
      const slope = activations.every((value) => value > threshold) ? right : left;
      return activations.map(() => slope);
    };
  };
  const rules: Partial<Record<SlopeRule, Slopes>> = {
    right: ({ sums }) => sums.map((z) => (handsOnSums ? 1 : f.slope(z))),
    one: ({ sums }) => sums.map(() => 1),
    ...(!handsOnSums && { 'of-activation': ({ handedOn }: LayerMoment) => handedOn.map(f.slope) }),
    'own-function': ({ handedOn }) => handedOn,
    'own-function-of-activation': ({ handedOn }) => handedOn.map(f.value),
    zero: ({ sums }) => sums.map(() => 0),
  };
  if (handsOnSums) rules['as-if-activated'] = ({ sums }) => sums.map(f.slope);
  if (inner !== f) rules['counted-once'] = ({ sums }) => sums.map(inner.slope);
  if (inner.kind === 'straight' && right !== left) {
    rules['threshold-at-slope'] = eachAbove(left, ({ activations }) => activations);
    rules['whole-layer'] = allAbove(0);
    rules['whole-layer-at-slope'] = allAbove(left);
  }
  if (f.kind === 'sigmoid') rules['activation-form-of-sum'] = ({ sums }) => sums.map((z) => z * (1 - z));
  if (f.kind === 'tanh') rules['activation-form-of-sum'] = ({ sums }) => sums.map((z) => 1 - z * z);
  return rules;
}

/** All combinations worth a try, those with fewer departures first. */
export function layerRules(slopes: SlopeRule[], isOutput: boolean): LayerRule[] {
  const inputs: InputRule[] = ['right', 'activation', 'sum'];
  const biases: BiasRule[] = ['right', 'never', 'sum-over-units'];
  const backs: BackRule[] = isOutput ? ['right'] : ['right', 'changed-weights'];
  const rules = slopes.flatMap((slope) =>
    inputs.flatMap((input) => biases.flatMap((bias) => backs.map((back) => ({ slope, input, bias, back })))),
  );
  const departures = (rule: LayerRule): number =>
    Object.values(rule).filter((name) => name !== 'right').length;
  return rules.toSorted((a, b) => departures(a) - departures(b));
}
