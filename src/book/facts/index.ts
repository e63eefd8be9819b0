/**
 * Facts: every number in the prose. Shares over seeds are kept in sweeps.json, each with a digest of all it depends
 * on; a fact whose digest is stale throws, and so stops the build. Other numbers are computed when they are asked for.
 */
import { wilson } from '../../sweep/index.ts';
import { chapterFacts } from './chapter-facts.ts';
import type { Fact, FactResult, ShareFact } from './fact.ts';
import { keptOutcomes } from './kept.ts';
import { numberFacts, percent } from './number-facts.ts';
import { shareFacts } from './share-facts.ts';

const facts: ReadonlyMap<string, Fact> = new Map(
  [...shareFacts, ...numberFacts, ...chapterFacts].map((fact) => [fact.id, fact]),
);

/** All ids there are, in alphabetical order. */
export const factIds = (): string[] => [...facts.keys()].toSorted();

/** The fact of an id. @throws if there is none. */
export function factOf(id: string): Fact {
  const fact = facts.get(id);
  if (!fact) throw new Error(`there is no fact "${id}"; expected an id that "npm run facts" lists`);
  return fact;
}

function shareOf({ sweep, count, among }: ShareFact): {
  value: number;
  runs: number;
  low: number;
  high: number;
} {
  const letters = [...keptOutcomes(sweep)].filter((letter) => among?.includes(letter) ?? true);
  const found = letters.filter((letter) => count.includes(letter)).length;
  const { share, low, high } = wilson(found, letters.length);
  return { value: share, runs: letters.length, low, high };
}

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

function numberOf(fact: Exclude<Fact, ShareFact>) {
  const value = fact.compute();
  if (!fact.runs) return { value };
  const { low, high } = wilson(Math.round(value * fact.runs), fact.runs);
  return { value, runs: fact.runs, low, high };
}

/** The number of a fact; throws as `factResult` does. */
export const factValue = (id: string): number => factResult(id).value;

/** The number of a fact as prose shows it: shares in percent. Throws as `factResult` does. */
export function factText(id: string): string {
  const fact = factOf(id);
  const { value } = factResult(id);
  return fact.kind === 'number' ? fact.text(value) : percent(value);
}
