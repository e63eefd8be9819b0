/**
 * The program of the case exploding-successor without its thousand samples: between the kinks of its units the
 * network is a straight line of x, so that every sum over the samples in a stretch follows from how many there are,
 * the sum of their x and the sum of their x². A step costs a few dozen operations instead of thousands, and gives
 * what the engine gives, but for the last digits.
 *
 *     z = b + u x,   yhat = f(f(c + v . z)),   e = x + 1 - yhat,   d = -e f'(c + v . z)
 *     dJ/dv = sum f(z) d + v / 2,   dJ/du = sum x d v f'(z) + u / 2
 *
 * As posted, v . z is made of the sums z and not of the activations f(z). b and c are never trained.
 */
import { createRun } from '../../engine/index.ts';
import { caseTrainings } from '../cases/index.ts';

const numbers = 1000;
const leak = 0.01;
const weightDecay = 0.5;

/** Sums over the samples with an input below x, for x from 0 to 1000. */
interface SumsBelow {
  count: Float64Array;
  x: Float64Array;
  squares: Float64Array;
}

export interface SuccessorLine {
  readonly below: SumsBelow;
  /** Of the hidden units: input weights, output weights, biases; and the output's bias. */
  readonly u: [number, number, number];
  readonly v: [number, number, number];
  readonly b: readonly [number, number, number];
  readonly c: number;
}

/** The network and the samples of a seed, before the first step. */
export function successorLine(seed: number): SuccessorLine {
  const { network, samples } = createRun(caseTrainings['exploding-successor']!.training().spec, seed);
  const occurrences = new Float64Array(numbers);
  for (const input of samples.inputs) occurrences[input[0]!]!++;
  const below: SumsBelow = {
    count: new Float64Array(numbers + 1),
    x: new Float64Array(numbers + 1),
    squares: new Float64Array(numbers + 1),
  };
  occurrences.forEach((count, x) => {
    below.count[x + 1] = below.count[x]! + count;
    below.x[x + 1] = below.x[x]! + count * x;
    below.squares[x + 1] = below.squares[x]! + count * x * x;
  });
  const three = (from: number) => [...network.parameters.slice(from, from + 3)] as [number, number, number];
  return { below, u: three(0), b: three(3), v: three(6), c: network.parameters[9]! };
}

/** Sums over all samples. */
export function sumsOf({ below }: SuccessorLine): { count: number; x: number; squares: number } {
  return { count: below.count[numbers]!, x: below.x[numbers]!, squares: below.squares[numbers]! };
}

/** The line c + v . z = slope x + intercept. */
export function lineOf({ u, v, b, c }: SuccessorLine): { slope: number; intercept: number } {
  return {
    slope: u[0] * v[0] + u[1] * v[1] + u[2] * v[2],
    intercept: c + b[0] * v[0] + b[1] * v[1] + b[2] * v[2],
  };
}

/** Takes one step. @returns the cost before it: half the squared errors, summed. */
export function stepLine(line: SuccessorLine, learningRate: number): number {
  const { below, u, v, b } = line;
  const { slope, intercept } = lineOf(line);
  const [du, dv] = [
    [0, 0, 0],
    [0, 0, 0],
  ] as [[number, number, number], [number, number, number]];
  let cost = 0;
  const cuts = cutsOf([[slope, intercept], ...u.map((weight, k): [number, number] => [weight, b[k]!])]);
  for (let at = 1; at < cuts.length; at++) {
    const [from, to] = [cuts[at - 1]!, cuts[at]!];
    const n = below.count[to]! - below.count[from]!;
    const sx = below.x[to]! - below.x[from]!;
    const sxx = below.squares[to]! - below.squares[from]!;
    // e = p x + q and d = -gate e in this stretch.
    const gate = slope * from + intercept > 0 ? 1 : leak;
    const [p, q] = [1 - gate ** 2 * slope, 1 - gate ** 2 * intercept];
    cost += (p * p * sxx + 2 * p * q * sx + q * q * n) / 2;
    const [sumOfE, sumOfXE] = [p * sx + q * n, p * sxx + q * sx];
    for (let k = 0; k < 3; k++) {
      const open = u[k]! * from + b[k]! > 0 ? 1 : leak;
      dv[k]! -= open * gate * (u[k]! * sumOfXE + b[k]! * sumOfE);
      du[k]! -= open * gate * v[k]! * sumOfXE;
    }
  }
  for (let k = 0; k < 3; k++) {
    v[k]! -= learningRate * (dv[k]! + weightDecay * v[k]!);
    u[k]! -= learningRate * (du[k]! + weightDecay * u[k]!);
  }
  return cost;
}

/** Where the signs of the lines a x + b can change among the whole numbers from 0 to 999, with both ends. */
function cutsOf(lines: [a: number, b: number][]): number[] {
  const cuts = [0, numbers];
  for (const [a, b] of lines) {
    const root = -b / a;
    if (root >= 0 && root < numbers) cuts.push(Math.ceil(root), Math.floor(root) + 1);
  }
  return cuts.sort((one, other) => one - other);
}
