/** The trainings of the shipped cases, by name. */
import { namedExperiments, namedTraining } from '../../src/book/experiments/named.ts';
import { mendedTraining, type Training } from '../../src/book/experiments/training.ts';

/** Of a variant of a case. */
export const variantTraining = (caseId: string, variant = 'as-posted'): Training =>
  namedTraining('test', caseId, variant);

/** Of a case with some of its faults mended. */
export function trainingMended(caseId: string, mended: readonly string[]): Training {
  const { written, mends } = namedExperiments('test', caseId);
  return mendedTraining(written!, mends, mended);
}
