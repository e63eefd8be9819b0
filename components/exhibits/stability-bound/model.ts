/**
 * Gradient descent on the linear case: yhat = u v x, targets y = x, half the sum of squared errors over the inputs,
 *
 *     J(u, v) = 1/2 K (s - 1)²,   s = u v,   K = sum x².
 *
 * Every point of the valley u v = 1 is a perfect fit; its largest curvature is lambda_max = K (u² + v²), so that it
 * holds a run only while eta < 2 / lambda_max. The flattest point, u = v = 1, has lambda_max = 2 K: above the cliff
 * eta = 1 / K no point of the valley holds. With k = eta K a step is
 *
 *     u <- u - k (s - 1) v,   v <- v - k (s - 1) u,
 *
 * and it takes u² - v² to (u² - v²) (1 - k² (s - 1)²): a run that swings is thrown towards u = v, to flatter ground
 * (Lewkowycz et al. 2020, "The large learning rate phase of deep learning: the catapult mechanism"). On u = v it is
 * the map s <- s (1 - k (s - 1))²: it settles for k < 1; keeps a period of two with k s in {a, 1/a}, a + 1/a = 1 + k,
 * for 1 < k < sqrt(5) - 1; stays bounded to k = 2; and beyond that squares its own size at every step.
 */

/** sum x² over the whole numbers 0 to 999: n (n + 1) (2n + 1) / 6 with n = 999. */
export const sumOfSquaresTo999 = 332_833_500;

export interface StabilityBoundOptions {
  /** eta, greater than 0. */
  learningRate: number;
  /** The weights before the first step. Defaults to u = 2.4, v = 0.2. */
  start?: [u: number, v: number];
  /** K, the sum of the squared inputs. Defaults to that of the whole numbers 0 to 999. */
  sumOfSquares?: number;
}

/** What becomes of the run. */
export type Fate =
  | { kind: 'stands'; fits: boolean } // no slope at the start: a perfect fit, or the saddle at u = v = 0
  | { kind: 'on-the-pass' } // comes to rest at the saddle u = v = 0, as where k (s - 1) = 1 makes the next u and v opposite
  | { kind: 'settles'; step: number; thrown: boolean } // thrown: to flatter ground than small steps would reach
  | { kind: 'period-two'; low: number; high: number } // s alternates between these
  | { kind: 'wanders'; low: number; high: number } // bounded, without coming to rest
  | { kind: 'blows-up'; step: number }; // the first step after which a weight is not finite

export interface StabilityBoundModel {
  readonly learningRate: number;
  readonly sumOfSquares: number;
  /** eta in units of the cliff: k = eta K. */
  readonly k: number;
  /** 1 / K: above it no minimum holds. */
  readonly cliff: number;
  /** 2 / lambda_max of the minimum to which small steps would lead from this start. */
  readonly limitFromHere: number;
  /** The weights before the first step and after each step, to rest or to death; at most 401 of them. */
  readonly path: [u: number, v: number][];
  /** u² + v² up to which a minimum holds at this learning rate: 2 / k. */
  readonly holdingRadiusSquared: number;
  readonly fate: Fate;
}

/** Steps after which a run that has not come to rest is judged by its tail. */
const patience = 20_000;
const longestPath = 401;

/** @throws if the learning rate or K is not positive, or the start is not finite. */
export function createStabilityBound(options: StabilityBoundOptions): StabilityBoundModel {
  const { learningRate, start = [2.4, 0.2], sumOfSquares = sumOfSquaresTo999 } = options;
  for (const [name, value] of Object.entries({ learningRate, sumOfSquares })) {
    if (!(value > 0) || !Number.isFinite(value)) {
      throw new Error(`createStabilityBound: ${name} is ${value}; expected a positive number`);
    }
  }
  if (!start.every(Number.isFinite)) {
    throw new Error(`createStabilityBound: start is [${start.join(', ')}]; expected two finite numbers`);
  }
  const k = learningRate * sumOfSquares;
  const { path, tail, rest, death } = descend(start, k);
  // Infinitely small steps keep u² - v² and end where u v = 1: (u² + v²)² = (u² - v²)² + 4.
  const flowSharpness = Math.hypot(start[0] ** 2 - start[1] ** 2, 2);
  const limitFromHere = 2 / (sumOfSquares * flowSharpness);
  return {
    learningRate,
    sumOfSquares,
    k,
    cliff: 1 / sumOfSquares,
    limitFromHere,
    path,
    holdingRadiusSquared: 2 / k,
    fate: standsAt(start) ?? fateOf({ k, tail, rest, death, thrown: learningRate > limitFromHere }),
  };
}

/** The two values of s between which the balanced map alternates for 1 < k. */
export function periodTwo(k: number): [low: number, high: number] {
  const a = (1 + k + Math.sqrt((1 + k) ** 2 - 4)) / 2;
  return [1 / (a * k), a / k];
}

function descend(start: [number, number], k: number) {
  const path: [u: number, v: number][] = [start];
  let tail: number[] = [];
  let [u, v] = start;
  for (let step = 1; step <= patience; step++) {
    const error = u * v - 1;
    [u, v] = [u - k * error * v, v - k * error * u];
    if (path.length < longestPath) path.push([u, v]);
    if (!Number.isFinite(u) || !Number.isFinite(v)) return { path, tail, death: step };
    const s = u * v;
    if (Math.abs(s - 1) < 1e-9 && Math.abs(error) < 1e-9) return { path, tail, rest: step };
    if (step > patience - 64) tail = [...tail, s];
  }
  return { path, tail };
}

/** Where both slopes are exactly 0 no step leads away, whatever the rate. */
function standsAt([u, v]: [number, number]): Fate | undefined {
  if (u * v === 1) return { kind: 'stands', fits: true };
  return u === 0 && v === 0 ? { kind: 'stands', fits: false } : undefined;
}

interface Ending {
  k: number;
  /** The last products s. */
  tail: number[];
  rest: number | undefined;
  death: number | undefined;
  thrown: boolean;
}

function fateOf({ k, tail, rest, death, thrown }: Ending): Fate {
  if (death !== undefined) return { kind: 'blows-up', step: death };
  if (rest !== undefined) return { kind: 'settles', step: rest, thrown };
  const [low, high] = [Math.min(...tail), Math.max(...tail)];
  if (Math.max(-low, high) < 1e-9) return { kind: 'on-the-pass' };
  // Up to the cliff a swing fades, at the cliff itself as one over the root of the steps.
  if (k < 1 + 1e-9 && high - low < 2e-2) return { kind: 'settles', step: patience, thrown };
  const repeats = tail.every((s, i) => i < 2 || Math.abs(s - tail[i - 2]!) < 1e-6);
  return { kind: repeats ? 'period-two' : 'wanders', low, high };
}
