/** What a run came to, in the same words wherever it is said. Its kinds are the engine's; see src/engine/outcome.ts. */
import { countedText } from './counts.ts';
import { countText, exactText } from './numbers.ts';

/** As the engine and the lab judge it. */
export type OutcomeSaid =
  | { kind: 'solved' }
  | { kind: 'constant'; value: number }
  | { kind: 'partly'; right: number }
  | { kind: 'diverged' };

export type OutcomeKind = OutcomeSaid['kind'];

/** What is counted: outputs on their target's side, or samples in their class; nothing where all targets are the same. */
export interface Counted {
  by: 'side' | 'class' | 'nothing';
  count: number;
}

/** The order in which outcomes are shown: the good one first. */
export const outcomeOrder: readonly OutcomeKind[] = ['solved', 'partly', 'constant', 'diverged'];

const labels: Record<OutcomeKind | 'failed', string> = {
  solved: 'solved',
  partly: 'some outputs wrong',
  constant: 'one number for every input',
  diverged: 'not finite',
  failed: 'stopped by an error',
};

const guesses: Record<OutcomeKind, string> = {
  solved: 'It learns: every output on its target’s side',
  constant: 'It gives one number for every input',
  partly: 'Some outputs right, some wrong',
  diverged: 'It blows up: infinity or NaN',
};

const guessesOfClasses: Partial<Record<OutcomeKind, string>> = {
  solved: 'It learns: every sample in its class',
  partly: 'Some samples in their class, some not',
};

const endings: Record<OutcomeKind, readonly [one: string, many: string]> = {
  solved: ['learns', 'learn'],
  constant: ['ends with one number for every input', 'end with one number for every input'],
  partly: ['ends with some outputs wrong', 'end with some outputs wrong'],
  diverged: ['ends in infinity or NaN', 'end in infinity or NaN'],
};

export const outcomeWords = {
  /** What runs of one kind are called in a list, a key or a table. */
  label: (kind: OutcomeKind | 'failed'): string => labels[kind],

  /** What a reader who predicts it says. */
  guess: (kind: OutcomeKind, by: Counted['by'] = 'side'): string =>
    (by === 'class' ? guessesOfClasses[kind] : undefined) ?? guesses[kind],

  /** One run among many, in few words. */
  short(outcome: OutcomeSaid, by: Counted['by'] = 'side'): string {
    if (outcome.kind === 'constant') return `${exactText(outcome.value)} for every input`;
    if (outcome.kind !== 'partly') return labels[outcome.kind];
    return `${countedText(outcome.right, by === 'class' ? 'sample' : 'output')} right`;
  },

  /** A sentence without its full stop. */
  sentence(outcome: OutcomeSaid, { by, count }: Counted): string {
    switch (outcome.kind) {
      case 'solved':
        if (by === 'nothing') return 'Every target is the same, so there is no side to be on';
        return by === 'class' ? 'Every sample is in its class' : 'Every output is on its target’s side';
      case 'constant':
        return by === 'class'
          ? 'The same outputs for every input'
          : `One number for every input: ${exactText(outcome.value)}`;
      case 'partly':
        return by === 'class'
          ? `${outcome.right} of ${countedText(count, 'sample')} in their class`
          : `${outcome.right} of ${countedText(count, 'output')} on their target’s side`;
      case 'diverged':
        return 'It blew up: a number is no longer finite';
    }
  },

  /** How so many of several runs ended: "2 end with some outputs wrong". */
  ending: (kind: OutcomeKind, count: number): string =>
    `${countText(count)} ${endings[kind][count === 1 ? 0 : 1]}`,

  /** A sentence without its full stop. @param update The first update after which a number was not finite. */
  blewUp: (update: number): string =>
    update === 0
      ? 'A number was not finite from the start'
      : `It blew up at update ${countText(update)}: a number was no longer finite`,
};
