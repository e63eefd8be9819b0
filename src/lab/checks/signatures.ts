/** The mistakes of one layer's backward pass, as findings. */
import type { Finding } from '../protocol.ts';
import type { FindingCode } from '../../words/findings.ts';
import { finding } from './finding.ts';
import type { GradientCheck } from './gradients.ts';
import { directionsOf, isAscent } from './match.ts';
import type { Match } from './match.ts';
import type { LayerRule } from './rules.ts';

/** A slope of 1 on every sample has other names at other places. */
const ofSlope: Record<Exclude<LayerRule['slope'], 'one'>, FindingCode | undefined> = {
  right: undefined,
  'cross-entropy': undefined,
  'of-activation': 'slope-of-activation',
  'threshold-at-slope': 'threshold-at-slope',
  'whole-layer': 'one-slope-for-layer',
  'whole-layer-at-slope': 'one-slope-for-layer-at-slope',
  'activation-form-of-sum': 'formula-of-activation-given-sum',
  'own-function': 'function-as-derivative',
  'own-function-of-activation': 'function-as-derivative',
  'counted-once': 'activation-counted-once',
  'as-if-activated': 'skipped-activation-counted',
  zero: 'layer-never-updated',
};
const ofInput: Record<LayerRule['input'], FindingCode | undefined> = {
  right: undefined,
  activation: 'weights-times-activation',
  sum: 'weights-times-sum',
  'own-output': 'weights-times-own-output',
  weight: 'weights-times-weight',
  nothing: 'weights-times-nothing',
};
const ofBias: Record<LayerRule['bias'], FindingCode | undefined> = {
  right: undefined,
  never: 'biases-never-updated',
  'sum-over-units': 'biases-summed-over-units',
  // Which of the two climbs is told by the layer's direction.
  opposite: undefined,
};
const ofBack: Record<LayerRule['back'], FindingCode | undefined> = {
  right: undefined,
  'changed-weights': 'passed-through-changed-weights',
  'without-slope': 'output-slope-not-passed-back',
  value: 'value-passed-back',
  'mean-target': 'targets-averaged',
};

const isNotOne = (factor: number): boolean => Math.abs(Math.abs(factor) - 1) > 1e-6;

/** The gradient followed is so many times that of the loss: a layer whose step alone is longer passes its error on unchanged. */
function timesTrue({ layers }: Match, layer: number): number {
  let times = 1;
  for (let l = layers.length - 2; l >= layer; l--) times *= layers[l]?.factor ?? 1;
  return times;
}

/** What departs from the right backward pass in one layer; empty when nothing does. */
export function signaturesOf(check: GradientCheck, layer: number, unseen: boolean): Finding[] {
  const { match, forward, loss, specimen } = check;
  const found = match?.layers[layer];
  const how = forward?.[layer];
  if (!match || !found || !how) return [];
  const { rule, factor } = found;
  const ofTrue = timesTrue(match, layer);
  const isOutput = layer === forward.length - 1;
  const [, left] = how.inner.slopes;
  const targets = specimen.data.targets.flat();
  const numbers = {
    slope: left,
    factor: Math.abs(ofTrue),
    unseen,
    mean: targets.reduce((sum, target) => sum + target, 0) / targets.length,
  };
  const codes = [
    slopeCode(),
    ofInput[rule.input],
    ofBias[rule.bias],
    ofBack[rule.back],
    ascentCode(),
    !isOutput && isNotOne(factor) && isNotOne(ofTrue) && rule.slope !== 'zero'
      ? ('factor-in-layer' as const)
      : undefined,
  ];
  return codes.flatMap((code) => (code ? [finding(code, 'problem', numbers, { layer })] : []));

  function ascentCode(): FindingCode | undefined {
    const climbs = directionsOf(match!)[layer]! < 0;
    if (rule.bias === 'opposite') return climbs ? 'ascent-of-weights' : 'ascent-of-biases';
    return climbs && !isAscent(match!) ? 'ascent-in-layer' : undefined;
  }

  function slopeCode(): FindingCode | undefined {
    if (rule.slope !== 'one') return ofSlope[rule.slope];
    if (isOutput && loss === 'cross-entropy') return undefined;
    if (how!.f.kind !== 'straight') return 'slope-left-out';
    return left === 0 ? 'slope-always-one' : 'slope-always-one-leaky';
  }
}
