/** Where its cliff is, how it blows up, and the floor it crawls on. */
import type { Facts, Readings } from '#facts';

const numbers = 1000;
const leak = 0.01;
const weightDecay = 0.5;

type Three = [number, number, number];

/** Sums over the samples with an input below x, for x from 0 to 1000. */
type SumsBelow = Record<'count' | 'x' | 'squares', Float64Array>;

/**
 * The program as posted without its thousand samples: between the kinks of its units the network is a straight line of
 * x, so that every sum over the samples in a stretch follows from how many there are, the sum of their x and the sum of
 * their x². A step costs a few dozen operations instead of thousands, and gives what the engine gives, but for the last
 * digits.
 *
 *     z = b + u x,   yhat = f(f(c + v . z)),   e = x + 1 - yhat,   d = -e f'(c + v . z)
 *     dJ/dv = sum f(z) d + v / 2,   dJ/du = sum x d v f'(z) + u / 2
 *
 * v . z is made of the sums z and not of the activations f(z). b and c are never trained.
 */
export interface Line {
  readonly below: SumsBelow;
  /** Of the hidden units: input weights, output weights, biases; and the output's bias. */
  readonly u: Three;
  readonly v: Three;
  readonly b: Readonly<Three>;
  readonly c: number;
}

/** @param parameters Of the engine's network: hidden weights and biases, output weights and bias. */
export function lineOf(parameters: Float64Array, inputs: readonly ArrayLike<number>[]): Line {
  const occurrences = new Float64Array(numbers);
  for (const input of inputs) occurrences[input[0]]++;
  const sums = () => new Float64Array(numbers + 1);
  const below: SumsBelow = { count: sums(), x: sums(), squares: sums() };
  occurrences.forEach((count, x) => {
    below.count[x + 1] = below.count[x] + count;
    below.x[x + 1] = below.x[x] + count * x;
    below.squares[x + 1] = below.squares[x] + count * x * x;
  });
  const three = (from: number) => [...parameters.slice(from, from + 3)] as Three;
  return { below, u: three(0), b: three(3), v: three(6), c: parameters[9] };
}

/** Sums over all samples. */
export const sumsOf = ({ below }: Line) => ({
  count: below.count[numbers],
  x: below.x[numbers],
  squares: below.squares[numbers],
});

/** The line c + v . z = slope x + intercept. */
export const slopeOf = ({ u, v }: Line) => u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
const interceptOf = ({ v, b, c }: Line) => c + b[0] * v[0] + b[1] * v[1] + b[2] * v[2];

/** Takes one step. @returns the cost before it: half the squared errors, summed. */
export function stepLine(line: Line, learningRate: number): number {
  const { below, u, v, b } = line;
  const slope = slopeOf(line);
  const intercept = interceptOf(line);
  const [du, dv]: [Three, Three] = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  let cost = 0;
  const cuts = cutsOf(slope, intercept, u, b);
  for (let at = 1; at < cuts.length; at++) {
    const from = cuts[at - 1];
    const to = cuts[at];
    if (from === to) continue;
    const n = below.count[to] - below.count[from];
    const sx = below.x[to] - below.x[from];
    const sxx = below.squares[to] - below.squares[from];
    // e = p x + q and d = -gate e in this stretch.
    const gate = slope * from + intercept > 0 ? 1 : leak;
    const p = 1 - gate * gate * slope;
    const q = 1 - gate * gate * intercept;
    cost += (p * p * sxx + 2 * p * q * sx + q * q * n) / 2;
    const sumOfE = p * sx + q * n;
    const sumOfXE = p * sxx + q * sx;
    for (let k = 0; k < 3; k++) {
      const open = u[k] * from + b[k] > 0 ? 1 : leak;
      dv[k] -= open * gate * (u[k] * sumOfXE + b[k] * sumOfE);
      du[k] -= open * gate * v[k] * sumOfXE;
    }
  }
  for (let k = 0; k < 3; k++) {
    v[k] -= learningRate * (dv[k] + weightDecay * v[k]);
    u[k] -= learningRate * (du[k] + weightDecay * u[k]);
  }
  return cost;
}

/** Where the signs of the line and of the hidden sums can change among the whole numbers from 0 to 999, with both ends. */
function cutsOf(slope: number, intercept: number, u: Three, b: Readonly<Three>): number[] {
  const cuts = [0, numbers];
  const cut = (root: number) => {
    if (root >= 0 && root < numbers) cuts.push(Math.ceil(root), Math.floor(root) + 1);
  };
  cut(-intercept / slope);
  for (let k = 0; k < 3; k++) cut(-b[k] / u[k]);
  return cuts.length > 2 ? cuts.sort((one, other) => one - other) : cuts;
}

/** Of a thousand inputs at their expectation: every x from 0 to 999 once. */
const expected = { count: 1000, x: (999 * 1000) / 2, squares: (999 * 1000 * 1999) / 6 };

/** Half the squared errors that are left when the slope is the best one for an intercept of 0 instead of 1. */
const floorFactor = ({ count, x, squares }: typeof expected) => (count - (x * x) / squares) / 2;

const median = (ascending: number[]) => {
  const half = ascending.length / 2;
  return (ascending[Math.ceil(half) - 1] + ascending[Math.floor(half)]) / 2;
};

/**
 * The steepest curvature over the flattest that is not 0. With J = 1/2 sum (x s + c - x - 1)² the gradients of s and c
 * with respect to u and v span all that is curved; of their 2 by 2 matrix, the eigenvalues.
 */
function conditionNumber(line: Line): number {
  const { count, x, squares } = sumsOf(line);
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, one, k) => sum + one * b[k], 0);
  // ds = (v, u), dc = (0, b)
  const [ss, sc, cc] = [dot(line.u, line.u) + dot(line.v, line.v), dot(line.u, line.b), dot(line.b, line.b)];
  const trace = squares * ss + 2 * x * sc + count * cc;
  const determinant = (squares * count - x * x) * (ss * cc - sc * sc);
  const steepest = trace / 2 + Math.sqrt(trace ** 2 / 4 - determinant);
  return steepest ** 2 / determinant;
}

export const facts: Facts = ({ engine, training, countSeeds, once, say }) => {
  const { createRun, lossOfRun, train } = engine;
  const { spec } = training();
  const asPosted = (learningRate: number) => ({ ...spec, optimizer: { kind: 'sgd' as const, learningRate } });

  /** The network and the samples of a seed, before the first step. */
  function lineOfSeed(seed: number): Line {
    const { network, samples } = createRun(spec, seed);
    return lineOf(network.parameters, samples.inputs);
  }

  /** Steps from there, as many as are asked for; fewer where the cost is not finite any more. */
  function trained(seed: number, learningRate: number, steps: number): Line {
    const line = lineOfSeed(seed);
    for (let step = 0; step < steps; step++) if (!Number.isFinite(stepLine(line, learningRate))) break;
    return line;
  }

  /** Whether a run comes to rest: its cost changes by less than a thousandth over the last 20 of 3,000 steps. */
  function settles(seed: number, learningRate: number): boolean {
    const line = trained(seed, learningRate, 2980);
    const costs = Array.from({ length: 20 }, () => stepLine(line, learningRate));
    return Math.max(...costs) - Math.min(...costs) < 1e-3 * Math.max(...costs);
  }

  /** For each of 40 seeds the largest learning rate at which its run comes to rest, times its own Σx²; ascending. */
  const thresholds = once(() =>
    Array.from({ length: 40 }, (_, k) => {
      const { squares } = sumsOf(lineOfSeed(k + 1));
      let [low, high] = [0.9, 1.01];
      while (high - low > 5e-4) {
        const middle = (low + high) / 2;
        if (settles(k + 1, middle / squares)) low = middle;
        else high = middle;
      }
      return low;
    }).toSorted((one, other) => one - other),
  );

  /** The step after which the cost of seed 2 is not finite. */
  function stepsToInfinity(learningRate: number): number {
    const run = createRun(asPosted(learningRate), 2);
    let step = 0;
    while (Number.isFinite(lossOfRun(run))) {
      train(run, 1);
      step++;
    }
    return step;
  }

  const thresholdBySeed = {
    lowest: () => thresholds()[0],
    median: () => median(thresholds()),
    highest: () => thresholds().at(-1)!,
  };

  return {
    cliff: {
      value: () => 1 / expected.squares,
      say: say.power(3),
      how: '1/Σx², with Σx² of a thousand inputs at its expectation: every x from 0 to 999 once',
    },
    'sum-of-squares': {
      value: () => expected.squares,
      say: say.power(2),
      how: 'Σx² of a thousand inputs at its expectation: every x from 0 to 999 once',
    },
    ...Object.fromEntries(
      Object.entries(thresholdBySeed).map(([which, value]) => [
        `cliff-by-seed.${which}`,
        {
          value,
          say: say.digits(3),
          how: `the largest learning rate at which a run comes to rest within 3,000 steps, found by halving, as a fraction of 1/Σx² of its own inputs; the ${which} of 40 seeds`,
        },
      ]),
    ),
    ...Object.fromEntries(
      ['2.9e-9', '4e-9', '5e-9', '6e-9', '8e-9', '1e-8', '1e-7', '1e-6'].map((rate) => [
        `lr-${rate}.settles`,
        {
          value: () => countSeeds(300, (seed) => settles(seed, Number(rate))),
          how: `share of runs as posted, at a learning rate of ${rate}, that come to rest: their cost changes by less than a thousandth over the last 20 of 3,000 steps`,
        },
      ]),
    ),
    ...Object.fromEntries(
      ['1e-8', '1e-7', '1e-6'].map((rate) => [
        `lr-${rate}.infinite-at-step`,
        {
          value: () => stepsToInfinity(Number(rate)),
          how: `the step of seed 2 at a learning rate of ${rate} after which its cost is not finite`,
        },
      ]),
    ),
    floor: {
      value() {
        const line = trained(1, 1e-9, 60_000);
        return (1 - interceptOf(line)) ** 2 * floorFactor(sumsOf(line));
      },
      say: say.digits(6),
      how: '½(1 − c)²(n − (Σx)²/Σx²) for seed 1 as posted, with the c that it has after 60,000 steps',
    },
    'floor.factor': {
      value: () => floorFactor(expected),
      say: say.digits(3),
      how: '½(n − (Σx)²/Σx²) for every x from 0 to 999 once: the floor is this times (1 − c)²',
    },
    'floor.no-error-at': {
      value: () => expected.squares / expected.x,
      say: say.digits(3),
      how: 'the x at which a line with a wrong intercept and the best slope for it is right: Σx²/Σx',
    },
    'floor.error-at-10079': {
      value: () => 1 - (10_079 * expected.x) / expected.squares,
      say: say.digits(2),
      how: 'the error at 10,079 of a line with intercept c and the best slope for it, as a multiple of c − 1: 1 − 10,079 Σx/Σx²',
    },
    'condition-number': {
      value: () =>
        median(
          Array.from({ length: 100 }, (_, k) => conditionNumber(trained(k + 1, 1e-9, 10))).toSorted(
            (one, other) => one - other,
          ),
        ),
      say: say.power(1),
      how: 'the steepest curvature of the cost over the flattest that is not 0, after ten steps as posted; the median of 100 seeds',
    },
  };
};

/**
 * r  right: the straight line through the outputs for the least and the largest sample is off by less than half a number
 *    at 0 and at 999, and every sample lies on it to a millionth of the unit of the data, 1 or 1/1000
 * w  wrong
 * d  diverged
 *
 * It is for runs that leave every hidden unit on one side of its kink for all x from 0 to 999; a kink between 0 and the
 * least sample would go unseen.
 */
const successor =
  (unit: number): Readings[string] =>
  ({ inputs, outputs, outcome }) => {
    if (outcome === 'diverged') return 'd';
    let [least, largest] = [0, 0];
    for (let n = 0; n < inputs.length; n++) {
      if (inputs[n] < inputs[least]) least = n;
      if (inputs[n] > inputs[largest]) largest = n;
    }
    const slope = (outputs[largest] - outputs[least]) / (inputs[largest] - inputs[least]);
    const lineAt = (x: number) => outputs[least] + slope * (x - inputs[least]);
    for (let n = 0; n < inputs.length; n++) {
      if (!(Math.abs(outputs[n] - lineAt(inputs[n])) < 1e-6 * unit)) return 'w';
    }
    const errorAt = (x: number) => Math.abs(lineAt(x * unit) - (x + 1) * unit) / unit;
    return errorAt(0) < 0.5 && errorAt(999) < 0.5 ? 'r' : 'w';
  };

export const readings: Readings = {
  successor: successor(1),
  'successor-in-thousands': successor(1 / 1000),
};
