/**
 * Every fault of every case, by itself: with all others mended the diagnosis names the one that is left, and with that
 * one mended too it does not. Some faults a diagnosis cannot see; each of them is here with its reason.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFaults } from '../../src/book/faults.ts';
import type { FindingCode } from '../../src/words/findings.ts';
import { caseText } from '../cases/load-program.ts';
import { edited, runProgram } from './run-program.ts';

interface Seen {
  /** One of these codes must be among the findings. */
  says: FindingCode[];
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
    'derivative-always-one': { says: ['slope-always-one'] },
    'relu-at-the-output': { says: ['output-can-die', 'output-deaf', 'output-dead', 'output-pushed'] },
    'loss-never-called': { unseen: printsOnly },
    'read-at-the-end-of-a-cycle': {
      says: ['constant-of-bias'],
      updates: 400_000,
      asPosted: true,
    },
    'nan-becomes-zero': {
      says: ['nan-hidden-from-outputs'],
      updates: 8000,
      edit: ['learningRate = 0.2', 'learningRate = 5'],
      // With a linear output NaN reaches the reader.
      asPosted: true,
    },
    'misnamed-default': { unseen: 'No run reaches the default: `create` names the activation.' },
  },
  'leaky-derivative': {
    'one-slope-for-the-layer': { says: ['one-slope-for-layer', 'one-slope-for-layer-at-slope'] },
    'slope-used-as-a-position': { says: ['threshold-at-slope'] },
    'no-bias-at-the-output': { says: ['no-bias'] },
    'an-epoch-of-one-sample': { says: ['short-epoch'] },
  },
  'exploding-successor': {
    'summed-over-raw-inputs': { says: ['large-inputs'] },
    'weight-decay-unscaled': { says: ['weight-decay', 'weight-decay-unfelt'] },
    'biases-never-trained': { says: ['biases-never-updated'] },
    'pre-activation-passed-on': { says: ['sum-handed-on'] },
    'leaky-output-twice': { says: ['activation-twice'] },
    'undefined-in-sigmoid-prime': { unseen: 'Nothing calls the function.' },
    'tested-far-outside': {
      unseen: 'The diagnosis looks at the data of the training; 10,079 is not among them.',
    },
  },
  'negative-zero': {
    'relu-at-the-output': { says: ['output-can-die', 'output-deaf', 'output-dead', 'output-pushed'] },
    'bias-gradient-of-the-layer': { says: ['biases-summed-over-units'] },
    'step-too-long-for-the-width': { says: ['step-overshoots'] },
    'minus-zero-by-mask': { says: ['minus-zeros'] },
    'printed-before-the-step': { unseen: printsOnly },
  },
  'unbounded-classifier': {
    'function-as-its-own-derivative': { says: ['function-as-derivative'] },
    'no-learning-rate': { says: ['step-raises-error', 'rate-above-curvature'] },
    'bias-added-to-the-weights': { says: ['weights-of-two-numbers'] },
    'errors-cancel': { unseen: printsOnly },
  },
};

describe.each(readdirSync('content/cases'))('%s', (caseId) => {
  const { faults } = readFaults(caseId);
  const mendable = faults.filter(({ mend }) => mend).map(({ id }) => id);
  const diagnosed = (mends: string[], { seed = 1, updates = 0, edit }: Partial<Seen> = {}): FindingCode[] => {
    const text = caseText(caseId, { mends });
    const run = runProgram(edit ? edited(text, edit) : text, seed);
    if (updates > 0) run.advance(updates);
    return run.diagnose().findings.map(({ code }) => code);
  };

  test('every fault is told how the diagnosis sees it, or why it does not', () => {
    expect(Object.keys(sights[caseId]!)).toEqual(faults.map(({ id }) => id));
  });

  describe.each(Object.entries(sights[caseId]!))('%s', (id, sight) => {
    if ('unseen' in sight) {
      test(`cannot be seen: ${sight.unseen}`, () => {
        // Where it can be mended: whether it is there or not, the diagnosis is the same.
        const others = mendable.filter((other) => other !== id);
        if (mendable.includes(id)) expect(diagnosed(others)).toEqual(diagnosed(mendable));
        expect(sight.unseen.length).toBeGreaterThan(20);
      });
      return;
    }
    if (!sight.asPosted)
      test('is named when it is the only one left', () => {
        const others = mendable.filter((other) => other !== id);
        expect(diagnosed(others, sight).some((code) => sight.says.includes(code))).toBe(true);
      });
    test('is not named once it is mended', () => {
      expect(diagnosed(mendable, sight).filter((code) => sight.says.includes(code))).toEqual([]);
    });
    test('is named among the others, in the program as posted', () => {
      expect(diagnosed([], sight).some((code) => sight.says.includes(code))).toBe(true);
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
