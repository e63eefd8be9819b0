import { namesIn } from '../words.ts';
import { caseTrainings } from './index.ts';
import type { Training } from './training.ts';

/**
 * The training that an author names by a case's id and a variant's: "as-posted", or one of the case's variants.
 * `component` is the one on whose behalf it is looked up.
 */
export function namedTraining(component: string, caseId: string, variant: string): Training {
  const found = caseTrainings[caseId];
  if (!found) {
    const known = Object.keys(caseTrainings).join(', ');
    throw new Error(`${component}: case is "${caseId}"; expected one of ${known}`);
  }
  if (variant === 'as-posted') return found.training();
  const training = found.variants[variant];
  if (!training) {
    const known = ['as-posted', ...Object.keys(found.variants)].join(', ');
    throw new Error(`${component}: ${caseId} has no variant "${variant}"; expected one of ${known}`);
  }
  return training;
}

/**
 * The trainings of several variants, each with what it is called.
 *
 * @param variants Their ids, separated by commas.
 * @param labels What they are called, in the same order; a variant without one is called by its id in words.
 */
export function namedVariants(
  component: string,
  caseId: string,
  variants: string,
  labels: string,
): (Training & { label: string })[] {
  const called = namesIn(labels);
  return namesIn(variants).map((variant, k) => ({
    label: called[k] ?? variant.replaceAll('-', ' '),
    ...namedTraining(component, caseId, variant),
  }));
}
