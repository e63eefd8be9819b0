/** Wrong updates, in words. */
import { countText, numberText } from '../../../src/words/numbers.ts';
import { type ParameterStep, samples, type UpdatePicture, type UpdateRule } from './model.ts';

const rules: Record<UpdateRule, { name: string; code: string; pattern: string }> = {
  right: {
    name: 'Right',
    code: 'w -= rate * delta * input',
    pattern: 'Every step is the one that is due.',
  },
  uphill: {
    name: 'Uphill',
    code: 'w += rate * delta * input',
    pattern: 'Every ratio is −1. Each update raises the loss of its own sample.',
  },
  'set-for-added': {
    name: 'Set for added',
    code: 'w = -rate * delta * input',
    pattern: 'The step has nothing to do with what is due: it takes the weight away, whatever it was.',
  },
  'own-output': {
    name: 'The unit’s own output',
    code: 'w -= rate * delta * output',
    pattern: 'Biases are right. All weights of a unit get one and the same step, also from an input of 0.',
  },
  'no-input': {
    name: 'No input at all',
    code: 'w -= rate * delta',
    pattern: 'Biases are right, and right again where the input is 1. From an input of 0 the weight moves.',
  },
  'weight-for-input': {
    name: 'The weight for the input',
    code: 'w -= rate * delta * w',
    pattern:
      'Biases are right. Weights move by a share of themselves: none ever changes its sign by a short step.',
  },
  'value-for-delta': {
    name: 'Value for delta',
    code: 'back += v * y   // not v * delta',
    pattern:
      'The output is right. The hidden layer is wrong by one factor on a sample, and by its sign for some targets.',
  },
  'output-slope-left-out-below': {
    name: 'A slope left out below',
    code: 'back += v * (y - t)',
    pattern:
      'The output is right. The hidden layer is too fast by one factor on a sample, 1/(y(1 − y)), at least 4.',
  },
  'new-weights': {
    name: 'New weights',
    code: 'v -= …; back += v * delta',
    pattern: 'The output is right. The hidden layer is off, mostly by a little, and by less at a lower rate.',
  },
  'never-reset': {
    name: 'Never reset',
    code: 'grad += …; w -= rate * grad',
    pattern: 'The first update is right. Then each step holds all earlier ones as well.',
  },
  'whole-numbers': {
    name: 'Whole numbers',
    code: 'w = np.array([0, 1, 0])',
    pattern: 'What is stored is cut off at the point: a step shorter than 1 gets nowhere from 0.',
  },
  'rate-undefined': {
    name: 'No rate',
    code: 'w -= this.rate * delta * input',
    pattern: 'A number times undefined is NaN. After one update there is nothing left to look at.',
  },
};

export const wrongUpdatesWords = {
  name: (rule: UpdateRule): string => rules[rule].name,
  code: (rule: UpdateRule): string => rules[rule].code,
  pattern: (rule: UpdateRule): string => rules[rule].pattern,

  /** A sentence without its full stop. */
  finding(pictures: readonly UpdatePicture[], update: number): string {
    const wrong = pictures.filter(({ rule }) => rule !== 'right');
    const seen = wrong.filter(({ differing }) => differing > 0).length;
    const sample = samples[(update - 1) % samples.length]![0].join('');
    return `On update ${countText(update)}, sample ${sample}, ${countText(seen)} of the ${countText(wrong.length)} wrong rules can be told from the right one`;
  },

  /** What a picture shows, for those who cannot see it. */
  picture: ({ rule, steps, differing }: UpdatePicture): string =>
    differing === 0
      ? `${rules[rule].name}: all ${steps.length} steps are as they are due.`
      : `${rules[rule].name}: ${differing} of ${steps.length} steps are not what is due.`,

  parameter: ({ layer, kind, unit, input }: ParameterStep): string => {
    if (layer === 'output') return kind === 'bias' ? 'output, bias' : `output, from unit ${input!}`;
    return kind === 'bias' ? `unit ${unit!}, bias` : `unit ${unit!}, from input ${input!}`;
  },

  step: (value: number): string => (Number.isFinite(value) ? numberText(value, 2) : 'NaN'),

  notANumber: 'NaN',
};
