/**
 * The largest curvature of the loss, and the learning rate it allows.
 *
 * Near a minimum with Hessian H, gradient descent multiplies the error along each eigenvector by 1 - rate lambda:
 * it shrinks only while rate < 2 / lambda_max. Here lambda_max is found by power iteration, v = H v / |H v|,
 * with the product taken from two gradients,
 *
 *     H v = (g(w + h v) - g(w - h v)) / 2h,
 *
 * exact for a quadratic loss and good to about six digits otherwise. The gradients are the right ones, whatever
 * faults the run has in its backward pass; weight decay counts. Source: Pearlmutter 1994 for H v without H;
 * LeCun, Simard & Pearlmutter 1993 for the bound on the rate.
 */
import { followedGradient } from './batch-gradient.ts';
import { faultDescriptions } from './faults.ts';
import { createRun, type Run } from './run.ts';

const ITERATIONS = 200;
const WIDTH = 1e-5;

/**
 * The largest eigenvalue of the Hessian of the loss of the whole data set at the run's parameters: of the sum
 * over samples, or of the mean where the batch is a mean. NaN where the parameters are not finite.
 */
export function largestCurvature(run: Run): number {
  const parameters = [...run.network.parameters];
  if (!parameters.every(Number.isFinite)) return NaN;
  const faults = (run.spec.faults ?? []).filter(({ name }) => faultDescriptions[name].place === 'forward');
  const other = createRun({ ...run.spec, initial: { parameters }, faults }, run.seed);
  const decay = decayOf(other);
  const home = Float64Array.from(parameters);

  const times = (v: Float64Array): Float64Array => {
    const gradientAt = (h: number): Float64Array => {
      for (let j = 0; j < home.length; j++) other.network.parameters[j] = home[j]! + h * v[j]!;
      return followedGradient(other);
    };
    const ahead = gradientAt(WIDTH);
    const behind = gradientAt(-WIDTH);
    return v.map((component, j) => (ahead[j]! - behind[j]!) / (2 * WIDTH) + decay[j]! * component);
  };

  const extreme = powerIteration(times, home.length);
  if (extreme >= 0) return extreme;
  // The eigenvalue of largest size is negative: shift all by it, and the largest becomes the one of largest size.
  return (
    powerIteration((v) => times(v).map((component, j) => component - extreme * v[j]!), home.length) + extreme
  );
}

/** The weight decay of each parameter: biases have none. */
function decayOf({ network, spec }: Run): Float64Array {
  const decay = new Float64Array(network.parameters.length);
  for (const { weights, weightCount } of network.offsets) {
    decay.fill(spec.weightDecay ?? 0, weights, weights + weightCount);
  }
  return decay;
}

/** The eigenvalue of largest size, from a fixed start that favours no direction. */
function powerIteration(times: (v: Float64Array) => Float64Array, count: number): number {
  let v: Float64Array = Float64Array.from({ length: count }, (_, j) => 1 + ((j * 7919) % 101) / 101);
  let eigenvalue = 0;
  for (let n = 0; n < ITERATIONS; n++) {
    const length = Math.sqrt(dot(v, v));
    if (length === 0) return 0;
    v = v.map((component) => component / length);
    const product = times(v);
    const next = dot(v, product);
    if (n > 5 && Math.abs(next - eigenvalue) <= 1e-9 * Math.abs(next)) return next;
    eigenvalue = next;
    v = product;
  }
  return eigenvalue;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}
