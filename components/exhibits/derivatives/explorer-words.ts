/** An activation, its derivative as written and the slope it has, in words. */
import { activationWords } from '../../../src/words/activations.ts';
import { numberText, percentText, rangeText } from '../../../src/words/numbers.ts';
import type { ActivationExplorerModel, Given, Mismatch } from './explorer.ts';
import type { PresetId } from './presets.ts';
import type { Problem } from './tokens.ts';

type Valid = Extract<ActivationExplorerModel, { kind: 'valid' }>;

const presetNames: Record<PresetId, string> = {
  sigmoid: activationWords.name('sigmoid'),
  tanh: activationWords.name('tanh'),
  relu: activationWords.name('relu'),
  'leaky-relu': activationWords.name('leakyRelu', 0.1),
  elu: activationWords.name('elu'),
  softplus: activationWords.name('softplus'),
  silu: activationWords.name('silu'),
  gelu: 'GELU, by tanh',
  'sigmoid-of-activation': 'Sigmoid, derivative of the activation',
  'relu-of-activation': 'ReLU’s “x ≥ 0” given the activation',
  'threshold-at-slope': 'Leaky ReLU, threshold at the slope',
  'own-derivative': 'The function as its own derivative',
  'activation-form-on-z': 'Sigmoid’s a (1 − a) given z',
};

export const explorerWords = {
  preset: (id: PresetId): string => presetNames[id],

  given: (given: Given): string =>
    given === 'activation' ? 'the activation, f(z)' : 'the pre-activation, z',

  /** A sentence without its full stop. */
  finding(model: ActivationExplorerModel): string {
    if (model.kind === 'invalid') return `The ${model.where} cannot be read yet`;
    switch (model.finding.kind) {
      case 'no-value':
        return 'The function has no finite value on part of this range';
      case 'right':
        return 'The derivative matches the slope everywhere shown';
      case 'wrong':
        return worstText(model.finding.worst);
    }
  },

  /** Why a formula cannot be read. @param at 0-based place in its text. */
  problem: (problem: Problem, at: number): string => `${reason(problem)} (at character ${at + 1})`,

  longestProblem: 'Expected a number, x or a function, but the formula ends too early. (at character 100)',

  /** Where the derivative is wrong, and what the kinks are. */
  told: (model: Valid): string => `${differences(model)} ${kinksText(model)}`,

  longestTold:
    'Wrong on 100% of this range: from −4 to −0.01, from 0.01 to 4. At z = 0 is a kink, slope 0.01 to the left and ' +
    '1 to the right; the derivative says 0.01. Any value between the two is a convention, not a fault.',
};

function worstText({ z, claimed, slope }: Mismatch['worst']): string {
  return `Wrong: at z = ${placed(z)} it says ${placed(claimed)}, and the slope is ${placed(slope)}`;
}

/** To three decimals. */
function placed(value: number): string {
  if (!(Math.abs(value) < 1e6)) return numberText(value, 3);
  return numberText(Number(value.toFixed(3)), 9);
}

function reason(problem: Problem): string {
  switch (problem.kind) {
    case 'unknown-sign': {
      const hint = problem.found === '^' ? 'for a power, write **' : 'expected a number, a name or a sign';
      return `“${problem.found}” cannot be read here: ${hint}.`;
    }
    case 'too-much':
      return `${quoted(problem.found)} is one thing too many: is a sign such as * missing?`;
    case 'sign-expected':
      return `Expected “${problem.expected}”, found ${problem.found === '' ? 'the end' : quoted(problem.found)}.`;
    case 'value-expected': {
      const found = problem.found === '' ? 'the formula ends too early' : `found ${quoted(problem.found)}`;
      return `Expected a number, x or a function, but ${found}.`;
    }
    case 'unknown-name':
      return `${quoted(problem.found)} is not known here: x, PI, E, exp, log, max and tanh are.`;
    case 'arguments': {
      const expected = problem.expected === 1 ? 'one argument' : `${problem.expected} arguments`;
      return `${problem.name} takes ${expected}, and has ${problem.found} here.`;
    }
  }
}

/** A piece of the formula, as much of it as tells it from others. */
const quoted = (text: string): string => `“${text.length > 10 ? `${text.slice(0, 9)}…` : text}”`;

function differences({ mismatches, wrongShare }: Valid): string {
  if (mismatches.length === 0) return 'No difference above one part in a thousand.';
  const share = `Wrong on ${percentText(wrongShare, 0)} of this range`;
  if (mismatches.length > 2) return `${share}, in ${mismatches.length} stretches.`;
  const stretches = mismatches.map(
    ({ from, to }) => `from ${rangeText(from, to, (end) => numberText(end, 3))}`,
  );
  return `${share}: ${stretches.join(', ')}.`;
}

function kinksText({ kinks }: Valid): string {
  if (kinks.length === 0) return 'There is no kink: the function has one slope at every z shown.';
  return kinks.length === 1 ? kinkText(kinks[0]!) : `The function has ${kinks.length} kinks or jumps.`;
}

function kinkText(kink: Valid['kinks'][number]): string {
  const at = `At z = ${numberText(kink.x)}`;
  if (kink.kind === 'jump') return `${at} the function jumps and has no slope at all.`;
  const [left, right] = [kink.left, kink.right].map((slope) => numberText(Number(slope.toFixed(4))));
  const says = `${at} is a kink, slope ${left} to the left and ${right} to the right; the derivative says ${numberText(kink.claimed)}`;
  return kink.isConvention
    ? `${says}. Any value between the two is a convention, not a fault.`
    : `${says}, which is outside both.`;
}
