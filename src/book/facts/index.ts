/**
 * Facts: every number in the prose. Shares over seeds are kept in sweeps.json, each with a digest of all it depends
 * on; a fact whose digest is stale throws, and so stops the build. Other numbers are computed when they are asked for;
 * those that take long are kept for as long as no source changes.
 */
import { wilson } from '../../sweep/index.ts';
import { percentText } from '../fact-words.ts';
import { computedOnceIn, digestOfSources } from './computed.ts';
import type { Count, Fact, FactResult, NumberFact, ShareFact } from './fact.ts';
import { keptOutcomes } from './kept.ts';
import { numberFacts } from './number-facts.ts';
import { shareFacts } from './share-facts.ts';

const facts: ReadonlyMap<string, Fact> = new Map(
  [...shareFacts, ...numberFacts].map((fact) => [fact.id, fact]),
);

/** All ids there are, in alphabetical order. */
export const factIds = (): string[] => [...facts.keys()].toSorted();

/** The fact of an id. @throws if there is none. */
export function factOf(id: string): Fact {
  const fact = facts.get(id);
  if (!fact) throw new Error(`there is no fact "${id}"; expected an id that "npm run facts" lists`);
  return fact;
}

function shareOf({ sweep, first, count, among }: ShareFact) {
  const letters = [...keptOutcomes(sweep).slice(0, first)].filter(
    (letter) => among?.includes(letter) ?? true,
  );
  const found = letters.filter((letter) => count.includes(letter)).length;
  return share({ found, among: letters.length });
}

function share({ found, among }: Count) {
  const { share: value, low, high } = wilson(found, among);
  return { value, runs: among, low, high };
}

const computedOnce = computedOnceIn('.cache/facts.json', digestOfSources);

const results = new Map<string, FactResult>();

/**
 * A fact with its number.
 *
 * @throws if there is no such fact, or it is stale.
 */
export function factResult(id: string): FactResult {
  let result = results.get(id);
  if (!result) {
    const fact = factOf(id);
    result = { id, ...(fact.kind === 'share' ? shareOf(fact) : numberOf(fact)), how: fact.how };
    results.set(id, result);
  }
  return result;
}

function numberOf(fact: NumberFact) {
  const computed = computedOnce(fact.id, () => fact.compute());
  return typeof computed === 'number' ? { value: computed } : share(computed);
}

/** The number of a fact; throws as `factResult` does. */
export const factValue = (id: string): number => factResult(id).value;

/** The number of a fact as prose shows it: shares in percent. Throws as `factResult` does. */
export function factText(id: string): string {
  const fact = factOf(id);
  const { value } = factResult(id);
  return fact.kind === 'number' ? fact.text(value) : percentText(value);
}
