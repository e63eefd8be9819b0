/** The steps of a backward pass, and what a typed number says about the way it was come to, in words. */
import { numberText } from '../../../src/words/numbers.ts';
import type { Judgement } from './judge.ts';
import type { Slip } from './product.ts';
import type { StepId } from './steps.ts';

const low = ['₁', '₂'] as const;

const steps: Record<StepId, { title: string; why: string }> = {
  'output-delta': {
    title: 'The delta of the output',
    why: 'The error, times the slope of the sigmoid at z. Written in terms of the output p that slope is p (1 − p).',
  },
  'output-gradients': {
    title: 'The gradients of its weights',
    why: 'For each weight the delta of the unit it leads to, times what comes in through it.',
  },
  'hidden-deltas': {
    title: 'The deltas of the hidden units',
    why: 'What comes back through the weight, times the slope of tanh at the unit’s z. Written in terms of the activation that slope is 1 − a².',
  },
  'hidden-gradients': {
    title: 'The gradients of their weights',
    why: 'As at the output: the delta of the unit, times what comes in.',
  },
};

const passes = ['A whole pass', 'The last step is yours', 'The last two steps are yours'] as const;

export const fadedWords = {
  finding: 'A backward pass, number by number; then you do its last steps',

  /** What a pass is called. @param blankSteps How many of its steps are left to the reader. */
  pass: (number: number, blankSteps: number): string => `${number}. ${passes[blankSteps] ?? ''}`,

  step: (id: StepId): { title: string; why: string } => steps[id],

  number: (value: number): string => numberText(value, 3),

  /** So many lines of a step are asked for. */
  asked: (asked: number, notAsked: number): string =>
    `${asked} of the ${asked + notAsked}; the others go the same way.`,

  done: (blanks: number, blankSteps: number): string =>
    `All ${blanks} right: you have done ${blankSteps === 1 ? 'the last step' : 'both steps'} of this pass.`,

  judgement(judgement: Judgement): string {
    switch (judgement.kind) {
      case 'right':
        return 'Right.';
      case 'nearly':
        return judgement.because === 'few-digits'
          ? 'Right as far as it goes. Give three digits, so that it can be told from its neighbours.'
          : `This is right for your ${judgement.symbol}. Mend ${judgement.symbol} first, then this.`;
      case 'wrong':
        return judgement.slips.length > 0
          ? [...new Set(judgement.slips.map(fadedWords.slip))].join(' Or else: ')
          : 'Not this, and not one of the usual slips. Look at the same step in the first sample.';
      case 'unreadable':
        return 'Type a number, such as −0.0412.';
    }
  },

  slip: (slip: Slip): string =>
    slip.signToo ? `${slipText(slip)} The sign is turned round, too.` : slipText(slip),
};

function slipText(slip: Slip): string {
  switch (slip.kind) {
    case 'sign':
      return 'The size is right, and the sign is not.';
    case 'twice':
      return 'That is twice too much. The loss is half the squared error, and its ½ takes the 2 away.';
    case 'no-error':
      return 'That leaves out the error, p − y.';
    case 'no-sigmoid-slope':
      return 'That leaves out the slope of the sigmoid.';
    case 'no-incoming':
      return 'That leaves out what comes in.';
    case 'no-output-delta':
      return 'That leaves out δ, what comes back from the output.';
    case 'no-factor':
      return `That leaves out ${slip.symbol}.`;
    case 'error-for-delta':
      return 'That sends back the error p − y in place of δ. It leaves out the slope of the output.';
    case 'slope-of-a-sigmoid':
      return 'That is the slope of a sigmoid, a (1 − a). The hidden units are tanh.';
    case 'no-input':
      return `That leaves out the input x${low[slip.input]}. It is the gradient of the bias, whose input is 1.`;
    case 'other-input':
      return `That takes the other input, x${low[1 - slip.input]}.`;
    case 'what-goes-out':
      return `That takes what goes out of the unit, a${low[slip.unit]}. A weight’s gradient takes what comes in through it, x${low[slip.input]}.`;
    default:
      return unitText(slip.kind, slip.unit);
  }
}

/** The slips of one hidden unit. */
function unitText(
  kind: Exclude<Extract<Slip, { unit: 0 | 1 }>['kind'], 'what-goes-out'>,
  unit: 0 | 1,
): string {
  const [here, there] = [low[unit], low[1 - unit]];
  switch (kind) {
    case 'no-weight':
      return `That leaves out the weight on the way back, v${here}.`;
    case 'no-unit-slope':
      return `That leaves out the slope of the unit, f′(z${here}).`;
    case 'no-unit-delta':
      return `That leaves out the delta of the unit, δ${here}.`;
    case 'weight-of-other':
      return `That comes back through the weight of the other unit, v${there}.`;
    case 'activation-for-weight':
      return `That has the activation a${here} where the weight v${here} belongs.`;
    case 'before-own-slope':
      return `That takes what came back to the unit, δ v${here}, before its own slope: it leaves out f′(z${here}).`;
    case 'delta-of-output':
      return `That takes the delta of the output. This weight leads to hidden unit ${unit + 1}: its delta is δ${here}.`;
    case 'delta-of-other':
      return `That takes the delta of the other unit, δ${there}.`;
    case 'slope-at-activation':
      return `That takes the slope at the activation, 1 − tanh²(a${here}), not at the pre-activation: a${here} is tanh z${here} already.`;
    case 'short-form-of-z':
      return `That puts z${here} into 1 − a². The short form wants the activation.`;
    case 'no-square':
      return `That is 1 − a${here}, without the square.`;
    case 'activation-for-slope':
      return `That multiplies by the activation a${here} itself, not by its slope.`;
    case 'slope-of-other':
      return `That takes the slope of the other unit, 1 − a${there}².`;
  }
}
