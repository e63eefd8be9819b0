/** Steps that are longer because earlier ones are in them: momentum, or gradients that were never set to zero. */
import type { GradientCheck } from './gradients.ts';

/** So many times as long as the first are a second and a third step from the same place. */
interface Lasting {
  ratio: number;
  nextRatio: number;
}

/**
 * The same update again and again with the parameters put back: a plain step is the same each time; with momentum b the second
 * is 1 + b times as long and the third 1 + b + b²; where gradients add up they are two and three times as long.
 */
export function stepsThatLast({ specimen, initial }: GradientCheck): Lasting | undefined {
  const network = specimen.atRest(specimen.successors(1)[0]);
  const steps = Array.from({ length: 3 }, () => {
    specimen.put(network, initial);
    specimen.program.update(network, 0);
    return specimen.read(network).map((value, index) => value - initial[index]!);
  });
  const [first, second, third] = steps as [number[], number[], number[]];
  const ratioTo = (step: number[]): number | undefined => {
    const size = first.reduce((sum, value) => sum + value ** 2, 0);
    const ratio = step.reduce((sum, value, i) => sum + value * first[i]!, 0) / size;
    const largest = Math.max(...step.map(Math.abs));
    const isParallel = step.every((value, i) => Math.abs(value - ratio * first[i]!) <= 1e-6 * largest);
    return isParallel && Number.isFinite(ratio) ? ratio : undefined;
  };
  const [ratio, nextRatio] = [ratioTo(second), ratioTo(third)];
  if (ratio === undefined || nextRatio === undefined) return undefined;
  const beta = ratio - 1;
  const isGeometric = Math.abs(nextRatio - (1 + beta + beta ** 2)) < 1e-6;
  return isGeometric && beta >= 1e-6 && beta <= 1 + 1e-6 ? { ratio, nextRatio } : undefined;
}
