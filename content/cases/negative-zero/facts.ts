/** Who is born dead, who is killed, by what step and when. */
import type { Facts, Readings } from '#facts';

const seeds = 3000;

/** The samples in the order in which they are trained. */
const samples = ['00', '11', '10', '01'];
const ones = ['10', '01'];
const limit = 50; // 1/(2 * 0.01)

const inputOf = (sample: string) => [...sample].map(Number);

/** Sweeps of the same network with one thing or another changed, whose Θ at birth is told. */
const thetaVariants = [
  'as-posted',
  'leaky-hidden',
  'biases-0',
  'biases-1',
  'glorot',
  'small-weights',
  'width-4',
];

export const facts: Facts = ({ engine, training, letters, countSeeds, once, say }) => {
  const { createReaction, createRun, outputsOf, train } = engine;
  type Run = ReturnType<typeof createRun>;
  type Spec = Run['spec'];

  const networksOf = (spec: Spec, count: number) =>
    Array.from({ length: count }, (_, k) => createRun(spec, k + 1).network.parameters);
  const posted = once(() => networksOf(training().spec, seeds));

  /**
   * The network of a seed as posted, before its first update: one run for all, put back to that seed's parameters, which
   * with its samples in order are all that decides it.
   */
  const birthWith = (change: Partial<Spec>) => {
    const run = once(() => createRun({ ...training().spec, ...change }, 1));
    return (seed: number): Run => {
      run().network.parameters.set(posted()[seed - 1]);
      run().updateCount = 0;
      return run();
    };
  };
  const birth = birthWith({});
  /** The same that meets the sample 11 first. */
  const birthBefore11 = birthWith({
    sampling: { kind: 'in-order', order: [samples.indexOf('11')] },
  });
  /** For which samples the output is on. */
  const onFor = (run: Run) => outputsOf(run).flatMap((output, k) => (output[0] > 0 ? [samples[k]] : []));
  const isOn = (run: Run, sample: string) => onFor(run).includes(sample);
  const hearsBothOnes = (run: Run) => onFor(run).filter((sample) => ones.includes(sample)).length === 2;
  const onAtBirth = once(() => Array.from({ length: seeds }, (_, k) => onFor(birth(k + 1))));

  /** Θ of networks on one input, of those whose output is on for it. */
  const thetasOn = (spec: Spec, input: number[], networks: Float64Array[]): number[] =>
    networks.map(createReaction(spec, input)).flatMap(({ z, theta }) => (z > 0 ? [theta] : []));

  /** Their median. */
  function medianTheta(spec: Spec, input: number[], networks: Float64Array[]): number {
    const thetas = thetasOn(spec, input, networks).toSorted((one, other) => one - other);
    return thetas[thetas.length >> 1];
  }

  /** Of the networks whose output is on for 11: does one step on 11 turn it off? Others took a step on 00 before. */
  function isKilledBy11(seed: number, isFirst: boolean): boolean | undefined {
    const run = isFirst ? birthBefore11(seed) : birth(seed);
    if (!isFirst) train(run, 1);
    if (!isOn(run, '11')) return undefined;
    train(run, 1);
    return !isOn(run, '11');
  }

  /** The samples of target 1 that a letter of the reading "lost" says are lost. */
  const lostBy = (letter: string) => ({ x: ['10'], y: ['01'], t: ['10', '01'] })[letter] ?? [];

  /**
   * Of the runs that end with a sample of target 1 off that was on at birth: whether one of these is off when its
   * second turn comes, so that its second prediction is the 0 it keeps.
   */
  function isLostInFirstEpoch(seed: number): boolean | undefined {
    const end = letters('lost')[seed - 1];
    const run = birth(seed);
    const lost = ones.filter((sample) => lostBy(end).includes(sample) && isOn(run, sample));
    if (lost.length === 0) return undefined;
    train(run, 6); // a whole epoch and the next one's 00 and 11
    if (lost.includes('10') && !isOn(run, '10')) return true;
    train(run, 1);
    return lost.includes('01') && !isOn(run, '01');
  }

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
    return hearsBothOnes(run) ? letters('as-posted')[seed - 1] === 's' : undefined;
  }

  /** How many seeds go from one outcome to another, as far as both sweeps were measured. */
  function changed(before: string, after: string, isIt: (from: string, to: string) => boolean): number {
    const [from, to] = [letters(before), letters(after)];
    return [...from.slice(0, to.length)].filter((letter, k) => isIt(letter, to[k])).length;
  }

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

  /** Networks as posted, with weights half as large as He's rule draws them. */
  const halved = once(() =>
    posted()
      .slice(0, 1000)
      .map((network) => {
        const parameters = network.slice();
        for (const { weights, weightCount } of birth(1).network.offsets)
          for (let j = weights; j < weights + weightCount; j++) parameters[j] /= 2;
        return parameters;
      }),
  );

  /** Networks with one thing or another changed, before their first update. */
  const networks = Object.fromEntries(
    thetaVariants.map((variant) => [variant, once(() => networksOf(training(variant).spec, 1000))]),
  );

  function shareThatHears(spec: Spec, parameters: Float64Array[]) {
    const run = createRun(spec, 1);
    return countSeeds(parameters.length, (seed) => {
      run.network.parameters.set(parameters[seed - 1]);
      return hearsBothOnes(run);
    });
  }

  const firstUpdates = [
    [1, 'the first update, on 00'],
    [2, 'the first two updates, on 00 and 11'],
    [4, 'the first epoch'],
  ] as const;

  return {
    'born-dead': {
      value: () => countSeeds(seeds, (seed) => onAtBirth()[seed - 1].length === 0),
      how: 'share of networks whose output is 0 for all four inputs before the first update',
    },
    'biases.spread': {
      value: spreadOfBiases,
      how: 'the largest difference between two biases of one layer, in ten networks as posted after 50 epochs; exactly 0, since all begin at 0.5 and take the same steps',
    },
    ...Object.fromEntries(
      samples.map((sample) => [
        `theta-${sample}.median`,
        {
          value: () => medianTheta(training().spec, inputOf(sample), posted().slice(0, 1000)),
          say: say.fixed(0),
          how: `the squared length of the gradient of the output’s sum on ${sample} at birth; the median of those of 1,000 networks whose output is on for it`,
        },
      ]),
    ),
    ...Object.fromEntries(
      thetaVariants.map((variant) => [
        `${variant}.theta`,
        {
          value: () => medianTheta(training(variant).spec, [1, 1], networks[variant]()),
          say: say.fixed(0),
          how: 'Θ on the input 11 before the first update: the median of those of 1,000 networks whose output is on for it',
        },
      ]),
    ),
    ...Object.fromEntries(
      thetaVariants.map((variant) => [
        `${variant}.hears-both-ones`,
        {
          value: () => shareThatHears(training(variant).spec, networks[variant]()),
          how: 'share of networks whose output is on for 10 and 01 before the first update',
        },
      ]),
    ),
    'halved-weights.theta': {
      value: () => medianTheta(training().spec, [1, 1], halved()),
      say: say.fixed(0),
      how: 'Θ on the input 11 before the first update: the median of those of 1,000 networks whose output is on for it',
    },
    'halved-weights.hears-both-ones': {
      value: () => shareThatHears(training().spec, halved()),
      how: 'share of networks whose output is on for 10 and 01 before the first update',
    },
    'theta-largest': {
      value: () =>
        Math.max(...samples.flatMap((sample) => thetasOn(training().spec, inputOf(sample), posted()))),
      say: say.fixed(0),
      how: 'the largest squared length of the gradient of the output’s sum at birth, on any sample for which the output is on, of 3,000 networks',
    },
    'killed-by-11.law': {
      value: () => {
        const reactionOf = createReaction(training().spec, [1, 1]);
        return countSeeds(seeds, (seed) => {
          const { z, theta } = reactionOf(posted()[seed - 1]);
          return z > 0 ? theta > limit : undefined;
        });
      },
      how: 'among networks at birth whose output is on for 11, the share with Θ above 1/(2η) = 50: those that a step on 11 should kill, to first order',
    },
    'killed-by-11.share': {
      value: () => countSeeds(seeds, (seed) => isKilledBy11(seed, true)),
      how: 'among networks at birth whose output is on for 11, the share whose output is off for it after one step on 11',
    },
    'killed-by-first-11': {
      value: () => countSeeds(seeds, (seed) => isKilledBy11(seed, false)),
      how: 'among networks as posted whose output is on for 11 when that sample first comes, after a step on 00, the share whose output is off for it after that one step',
    },
    'alive.off-for-a-one': {
      value: () =>
        countSeeds(seeds, (seed) => {
          const on = onAtBirth()[seed - 1];
          return on.length > 0 ? !ones.every((sample) => on.includes(sample)) : undefined;
        }),
      how: 'among networks at birth whose output is on for some input, the share whose output is off for 10 or 01',
    },
    'hears-both-ones': {
      value: () =>
        countSeeds(seeds, (seed) => ones.every((sample) => onAtBirth()[seed - 1].includes(sample))),
      how: 'share of networks whose output is on for 10 and 01 before the first update',
    },
    ...Object.fromEntries(
      firstUpdates.map(([updates, words]) => [
        `hears-both-ones.loses-one-within-${updates}`,
        {
          value: () => countSeeds(seeds, (seed) => losesOneWithin(seed, updates)),
          how: `among networks whose output is on for 10 and 01 at birth, the share whose output is off for one of them after ${words}`,
        },
      ]),
    ),
    'hears-both-ones.after-one-epoch.solved': {
      value: () => countSeeds(seeds, isSolvedAfterOneEpoch),
      how: 'among runs as posted whose output is on for 10 and 01 after the first epoch, the share that is solved in the end',
    },
    'lost.in-first-epoch': {
      value: () => countSeeds(1000, isLostInFirstEpoch),
      how: 'among runs as posted that lose a sample of target 1 for good, the share in which one is off when its second turn comes',
    },
    'bias-gradient-right.seeds-lost': {
      value: () => changed('as-posted', 'bias-gradient-right', (from, to) => from === 's' && to !== 's'),
      how: 'of the first 3,000 seeds, how many are solved as posted and not with a bias gradient for each unit',
    },
    'bias-gradient-right.seeds-gained': {
      value: () => changed('as-posted', 'bias-gradient-right', (from, to) => from !== 's' && to === 's'),
      how: 'of the first 3,000 seeds, how many are solved with a bias gradient for each unit and not as posted',
    },
    'maximum-instead-of-mask.seeds-changed': {
      value: () => changed('as-posted', 'mended.minus-zero-by-mask', (from, to) => from !== to),
      how: 'of the first 500 seeds, how many end otherwise when ReLU is the maximum of 0 and z instead of z times the mask',
    },
  };
};

export const readings: Readings = {
  /**
   * Where a mean squared error of 0, 1/4 or 1/2 comes from: on four samples, each lost one costs a quarter.
   *
   * n, x, y, t  of two samples with target 1 none, the first, the second or both are answered 0, and all else is right
   * u           anything else
   */
  lost: ({ outputs, targets }) => {
    const isAt = (k: number, value: number) => Math.abs(outputs[k] - value) < 1e-6;
    const all = Array.from(targets);
    const [first, second] = all.flatMap((target, k) => (target === 1 ? [isAt(k, 0)] : []));
    if (!all.every((target, k) => isAt(k, target) || (target === 1 && isAt(k, 0)))) return 'u';
    return first ? (second ? 't' : 'x') : second ? 'y' : 'n';
  },
};
