/**
 * Every fault of every case, by itself: with all others mended the diagnosis names the one that is left, and with that
 * one mended too it does not. Some faults a diagnosis cannot see; each of them is here with its reason.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFaults } from '../../src/book/faults.ts';
import type { Diagnosis } from '../../src/lab/protocol.ts';
import { caseText } from '../cases/load-program.ts';
import { edited, runProgram } from './run-program.ts';

interface Seen {
  /** What a finding's words must hold. */
  says: RegExp;
  /** When to look. Default to seed 1 before the first update. */
  seed?: number;
  updates?: number;
  /** A change that wakes a sleeping fault. */
  edit?: [find: string, replace: string];
  /** The fault shows only beside the others of its program. */
  asPosted?: true;
}
type Sight = Seen | { unseen: string };

const printsOnly =
  'It changes what is printed or called, never a network: the diagnosis sees the network and its updates.';

const sights: Record<string, Record<string, Sight>> = {
  'all-outputs-equal': {
    'derivative-always-one': { says: /the slope is 1 on every sample, also where the unit is silent/ },
    'relu-at-the-output': { says: /The output is (a ReLU|silent|dead|0)/ },
    'loss-never-called': { unseen: printsOnly },
    'read-at-the-end-of-a-cycle': {
      says: /the targets in the order 0, 1, 1, 0 it returns to 20\/41/,
      updates: 400_000,
      asPosted: true,
    },
    'nan-becomes-zero': {
      says: /The outputs do not show it: they are finite, and some weights behind them are NaN/,
      updates: 8000,
      edit: ['learningRate = 0.2', 'learningRate = 5'],
      // With a linear output NaN reaches the reader.
      asPosted: true,
    },
    'misnamed-default': { unseen: 'No run reaches the default: `create` names the activation.' },
  },
  'leaky-derivative': {
    'one-slope-for-the-layer': { says: /one slope for the whole layer/ },
    'slope-used-as-a-position': { says: /the slope changes at 0\.1 instead of at 0/ },
    'no-bias-at-the-output': { says: /The output layer has no bias\./ },
    'an-epoch-of-one-sample': { says: /An epoch here is one sample, not a pass over all 4\./ },
  },
  'exploding-successor': {
    'summed-over-raw-inputs': { says: /The inputs are so large that only tiny steps are stable/ },
    'weight-decay-unscaled': { says: /Every update also shrinks the weights: weight decay 0\.5\./ },
    'biases-never-trained': { says: /the biases are never updated/i },
    'pre-activation-passed-on': { says: /computes its activation and hands on the sum before it/ },
    'leaky-output-twice': { says: /It goes through the activation twice/ },
    'undefined-in-sigmoid-prime': { unseen: 'Nothing calls the function.' },
    'tested-far-outside': {
      unseen: 'The diagnosis looks at the data of the training; 10,079 is not among them.',
    },
  },
  'negative-zero': {
    'relu-at-the-output': { says: /The output is (a ReLU|silent|dead|0)/ },
    'bias-gradient-of-the-layer': { says: /the bias gradient is the sum over the units/ },
    'step-too-long-for-the-width': { says: /overshoots: the error there changes sign and grows/ },
    'minus-zero-by-mask': { says: /Where a unit is off it hands on −0\./ },
    'printed-before-the-step': { unseen: printsOnly },
  },
  'unbounded-classifier': {
    'function-as-its-own-derivative': { says: /the function is used as its own derivative/ },
    'no-learning-rate': { says: /a learning rate below 0\.\d+ is needed, and this one is 1/ },
    'bias-added-to-the-weights': { says: /Each weight is the sum of two numbers, and both are trained\./ },
    'errors-cancel': { unseen: printsOnly },
  },
};

const wordsOf = ({ findings }: Diagnosis) =>
  findings.map(({ title, detail }) => `${title} ${detail}`).join('\n');

describe.each(readdirSync('content/cases'))('%s', (caseId) => {
  const { faults } = readFaults(caseId);
  const mendable = faults.filter(({ mend }) => mend).map(({ id }) => id);
  const diagnosed = (mends: string[], { seed = 1, updates = 0, edit }: Partial<Seen> = {}): string => {
    const text = caseText(caseId, { mends });
    const run = runProgram(edit ? edited(text, edit) : text, seed);
    if (updates > 0) run.advance(updates);
    return wordsOf(run.diagnose());
  };

  test('every fault is told how the diagnosis sees it, or why it does not', () => {
    expect(Object.keys(sights[caseId]!)).toEqual(faults.map(({ id }) => id));
  });

  describe.each(Object.entries(sights[caseId]!))('%s', (id, sight) => {
    if ('unseen' in sight) {
      test(`cannot be seen: ${sight.unseen}`, () => {
        // Where it can be mended: whether it is there or not, the diagnosis is the same.
        const others = mendable.filter((other) => other !== id);
        if (mendable.includes(id)) expect(diagnosed(others)).toBe(diagnosed(mendable));
        expect(sight.unseen.length).toBeGreaterThan(20);
      });
      return;
    }
    if (!sight.asPosted)
      test('is named when it is the only one left', () => {
        const others = mendable.filter((other) => other !== id);
        expect(diagnosed(others, sight)).toMatch(sight.says);
      });
    test('is not named once it is mended', () => {
      expect(diagnosed(mendable, sight)).not.toMatch(sight.says);
    });
    test('is named among the others, in the program as posted', () => {
      expect(diagnosed([], sight)).toMatch(sight.says);
    });
  });

  test('every mend and every variant is a program that the lab can load and train', () => {
    const texts = [
      ...mendable.map((id) => caseText(caseId, { mends: [id] })),
      ...readFaults(caseId).variants.map(({ id }) => caseText(caseId, { variant: id })),
    ];
    for (const text of texts) expect(runProgram(text, 1).advance(4).frame.update).toBe(4);
  });
});
