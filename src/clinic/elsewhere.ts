/**
 * That the cause is none of the suspects, or that the network is another one than told: the further the reader's runs stand
 * apart from the simulated ones, and the less its check and its replay are those of anything probable.
 */
import { codeLikelihood } from './questions.ts';
import type { UpdateCode } from './first-update.ts';
import type { Listed } from './listed.ts';
import { isAgreeing, type Replayed } from './replay.ts';

/** Before anything is printed. */
const prior = 0.06;
/** A check in which something is not right is so probable there. */
const codeElsewhere = 0.03;
/** And one in which all is: a gradient is right for the network that it is of, whatever was told of it. */
const rightElsewhere = 0.5;
/** That the right network is proved is so probable there. So it is that any other suspect is: each gets its share. */
const replayElsewhere = 0.05;

/**
 * How much likelier it is there that the reader's run stands so far apart from the simulated ones: one of ten patients with
 * a fault of the list is further than 1.2 times as far as they are from each other, and one of two of the others.
 */
function oddsOfStandingApart(apart: number): number {
  return Math.max(0.5, Math.min(100, 0.6 * apart ** 6));
}

const isRight = (code: string): boolean =>
  code.split(' ').every((part) => part === 'right' || part === 'nothing' || part === 'absent');

export interface Evidence {
  /** How far the first run stands apart, by all that is known of it; and the others, by their outputs. */
  apart: number;
  othersApart: readonly number[];
  suspects: readonly Listed[];
  /** [suspects]: how probable each is by the first run alone. */
  p: Float64Array;
  code: string | undefined;
  /** [suspects][first updates simulated] */
  codes: readonly (readonly UpdateCode[][])[];
  replayed: readonly Replayed[] | undefined;
  /** What a suspect keeps whose replay differs. */
  replayFails: number;
}

export function probabilityElsewhere(evidence: Evidence): number {
  const { apart, othersApart, suspects, p, code, codes, replayed, replayFails } = evidence;
  let odds = prior * oddsOfStandingApart(apart);
  for (const other of othersApart) odds *= Math.sqrt(oddsOfStandingApart(other));
  if (code !== undefined) {
    const expected = p.reduce((sum, x, s) => sum + x * codeLikelihood(codes[s]!, code), 0);
    odds *= (isRight(code) ? rightElsewhere : codeElsewhere) / expected;
  }
  if (replayed) {
    const expected = p.reduce((sum, x, s) => sum + x * (isAgreeing(replayed[s]!) ? 1 : replayFails), 0);
    odds *= likelihoodOfReplay(replayed, suspects) / expected;
  }
  return odds / (1 + odds);
}

function likelihoodOfReplay(replayed: readonly Replayed[], suspects: readonly Listed[]): number {
  if (!replayed.some(isAgreeing)) return 1 - 2 * replayElsewhere;
  if (!replayed.includes('proves')) return 1;
  if (replayed[suspects.findIndex(({ id }) => id === 'none')] === 'proves') return replayElsewhere;
  const all = suspects.reduce((sum, one) => sum + one.prior, 0);
  const proved = suspects.reduce((sum, one, s) => sum + (replayed[s] === 'proves' ? one.prior : 0), 0);
  return (replayElsewhere * proved) / all;
}
