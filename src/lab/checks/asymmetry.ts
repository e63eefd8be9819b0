/**
 * One thing that every gradient does, whatever the loss: moving parameter i changes the step of j exactly as much as the other way
 * round, u . J v = v . J u for the step's derivative J along any two directions.
 */
import type { Observation } from './observations.ts';
import { drawsOf } from './parameters.ts';
import type { Specimen } from './specimen.ts';

const directions = 6;
const width = 1e-5;

/**
 * |u . J v - v . J u| beside the larger of the two, the middle one of several pairs of directions; of a few updates and states
 * the largest, since in some of them nothing may move. Nothing where it could not be found out.
 */
export function asymmetryOf(specimen: Specimen, observations: Observation[]): number | undefined {
  if (specimen.parameters.length < 2) return undefined;
  const [from] = specimen.successors(1);
  const every = Math.ceil(observations.length / mostLooked);
  const found = observations
    .filter((_, at) => at % every === 0)
    .map(({ values, k }) => asymmetryAt(specimen, values, k, from))
    .filter(Number.isFinite);
  return found.length > 0 ? Math.max(...found) : undefined;
}

const mostLooked = 6;

function asymmetryAt(specimen: Specimen, values: number[], k: number, from: unknown): number {
  const random = drawsOf(11);
  const draw = (): number[] => values.map(() => 2 * random() - 1);
  const along = (direction: number[]): number[] => {
    const at = (h: number): number[] =>
      specimen.change(
        values.map((value, i) => value + h * direction[i]!),
        k,
        from,
      );
    const [ahead, behind] = [at(width), at(-width)];
    return ahead.map((value, i) => (value - behind[i]!) / (2 * width));
  };
  const dot = (a: number[], b: number[]): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  const found = Array.from({ length: directions }, () => {
    const [u, v] = [draw(), draw()];
    const [Ju, Jv] = [along(u), along(v)];
    const [one, other] = [dot(u, Jv), dot(v, Ju)];
    const size = Math.max(Math.abs(one), Math.abs(other), 1e-3 * Math.sqrt(dot(Ju, Ju) * dot(v, v)));
    return size === 0 ? NaN : Math.abs(one - other) / size;
  }).toSorted((a, b) => a - b);
  return found[Math.floor(directions / 2)]!;
}
