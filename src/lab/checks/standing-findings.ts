/** How a run stands with which nothing is wrong: at rest where descent stalls, or on its way. Told by shares of other starts. */
import { judgeOutcome } from '../../engine/outcome.ts';
import type { Diagnosis, Finding } from '../protocol.ts';
import type { Subject } from './subject.ts';
import { finding } from './finding.ts';
import { attempt, dataOfSeed } from './own-data.ts';
import type { Specimen } from './specimen.ts';

const seeds = 10;
/** Updates that are spent on other seeds in all. */
const mostUpdates = 200_000;
/** A run has stalled whose error would fall by less than this part in as many updates as it has had. */
const hardlyFalls = 0.01;

/** @param others What else was found. */
export function standingFindings(
  { program, data, network, update, beat, most }: Subject,
  specimen: Specimen,
  gradients: Diagnosis['gradients'],
  others: Finding[],
): Finding[] {
  if (update === 0 || others.some(({ severity }) => severity === 'problem')) return [];
  if (!others.some(({ code }) => code === 'gradient-right')) return [];
  const outputsOf = (of: unknown, inputs: number[][]): number[][] => {
    const copy = structuredClone(of);
    return inputs.map((input) => Array.from(program.predict(copy, input.slice())));
  };
  const hasSolved = (of: unknown, of_: typeof data): boolean =>
    judgeOutcome(outputsOf(of, of_.inputs), of_.targets, specimen.read(of)).kind === 'solved';
  const errorOf = (of: unknown): number => {
    const outputs = outputsOf(of, data.inputs);
    const squares = outputs.flatMap((row, n) => row.map((y, o) => (y - data.targets[n]![o]!) ** 2));
    return squares.reduce((sum, square) => sum + square, 0) / squares.length;
  };
  if (hasSolved(network, data)) return [];

  const epoch = Math.min(program.updatesPerEpoch, 1_000);
  const later = structuredClone(network);
  for (let k = 0; k < epoch; k++) program.update(later, (update + k) % program.updatesPerEpoch);
  const [before, after] = [errorOf(network), errorOf(later)];
  const fall = ((before - after) / before) * Math.max(1, update / epoch);
  if (!(fall < hardlyFalls)) return [finding('on-its-way', 'fine', { before, after, updates: epoch })];
  const length = Math.sqrt(gradients.reduce((sum, { trueNorm }) => sum + trueNorm ** 2, 0));
  return [finding('stalled', 'note', { error: before, length, ...sharesOfOtherSeeds() })];

  function sharesOfOtherSeeds(): Record<string, number> {
    const trained = Math.min(update, Math.floor((most?.updates ?? mostUpdates) / seeds));
    let solved = 0;
    for (let seed = 1_001; seed <= 1_000 + seeds; seed++) {
      const other = attempt(() => program.create(seed));
      // A program in another language may have no other start to give.
      if (other === undefined) return {};
      const own = dataOfSeed(program, data, seed);
      for (let k = 0; k < trained; k++) {
        if (k % 64 === 0) beat();
        program.update(other, k % program.updatesPerEpoch);
      }
      if (hasSolved(other, own)) solved++;
    }
    return { seeds, solved, trained };
  }
}
