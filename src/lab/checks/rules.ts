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
  | 'cross-entropy'
  | 'zero';
export type InputRule = 'right' | 'activation' | 'sum' | 'own-output' | 'weight' | 'nothing';
export type BiasRule = 'right' | 'never' | 'sum-over-units' | 'opposite';
/** The last is for the output alone, where the error is made. */
export type BackRule = 'right' | 'changed-weights' | 'without-slope' | 'value' | 'mean-target';

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

/** What a layer hands on to the next, of what it shows: mostly its activations. */
export type HandsOn = 'activation' | 'sum' | 'activation-twice';

type Slopes = (moment: LayerMoment) => number[];

/**
 * The derivatives a program may have taken, in the order in which they are believed.
 *
 * @param f What the layer hands on, as a function of the sum.
 * @param inner What it shows as its activation: another one where the output goes through its activation twice.
 * @param isOutput The cross-entropy's slope is tried at the output alone.
 */
export function slopeRules(
  f: ProbedActivation,
  inner: ProbedActivation,
  handsOn: HandsOn,
  isOutput: boolean,
): Map<SlopeRule, Slopes> {
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
  const rules = new Map<SlopeRule, Slopes>();
  rules.set('right', ({ sums }) => sums.map((z) => (handsOn === 'sum' ? 1 : f.slope(z))));
  rules.set('one', ({ sums }) => sums.map(() => 1));
  if (inner !== f) rules.set('counted-once', ({ sums }) => sums.map(inner.slope));
  if (handsOn !== 'sum') rules.set('of-activation', ({ activations }) => activations.map(inner.slope));
  rules.set('own-function', ({ activations }) => activations);
  rules.set('own-function-of-activation', ({ activations }) => activations.map(inner.value));
  rules.set('zero', ({ sums }) => sums.map(() => 0));
  if (handsOn === 'sum') rules.set('as-if-activated', ({ sums }) => sums.map(f.slope));
  if (isOutput && f.kind !== 'sigmoid')
    rules.set('cross-entropy', ({ sums, handedOn }) =>
      sums.map((z, o) => f.slope(z) / (handedOn[o]! * (1 - handedOn[o]!))),
    );
  if (inner.kind === 'straight' && right !== left) {
    rules.set(
      'threshold-at-slope',
      eachAbove(left, ({ activations }) => activations),
    );
    rules.set('whole-layer', allAbove(0));
    rules.set('whole-layer-at-slope', allAbove(left));
  }
  if (f.kind === 'sigmoid') rules.set('activation-form-of-sum', ({ sums }) => sums.map((z) => z * (1 - z)));
  if (f.kind === 'tanh') rules.set('activation-form-of-sum', ({ sums }) => sums.map((z) => 1 - z * z));
  return rules;
}

/** The combinations that are tried, those with fewer departures first. */
export function layerRules(slopes: SlopeRule[], isOutput: boolean): LayerRule[] {
  const inputs: InputRule[] = ['right', 'activation', 'sum'];
  const biases: BiasRule[] = ['right', 'never', 'sum-over-units'];
  const backs: BackRule[] = isOutput ? ['right'] : ['right', 'changed-weights'];
  return byDepartures(
    slopes.flatMap((slope) =>
      inputs.flatMap((input) =>
        biases.flatMap((bias) => backs.map((back) => ({ slope, input, bias, back }))),
      ),
    ),
  );
}

/** Those that are tried when none of the others explains a layer: every further mistake multiplies all that is tried. */
export function rareRules(slopes: SlopeRule[], isOutput: boolean, isBatch: boolean): LayerRule[] {
  const inputs: InputRule[] = ['own-output', 'weight', 'nothing'];
  const backs: BackRule[] = isOutput ? (isBatch ? ['mean-target'] : []) : ['without-slope', 'value'];
  const biases: BiasRule[] = ['right', 'never'];
  return byDepartures([
    ...slopes.flatMap((slope) =>
      biases.flatMap((bias) => [
        ...inputs.map((input): LayerRule => ({ slope, input, bias, back: 'right' })),
        ...backs.map((back): LayerRule => ({ slope, input: 'right', bias, back })),
      ]),
    ),
    ...slopes.map((slope): LayerRule => ({ slope, input: 'right', bias: 'opposite', back: 'right' })),
  ]);
}

function byDepartures(rules: LayerRule[]): LayerRule[] {
  const departures = (rule: LayerRule): number =>
    Object.values(rule).filter((name) => name !== 'right').length;
  return rules.toSorted((a, b) => departures(a) - departures(b));
}
