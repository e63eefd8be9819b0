import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factRows } from '../../../src/book/facts/fact-rows.ts';
import { factIds, factResult, factText } from '../../../src/book/facts/index.ts';
import { keptOutcomes } from '../../../src/book/facts/kept.ts';
import type { FactResult } from '../../../src/book/facts/fact.ts';
import { runSweep } from '../../../src/book/facts/run-sweep.ts';
import { factSweeps } from '../../../src/book/facts/sweeps.ts';

/** Shares measured by independent programs in Lua, NumPy and C: percent, and over how many seeds. */
const measured: Record<string, [percent: number, runs: number]> = {
  'all-outputs-equal.as-posted.solved': [1.0, 1000],
  'all-outputs-equal.as-posted.constant': [85.8, 1000],
  'all-outputs-equal.derivative-right.solved': [18.1, 1000],
  'all-outputs-equal.derivative-right.constant': [52.7, 1000],
  'all-outputs-equal.derivative-right.constant-at-zero': [51.8, 1000],
  'all-outputs-equal.hidden-derivative-right.solved': [66.7, 1000],
  'all-outputs-equal.hidden-derivative-right.constant': [3.4, 1000],
  'all-outputs-equal.hidden-right-linear-output.solved': [67.3, 1000],
  'all-outputs-equal.hidden-right-linear-output.constant': [3.4, 1000],
  'all-outputs-equal.leaky-hidden-linear-output.solved': [99.7, 1000],
  'all-outputs-equal.leaky-hidden-linear-output.constant': [0, 1000],
  'all-outputs-equal.all-sigmoid.solved': [100, 1000],
  'all-outputs-equal.all-sigmoid.1000-epochs.solved': [18.8, 1000],
  'all-outputs-equal.width-2.as-posted.solved': [0, 500],
  'all-outputs-equal.width-2.derivative-right.solved': [8.2, 500],
  'all-outputs-equal.width-2.hidden-derivative-right.solved': [24.0, 500],
  'all-outputs-equal.width-8.as-posted.solved': [8.6, 500],
  'all-outputs-equal.width-8.derivative-right.solved': [8.2, 500],
  'all-outputs-equal.width-8.hidden-derivative-right.solved': [95.0, 500],
  'all-outputs-equal.width-16.as-posted.solved': [51.2, 500],
  'all-outputs-equal.width-16.derivative-right.solved': [2.4, 500],
  'all-outputs-equal.width-16.hidden-derivative-right.solved': [100, 500],
  'all-outputs-equal.lr-0.02.10000-epochs.solved': [61, 100],
  'all-outputs-equal.lr-0.02.100000-epochs.solved': [32, 100],
  'all-outputs-equal.lr-0.02.1000000-epochs.solved': [28, 100],
  'all-outputs-equal.last-digits.from-below': [76, 2000],
  'all-outputs-equal.last-digits.one-other': [12.5, 2000],
  'all-outputs-equal.fates.on-one-of-nine': [100, 632],
  'all-outputs-equal.born-dead-output': [36.8, 1000],
  'all-outputs-equal.born-dead-output.width-16': [32.5, 1000],
  'leaky-derivative.all.solved': [23.3, 1000],
  'leaky-derivative.eps.solved': [69.8, 1000],
  'leaky-derivative.zero.solved': [82.3, 1000],
  'leaky-derivative.zero.affine-among-unsolved': [56, 177],
  'leaky-derivative.zero-linear-output.solved': [86.9, 1000],
  'leaky-derivative.zero-linear-output.lr-0.2.solved': [93.4, 1000],
  'exploding-successor.as-posted.right': [62.3, 300],
  'exploding-successor.biases-trained.right': [62.3, 300],
  'exploding-successor.activation.right': [62.3, 300],
  'exploding-successor.linear-output.right': [62.3, 300],
  'exploding-successor.no-decay.right': [62.3, 300],
  'exploding-successor.lr-1e-8.diverged': [76.0, 300],
  'exploding-successor.lr-1e-8-activation.diverged': [0.7, 300],
  'exploding-successor.lr-5e-9.diverged': [0, 300],
  'exploding-successor.lr-6e-9.diverged': [2.7, 300],
  'exploding-successor.lr-8e-9.diverged': [54, 300],
  'exploding-successor.lr-1e-7.diverged': [98, 300],
  'exploding-successor.lr-1e-6.diverged': [100, 300],
  'exploding-successor.normalised.right': [100, 300],
  'exploding-successor.normalised-decay.right': [0, 300],
  'exploding-successor.all-mended.right': [41, 300],
  'negative-zero.as-posted.solved': [12.1, 3000],
  'negative-zero.as-posted.constant': [64.4, 3000],
  'negative-zero.bias-gradient-right.solved': [10.5, 3000],
  'negative-zero.sigmoid-output.solved': [99.7, 600],
  'negative-zero.linear-output.solved': [100, 600],
  'negative-zero.all-sigmoid.solved': [0, 600],
  'negative-zero.bias-gradient-right.lr-0.001.solved': [43.5, 600],
  'negative-zero.bias-gradient-right.depth-2.solved': [31.3, 600],
  'negative-zero.bias-gradient-right.depth-3.solved': [21.7, 600],
  'negative-zero.bias-gradient-right.depth-5.solved': [6.3, 600],
  'negative-zero.bias-gradient-right.width-2.solved': [33.3, 600],
  'negative-zero.bias-gradient-right.width-4.solved': [47.8, 600],
  'negative-zero.bias-gradient-right.width-8.solved': [34.7, 600],
  'negative-zero.bias-gradient-right.width-32.solved': [1.5, 600],
  'negative-zero.bias-gradient-right.lr-0.1.solved': [0, 600],
  'negative-zero.all-sigmoid.lr-0.1.20000-epochs.solved': [100, 100],
  'negative-zero.born-dead': [25.2, 3000],
  'unbounded-classifier.sigmoid.solved': [100, 1000],
  'unbounded-classifier.leaky.solved': [1.0, 1000],
  'unbounded-classifier.leaky-lr-0.1.solved': [100, 1000],
  'unbounded-classifier.leaky-lr-0.1.20-epochs.solved': [54.1, 1000],
  'unbounded-classifier.own-derivative-lr-0.1.solved': [35.9, 1000],
  'unbounded-classifier.relu-lr-0.1.solved': [53.5, 1000],
  'unbounded-classifier.relu-lr-0.1.constant': [40.3, 1000],
  'unbounded-classifier.identity-lr-0.15.solved': [100, 1000],
  'unbounded-classifier.identity-lr-0.16.solved': [0, 1000],
};

test.each(Object.entries(measured))('%s agrees with an independent measurement', (id, [percent, runs]) => {
  const ours = factResult(id);
  const theirs = percent / 100;
  // Two shares of the same thing differ by less than 2.6 standard errors in 99 of 100 cases, and by their rounding.
  const pooled = (ours.value * ours.runs! + theirs * runs) / (ours.runs! + runs);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / ours.runs! + 1 / runs));
  expect(Math.abs(ours.value - theirs)).toBeLessThan(2.6 * error + 0.0006);
});

test('numbers with a closed form have it', () => {
  expect(factResult('all-outputs-equal.constant').value).toBe(0.48780487804878037);
  expect(factResult('all-outputs-equal.constant').value).toBeCloseTo(20 / 41, 15);
  expect(factResult('all-outputs-equal.drift-per-epoch').value).toBeCloseTo(1 / 41, 15);
  expect(factResult('all-outputs-equal.born-dead-hidden').value).toBe(13 / 48);
  expect(factResult('exploding-successor.cliff').value).toBeCloseTo(3.0045e-9, 13);
  expect(factResult('unbounded-classifier.identity.threshold').value).toBeCloseTo(0.15693, 6);
  expect(factResult('unbounded-classifier.leaky.threshold').value).toBeCloseTo(0.219224, 6);
  expect(factResult('output-range.counting-floor').value).toBe(7 / 8);
  // The median measured independently, on fewer networks.
  expect(Math.abs(factResult('negative-zero.as-posted.theta').value / 126 - 1)).toBeLessThan(0.1);
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
  expect(factText('exploding-successor.cliff')).toBe('3.00 · 10⁻⁹');
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

/** Sweeps that take a second or two are measured again in full, the others at some of their seeds. */
const slow =
  /^all-outputs-equal\.(as-posted|linear|leaky|hidden|all-sigmoid$|width|lr)|^exploding|^negative-zero\..*(sigmoid|linear|lr|layers|width|leaky|biases|glorot|small)|-epochs$|\.mended\.|\.inputs-/;

describe.each([...factSweeps])('%s', (key, sweep) => {
  test('what is kept is what is measured now', { timeout: 60_000 }, async () => {
    const kept = keptOutcomes(key);
    expect(kept).toHaveLength(sweep.seeds);
    const count = !slow.test(key)
      ? sweep.seeds
      : key.startsWith('exploding') && sweep.training.epochs > 10_000
        ? 1
        : 6;
    const stride = Math.floor(sweep.seeds / count);
    const seeds = Array.from({ length: count }, (_, k) => 1 + k * stride);
    expect(await runSweep(sweep, seeds)).toBe(seeds.map((seed) => kept[seed - 1]).join(''));
  });
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
