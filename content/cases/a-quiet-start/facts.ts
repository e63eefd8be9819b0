/** How much of a signal gets through its layers at the start, and how its runs end. */
import type { Facts, Readings } from '#facts';

const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviationOf = (values: number[]) => Math.sqrt(meanOf(values.map((x) => (x - meanOf(values)) ** 2)));

/** Of values [sample, unit]: the deviation of a unit over the samples, the mean of the units. */
const spreadOf = (values: number[][]) =>
  meanOf(values[0].map((_, unit) => deviationOf(values.map((row) => row[unit]))));

export const facts: Facts = ({ engine, training, countSeeds, once, say }) => {
  const { createRun, outputsOf } = engine;

  /** How much a unit of each layer of a fresh network varies over the samples, the mean of its units: from the inputs to the output. */
  function spreadsOf(variant: string, seed: number): number[] {
    const { spec } = training(variant);
    const { network, samples } = createRun(spec, seed);
    let values = samples.inputs.map((input) => [...input]);
    const spreads = [spreadOf(values)];
    for (const [l, { units }] of spec.layers.entries()) {
      const { weights, biases } = network.layers[l];
      const n = values[0].length;
      const sum = (row: number[], unit: number) =>
        row.reduce((z, x, i) => z + x * weights[unit * n + i], biases[unit]);
      const value = (z: number) => (l < spec.layers.length - 1 ? Math.max(0, z) : 1 / (1 + Math.exp(-z)));
      values = values.map((row) => Array.from({ length: units }, (_, unit) => value(sum(row, unit))));
      spreads.push(spreadOf(values));
    }
    return spreads;
  }

  const variants = ['as-posted', 'right-size'];
  const places = ['inputs', 'layer-1', 'layer-2', 'layer-3', 'layer-4', 'output'];
  const medians = Object.fromEntries(
    variants.map((variant) => [
      variant,
      once(() => {
        const all = Array.from({ length: 201 }, (_, k) => spreadsOf(variant, k + 1));
        return places.map((_, l) => all.map((one) => one[l]).toSorted((one, other) => one - other)[100]);
      }),
    ]),
  );
  const spreads = Object.fromEntries(
    variants.flatMap((variant) =>
      places.map((place, l): [string, ReturnType<Facts>[string]] => [
        `spread.${variant}.${place}`,
        {
          value: () => medians[variant]()[l],
          say: say.digits(2),
          how: `how much a unit varies from sample to sample in a fresh network, the standard deviation over the 40 samples, the mean of the units, the median of 201 seeds: ${place}, ${variant}`,
        },
      ]),
    ),
  );

  /** How many fresh networks give all samples the same, to the last digit: a layer of theirs is silent on all of them. */
  const silentAtBirth = (variant: string) =>
    countSeeds(500, (seed) => {
      const outputs = outputsOf(createRun(training(variant).spec, seed)).map(([h]) => h);
      return outputs.every((h) => h === outputs[0]);
    });

  return {
    ...spreads,
    'silent-at-birth.as-posted': {
      value: () => silentAtBirth('as-posted'),
      how: 'fresh networks that give all 40 samples the same to the last digit, with weights of a tenth',
    },
    'silent-at-birth.right-size': {
      value: () => silentAtBirth('right-size'),
      how: 'the same with weights by the rule of He',
    },
    'cost-of-one-half': {
      value: () => Math.log(2),
      say: say.digits(4),
      how: 'the cross-entropy of one half for every answer: ln 2',
    },
  };
};

export const readings: Readings = {
  /**
   * r  at least nine of ten samples on the right side of one half, by more than 0.1; of those whose outputs are all between 0.4 and
   * 0.6, s  at least three quarters on the right side of one half, c  fewer; w  anything else.
   */
  answers: ({ outputs, targets }) => {
    const all = Array.from(outputs);
    const ahead = all.map((output, k) => (targets[k] > 0.5 ? output - 0.5 : 0.5 - output));
    const share = (least: number) => ahead.filter((lead) => lead > least).length / all.length;
    if (share(0.1) >= 0.9) return 'r';
    if (!all.every((output) => Math.abs(output - 0.5) < 0.1)) return 'w';
    return share(0) >= 0.75 ? 's' : 'c';
  },
};
