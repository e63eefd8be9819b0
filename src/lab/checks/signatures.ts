/** The mistakes of one layer's backward pass, as findings. */
import type { Finding } from '../protocol.ts';
import type { FindingCode } from '../../words/findings.ts';
import { finding } from './finding.ts';
import type { GradientCheck } from './gradients.ts';
import { directionsOf, isAscent } from './match.ts';
import type { LayerRule } from './rules.ts';

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
};
const ofBack: Record<LayerRule['back'], FindingCode | undefined> = {
  right: undefined,
  'changed-weights': 'passed-through-changed-weights',
  'without-slope': 'output-slope-not-passed-back',
  value: 'value-passed-back',
  'mean-target': 'targets-averaged',
};

/** What departs from the right backward pass in one layer; empty when nothing does. */
export function signaturesOf(check: GradientCheck, layer: number, unseen: boolean): Finding[] {
  const { match, forward, loss, specimen } = check;
  const found = match?.layers[layer];
  const how = forward?.[layer];
  if (!match || !found || !how) return [];
  const { rule, factor } = found;
  const isOutput = layer === forward.length - 1;
  const [, left] = how.inner.slopes;
  const targets = specimen.data.targets.flat();
  const numbers = {
    slope: left,
    factor: Math.abs(factor),
    unseen,
    mean: targets.reduce((sum, target) => sum + target, 0) / targets.length,
  };
  const codes = [
    slopeCode(),
    ofInput[rule.input],
    ofBias[rule.bias],
    ofBack[rule.back],
    directionsOf(match)[layer]! < 0 && !isAscent(match) ? ('ascent-in-layer' as const) : undefined,
    !isOutput && Math.abs(Math.abs(factor) - 1) > 1e-6 && rule.slope !== 'zero'
      ? ('factor-in-layer' as const)
      : undefined,
  ];
  return codes.flatMap((code) => (code ? [finding(code, 'problem', numbers, { layer })] : []));

  function slopeCode(): FindingCode | undefined {
    switch (rule.slope) {
      case 'right':
        return undefined;
      case 'one':
        if (isOutput && loss === 'cross-entropy') return undefined;
        if (how!.f.kind !== 'straight') return 'slope-left-out';
        return left === 0 ? 'slope-always-one' : 'slope-always-one-leaky';
      case 'cross-entropy':
        return undefined;
      case 'of-activation':
        return 'slope-of-activation';
      case 'threshold-at-slope':
        return 'threshold-at-slope';
      case 'whole-layer':
        return 'one-slope-for-layer';
      case 'whole-layer-at-slope':
        return 'one-slope-for-layer-at-slope';
      case 'activation-form-of-sum':
        return 'formula-of-activation-given-sum';
      case 'own-function':
      case 'own-function-of-activation':
        return 'function-as-derivative';
      case 'counted-once':
        return 'activation-counted-once';
      case 'as-if-activated':
        return 'skipped-activation-counted';
      case 'zero':
        return 'layer-never-updated';
    }
  }
}
