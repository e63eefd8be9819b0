/** Numbers of the case negative-zero: who is born dead, who is killed, by what step and when. */
import { createRun, outputsOf, type Run, train } from '../../../engine/index.ts';
import { caseTrainings } from '../../cases/index.ts';
import type { NumberFact } from '../fact.ts';
import { keptOutcomes } from '../kept.ts';
import { countSeeds } from '../count-seeds.ts';
import { medianTheta, thetaAtBirth } from '../theta.ts';
import { percentText } from '../../fact-words.ts';

const { training } = caseTrainings['negative-zero']!;
const seeds = 3000;

/** The samples in the order in which they are trained. */
const samples = ['00', '11', '10', '01'];
const limit = 50; // 1/(2 * 0.01)

const birth = (seed: number) => createRun(training().spec, seed);
/** A network at birth that meets this sample first. */
function birthBefore(seed: number, sample: string): Run {
  const { spec } = training();
  return createRun({ ...spec, sampling: { kind: 'in-order', order: [samples.indexOf(sample)] } }, seed);
}
const isOn = (run: Run, sample: string) => outputsOf(run)[samples.indexOf(sample)]![0]! > 0;

const inputOf = (sample: string) => [...sample].map(Number);

/** Of the networks whose output is on for 11: does one step on 11 turn it off? Others took `before` steps of theirs. */
function isKilledBy11(seed: number, isFirst: boolean): boolean | undefined {
  const run = isFirst ? birthBefore(seed, '11') : birth(seed);
  if (!isFirst) train(run, 1);
  if (!isOn(run, '11')) return undefined;
  train(run, 1);
  return !isOn(run, '11');
}

/**
 * Of the runs that end with a sample of target 1 off that was on at birth: whether one of these is off when its
 * second turn comes, so that its second prediction is the 0 it keeps.
 */
function isLostInFirstEpoch(seed: number): boolean | undefined {
  const end = keptOutcomes('negative-zero.lost')[seed - 1]!;
  const run = birth(seed);
  const lost = ['10', '01'].filter((sample) => lostBy(end).includes(sample) && isOn(run, sample));
  if (lost.length === 0) return undefined;
  train(run, 6); // a whole epoch and the next one's 00 and 11
  if (lost.includes('10') && !isOn(run, '10')) return true;
  train(run, 1);
  return lost.includes('01') && !isOn(run, '01');
}

const ones = ['10', '01'];
const isAlive = (run: Run) => samples.some((sample) => isOn(run, sample));
const hearsBothOnes = (run: Run) => ones.every((sample) => isOn(run, sample));

/** Of the networks whose output is on for 10 and 01 at birth: whether it is off for one of them after the first updates. */
function losesOneWithin(seed: number, updates: number): boolean | undefined {
  const run = birth(seed);
  if (!hearsBothOnes(run)) return undefined;
  train(run, updates);
  return !hearsBothOnes(run);
}

/** Of the networks whose output is on for 10 and 01 after the first epoch: whether they are solved in the end. */
function isSolvedAfterOneEpoch(seed: number): boolean | undefined {
  const run = birth(seed);
  train(run, samples.length);
  return hearsBothOnes(run) ? keptOutcomes('negative-zero.as-posted')[seed - 1] === 's' : undefined;
}

/** The samples of target 1 that a letter of the reading "lost" says are lost. */
const lostBy = (letter: string) => ({ x: ['10'], y: ['01'], t: ['10', '01'] })[letter] ?? [];

/** How many seeds go from one outcome to another, as far as both sweeps were measured. */
function changed(before: string, after: string, isIt: (from: string, to: string) => boolean): number {
  const [from, to] = [keptOutcomes(before), keptOutcomes(after)];
  return [...from.slice(0, to.length)].filter((letter, k) => isIt(letter, to[k]!)).length;
}
const accepted = ['negative-zero.as-posted', 'negative-zero.bias-gradient-right'] as const;

/** The largest difference between two biases of a layer, in ten networks after 50 epochs. */
function spreadOfBiases(): number {
  let spread = 0;
  for (let seed = 1; seed <= 10; seed++) {
    const run = birth(seed);
    train(run, 50 * samples.length);
    for (const { biases } of run.network.layers)
      spread = Math.max(spread, Math.max(...biases) - Math.min(...biases));
  }
  return spread;
}

export const negativeZeroFacts: readonly NumberFact[] = [
  {
    kind: 'number',
    id: 'negative-zero.born-dead',
    compute: () => countSeeds(seeds, (seed) => outputsOf(birth(seed)).every((output) => output[0]! <= 0)),
    how: 'share of networks whose output is 0 for all four inputs before the first update',
    text: percentText,
  },
  {
    kind: 'number',
    id: 'negative-zero.biases.spread',
    compute: spreadOfBiases,
    how: 'the largest difference between two biases of one layer, in ten networks as posted after 50 epochs; exactly 0, since all begin at 0.5 and take the same steps',
    text: String,
  },
  ...samples.map((sample): NumberFact => ({
    kind: 'number',
    id: `negative-zero.theta-${sample}.median`,
    compute: () => medianTheta(training().spec, inputOf(sample)),
    how: `the squared length of the gradient of the output’s sum on ${sample} at birth; the median of those of 1,000 networks whose output is on for it`,
    text: (value) => String(Math.round(value)),
  })),
  {
    kind: 'number',
    id: 'negative-zero.theta-largest',
    compute: () =>
      Math.max(
        ...samples.flatMap((sample) =>
          Array.from({ length: seeds }, (_, k) => thetaAtBirth(training().spec, inputOf(sample), k + 1) ?? 0),
        ),
      ),
    how: 'the largest squared length of the gradient of the output’s sum at birth, on any sample for which the output is on, of 3,000 networks',
    text: (value) => String(Math.round(value)),
  },
  {
    kind: 'number',
    id: 'negative-zero.killed-by-11.law',
    compute: () =>
      countSeeds(seeds, (seed) => {
        const value = thetaAtBirth(training().spec, [1, 1], seed);
        return value === undefined ? undefined : value > limit;
      }),
    how: 'among networks at birth whose output is on for 11, the share with Θ above 1/(2η) = 50: those that a step on 11 should kill, to first order',
    text: percentText,
  },
  {
    kind: 'number',
    id: 'negative-zero.killed-by-11.share',
    compute: () => countSeeds(seeds, (seed) => isKilledBy11(seed, true)),
    how: 'among networks at birth whose output is on for 11, the share whose output is off for it after one step on 11',
    text: percentText,
  },
  {
    kind: 'number',
    id: 'negative-zero.killed-by-first-11',
    compute: () => countSeeds(seeds, (seed) => isKilledBy11(seed, false)),
    how: 'among networks as posted whose output is on for 11 when that sample first comes, after a step on 00, the share whose output is off for it after that one step',
    text: percentText,
  },
  {
    kind: 'number',
    id: 'negative-zero.alive.off-for-a-one',
    compute: () =>
      countSeeds(seeds, (seed) => (isAlive(birth(seed)) ? !hearsBothOnes(birth(seed)) : undefined)),
    how: 'among networks at birth whose output is on for some input, the share whose output is off for 10 or 01',
    text: percentText,
  },
  {
    kind: 'number',
    id: 'negative-zero.hears-both-ones',
    compute: () => countSeeds(seeds, (seed) => hearsBothOnes(birth(seed))),
    how: 'share of networks whose output is on for 10 and 01 before the first update',
    text: percentText,
  },
  ...([1, 2, 4] as const).map((updates): NumberFact => ({
    kind: 'number',
    id: `negative-zero.hears-both-ones.loses-one-within-${updates}`,
    compute: () => countSeeds(seeds, (seed) => losesOneWithin(seed, updates)),
    how: `among networks whose output is on for 10 and 01 at birth, the share whose output is off for one of them after ${updates === 1 ? 'the first update, on 00' : updates === 2 ? 'the first two updates, on 00 and 11' : 'the first epoch'}`,
    text: percentText,
  })),
  {
    kind: 'number',
    id: 'negative-zero.hears-both-ones.after-one-epoch.solved',
    compute: () => countSeeds(seeds, isSolvedAfterOneEpoch),
    how: 'among runs as posted whose output is on for 10 and 01 after the first epoch, the share that is solved in the end',
    text: percentText,
  },
  {
    kind: 'number',
    id: 'negative-zero.lost.in-first-epoch',
    compute: () => countSeeds(1000, isLostInFirstEpoch),
    how: 'among runs as posted that lose a sample of target 1 for good, the share in which one is off when its second turn comes',
    text: percentText,
  },
  {
    kind: 'number',
    id: 'negative-zero.bias-gradient-right.seeds-lost',
    compute: () => changed(...accepted, (from, to) => from === 's' && to !== 's'),
    how: 'of the first 3,000 seeds, how many are solved as posted and not with a bias gradient for each unit',
    text: String,
  },
  {
    kind: 'number',
    id: 'negative-zero.bias-gradient-right.seeds-gained',
    compute: () => changed(...accepted, (from, to) => from !== 's' && to === 's'),
    how: 'of the first 3,000 seeds, how many are solved with a bias gradient for each unit and not as posted',
    text: String,
  },
  {
    kind: 'number',
    id: 'negative-zero.maximum-instead-of-mask.seeds-changed',
    compute: () =>
      changed(
        'negative-zero.as-posted',
        'negative-zero.mended.minus-zero-by-mask',
        (from, to) => from !== to,
      ),
    how: 'of the first 500 seeds, how many end otherwise when ReLU is the maximum of 0 and z instead of z times the mask',
    text: String,
  },
];
