/**
 * How fast the gradient that updates follow changes along the direction in which it changes fastest, by power iteration with
 * differences of two updates, H v = (g(p + h v) - g(p - h v)) / 2h. A step is stable while learning rate times it is below 2.
 */
import type { Specimen } from './specimen.ts';

const iterations = 40;
const width = 1e-5;

/** @param from The network whose other numbers go along. NaN where an update is not finite, or a kink is so near that it jumps. */
export function steepestCurvature(specimen: Specimen, values: number[], from: unknown): number {
  const { learningRate } = specimen.program;
  const gradientAt = (direction: number[], h: number): number[] => {
    const moved = values.map((value, j) => value + h * direction[j]!);
    return specimen.change(moved, 0, from).map((change) => -change / learningRate);
  };
  // Some direction that is not likely to be at right angles to the one sought.
  let direction = unitVector(values.map((_, j) => 1 + ((j * 7) % 5) / 10));
  let curvature = NaN;
  const productAt = (h: number): number[] => {
    const [ahead, behind] = [gradientAt(direction, h), gradientAt(direction, -h)];
    return ahead.map((value, j) => (value - behind[j]!) / (2 * h));
  };
  const along = (product: number[]): number =>
    product.reduce((sum, value, j) => sum + value * direction[j]!, 0);
  for (let i = 0; i < iterations; i++) {
    specimen.beat();
    const product = productAt(width);
    const next = along(product);
    const isSettled = Math.abs(next - curvature) < 1e-4 * Math.abs(next);
    curvature = next;
    if (isSettled || !product.some((value) => value !== 0)) break;
    direction = unitVector(product);
  }
  // What jumps gives a difference that is the smaller the wider it is taken.
  const wider = along(productAt(8 * width));
  return Math.abs(wider - curvature) < 0.1 * Math.abs(curvature) ? curvature : NaN;
}

function unitVector(vector: number[]): number[] {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value ** 2, 0));
  return vector.map((value) => value / length);
}
