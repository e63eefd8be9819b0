/** Scores of classes and what is made of them, in words. */
import { numberText } from '../../../src/words/numbers.ts';
import { type ClassScoresModel, type ClassScoresOptions, classCount, type ScoreKind } from './model.ts';

const kinds: Record<ScoreKind, string> = {
  once: 'one softmax',
  twice: 'a softmax, and another in the loss',
  apart: 'three sigmoids',
};

export const classScoresWords = {
  kind: (kind: ScoreKind): string => kinds[kind],

  /** @param c Counted from 0. */
  className: (c: number): string => `class ${c + 1}`,

  /** A sentence without its full stop. */
  finding({ kind, target }: ClassScoresOptions, model: ClassScoresModel): string {
    const { probabilities, loss, leastLoss, answer } = model;
    const share = `It gives class ${target + 1} a share of ${numberText(probabilities[target]!, 3)}`;
    const rightly = answer === target ? 'and answers rightly' : `and answers class ${answer + 1}`;
    const cost = `the loss is ${numberText(loss, 3)}`;
    return kind === 'twice'
      ? `${share} ${rightly}; ${cost}, and can never be below ${numberText(leastLoss, 4)}`
      : `${share} ${rightly}; ${cost}`;
  },

  /** A longer finding than any: what room is kept for. */
  longest:
    'It gives class 3 a share of 0.00000123 and answers class 3; the loss is 0.00000123, and can never be below 0.5514',

  /** What the picture shows, for those who cannot see it. */
  picture: ({ probabilities, loss }: ClassScoresModel): string =>
    `Probabilities ${probabilities.map((p) => numberText(p, 3)).join(', ')}; loss ${numberText(loss, 3)}.`,

  total: ({ total }: ClassScoresModel): string =>
    `The shares of the ${classCount} classes add up to ${numberText(total, 4)}.`,
};
