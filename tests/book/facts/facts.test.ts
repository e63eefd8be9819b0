import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factRows } from '../../../src/book/facts/fact-rows.ts';
import { factIds, factResult, factText } from '../../../src/book/facts/index.ts';
import { keptOutcomes, readKept } from '../../../src/book/facts/kept.ts';
import type { FactResult } from '../../../src/book/facts/fact.ts';
import { runSweep } from '../../../src/book/facts/run-sweep.ts';
import { epochsOf, factSweeps } from '../../../src/book/facts/sweeps.ts';

test('numbers of the chapters with a closed form have it', () => {
  expect(factResult('output-range.counting-floor').value).toBe(7 / 8);
  expect(factResult('output-range.logit-of-0.999').value).toBeCloseTo(Math.log(999), 12);
  // 1/(1 + e^-z) rounds to 1 once e^-z is at most half of the distance from 1 to the next double.
  expect(factResult('output-range.sigmoid-is-one-from').value).toBeCloseTo(53 * Math.LN2, 2);
  expect(factResult('activation-choice.sigmoid-slope-at-5').value).toBeCloseTo(
    0.25 / Math.cosh(2.5) ** 2,
    15,
  );
});

test('a fact reads as prose: shares in percent, numbers as far as they matter', () => {
  expect(factText('all-outputs-equal.as-posted.solved')).toBe('1.0%');
  expect(factText('negative-zero.all-sigmoid.solved')).toBe('0%');
  expect(factText('all-outputs-equal.constant')).toBe('0.48780487804878037');
  expect(factText('exploding-successor.cliff')).toBe('3.00\u00a0×\u00a010⁻⁹');
  expect(factText('unbounded-classifier.leaky.threshold')).toBe('0.2192');
});

test('an unknown fact is an error that says where ids are listed', () => {
  expect(() => factResult('all-outputs-equal.no-such')).toThrow(
    'there is no fact "all-outputs-equal.no-such"; expected an id that "npm run facts" lists',
  );
});

test('the page of facts lists every id once, the shares of a sweep side by side', () => {
  const rows = factRows();
  expect(
    rows.flatMap(({ id, sweep }) => id ?? sweep!.measures.map((measure) => measure.id)).toSorted(),
  ).toEqual(factIds());
  expect(rows.find(({ name }) => name === 'all-sigmoid.1000-epochs')).toEqual({
    group: 'all-outputs-equal',
    name: 'all-sigmoid.1000-epochs',
    sweep: {
      measures: ['constant', 'constant-at-zero', 'diverged', 'solved'].map((name) => ({
        id: `all-outputs-equal.all-sigmoid.1000-epochs.${name}`,
        name,
      })),
      epochs: 1000,
    },
  });
});

test('every number in the words of faults.yaml is a fact', () => {
  const ids = new Set(factIds());
  for (const caseId of readdirSync('content/cases')) {
    const text = readFileSync(`content/cases/${caseId}/faults.yaml`, 'utf8').replace(/^#.*$/gm, '');
    for (const [, id] of text.matchAll(/\{([a-z0-9][a-z0-9-]*\.[a-z0-9.-]+)\}/g))
      expect(ids, caseId).toContain(id);
  }
});

/** Sweeps that take a second are measured again in full, the others at some of their seeds. */
const slow =
  /^all-outputs-equal\.(as-posted|linear|leaky|hidden|all-sigmoid$|width|lr|last|fates)|-batch\.all|^exploding|^negative-zero\..*(as-posted|right|sigmoid|linear|lr|layers|width|lost|leaky|biases|glorot|small)|-epochs$|\.mended\.|\.inputs-/;

describe.each([...factSweeps])('%s', (key, sweep) => {
  test('what is kept is what is measured now', { timeout: 60_000 }, async () => {
    const kept = keptOutcomes(key);
    expect(kept).toHaveLength(sweep.seeds);
    const count = !slow.test(key)
      ? sweep.seeds
      : key.startsWith('exploding') && epochsOf(sweep) > 10_000
        ? 1
        : 6;
    const stride = Math.floor(sweep.seeds / count);
    const seeds = Array.from({ length: count }, (_, k) => 1 + k * stride);
    expect(await runSweep(sweep, seeds)).toBe(seeds.map((seed) => kept[seed - 1]).join(''));
  });
});

test('nothing is kept that no fact asks for', () => {
  expect(Object.keys(readKept()).toSorted()).toEqual([...factSweeps.keys()].toSorted());
});

test('the command prints every fact as JSON', { timeout: 60_000 }, () => {
  const printed = execFileSync(process.execPath, ['src/book/facts/print-facts.ts', '--json'], {
    encoding: 'utf8',
    maxBuffer: 16 * 2 ** 20,
  });
  const facts = JSON.parse(printed) as FactResult[];
  expect(facts.map(({ id }) => id)).toEqual(factIds());
  for (const fact of facts) {
    expect(fact.how.length).toBeGreaterThan(10);
    expect(Number.isFinite(fact.value)).toBe(true);
    if (fact.runs) expect(fact.low! <= fact.value && fact.value <= fact.high!, fact.id).toBe(true);
  }
});
