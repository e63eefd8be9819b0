/**
 * Facts: every number in the prose. Shares over seeds are kept in sweeps.json, each with a digest of all it depends
 * on; a fact whose digest is stale throws, and so stops the build. Other numbers are computed when they are asked for.
 */
import { readFileSync } from 'node:fs';
import { wilson } from '../../sweep/index.ts';
import { digestOf } from './digest.ts';
import type { Fact, FactResult, ShareFact } from './fact.ts';
import { numberFacts, percent } from './number-facts.ts';
import { shareFacts } from './share-facts.ts';
import { factSweeps, type SweepKey } from './sweeps.ts';

/** A sweep as it is kept: a letter for the outcome of each seed, from seed 1. */
export interface KeptSweep {
  digest: string;
  outcomes: string;
}

export const keptFile = 'src/book/facts/sweeps.json';

const facts: ReadonlyMap<string, Fact> = new Map(
  [...shareFacts, ...numberFacts].map((fact) => [fact.id, fact]),
);

/** All ids there are, in alphabetical order. */
export const factIds = (): string[] => [...facts.keys()].toSorted();

/** The sweeps that are kept, as they stand in the file. */
export const readKept = () => JSON.parse(readFileSync(keptFile, 'utf8')) as Record<SweepKey, KeptSweep>;

let kept: Record<SweepKey, KeptSweep> | undefined;

/** The letters of a kept sweep. Throws where it is missing or older than what it depends on. */
export function keptOutcomes(key: SweepKey): string {
  const sweep = factSweeps.get(key);
  if (!sweep) throw new Error(`keptOutcomes: there is no sweep "${key}"`);
  kept ??= readKept();
  if (kept[key]?.digest !== digestOf(sweep)) {
    const why = kept[key] ? 'was measured with other code or settings' : 'has not been measured';
    throw new Error(
      `${keptFile}: the sweep "${key}" ${why}; run "npm run facts -- --stale" and look at what changes`,
    );
  }
  return kept[key].outcomes;
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
    const fact = facts.get(id);
    if (!fact) throw new Error(`there is no fact "${id}"; expected an id that "npm run facts" lists`);
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
  const fact = facts.get(id);
  const { value } = factResult(id);
  return fact?.kind === 'number' ? fact.text(value) : percent(value);
}
