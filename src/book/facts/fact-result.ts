/**
 * Facts with their numbers: every number in the prose. Shares over seeds are counted in what was measured; one that is older than
 * what it depends on throws, and so stops the build. Other numbers are computed when they are asked for.
 */
import { wilson } from '../../sweep/index.ts';
import { lettersOf } from '../experiments/measured.ts';
import type { Thing } from '../../words/counts.ts';
import { countText, exactText, percentText } from '../../words/numbers.ts';
import { epochsOf } from '../experiments/programs.ts';
import type { ComputedNumber } from '../fact-words.ts';
import { computedOnce } from './computed.ts';
import { factOf, type NumberFact, type ShareFact } from './fact-of.ts';
import type { Count } from './types.ts';

/**
 * A fact with its number.
 *
 * @throws if there is no such fact, or it is stale.
 */
export function factResult(id: string): ComputedNumber {
  const fact = factOf(id);
  return fact.kind === 'share'
    ? { id, ...shareOf(fact), how: howMeasured(fact) }
    : { id, ...numberOf(fact), how: fact.how };
}

function shareOf({ sweep, first, measure }: ShareFact) {
  const { count, among } = measure;
  const letters = [...lettersOf(sweep).slice(0, first)].filter((letter) => among?.includes(letter) ?? true);
  const found = letters.filter((letter) => count.includes(letter)).length;
  return share({ found, among: letters.length });
}

const howMeasured = ({ sweep, measure }: ShareFact): string =>
  `${measure.says}; ${countText(epochsOf(sweep.runs))} epochs`;

function share({ found, among, isChosen = false }: Count, counted?: Thing) {
  const { share: value, low, high } = wilson(found, among);
  return { value, runs: among, ...(counted === undefined ? !isChosen && { low, high } : { counted }) };
}

function numberOf(fact: NumberFact) {
  const computed = computedOnce(fact);
  return typeof computed === 'number' ? { value: computed } : share(computed, fact.counted);
}

/** The number of a fact; throws as `factResult` does. */
export const factValue = (id: string): number => factResult(id).value;

/** The number of a fact as prose shows it: shares in percent. Throws as `factResult` does. */
export function factText(id: string): string {
  const fact = factOf(id);
  const { value, runs } = factResult(id);
  if (fact.kind === 'number' && fact.say) return fact.say(value);
  return runs === undefined ? exactText(value) : percentText(value);
}
