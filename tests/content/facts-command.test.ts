/** `npm run facts` prints every fact of a page; that of all pages does for each what the build does for those it shows. */
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { ComputedNumber } from '../../src/book/fact-words.ts';
import { factIds } from '../../src/book/facts/fact-of.ts';

test('the command prints the facts of a page as JSON', () => {
  const page = factIds()[0]!.split('.')[0]!;
  const printed = execFileSync(process.execPath, ['src/book/facts/print-facts.ts', '--json', `${page}.`], {
    encoding: 'utf8',
    maxBuffer: 16 * 2 ** 20,
  });
  const facts = JSON.parse(printed) as ComputedNumber[];
  expect(facts.map(({ id }) => id)).toEqual(factIds().filter((id) => id.includes(`${page}.`)));
  for (const fact of facts) {
    expect(fact.how.length).toBeGreaterThan(10);
    expect(Number.isFinite(fact.value)).toBe(true);
    if (fact.low !== undefined)
      expect(fact.low <= fact.value && fact.value <= fact.high!, fact.id).toBe(true);
  }
});
