import { allOutputsEqual } from './all-outputs-equal.ts';
import { explodingSuccessor } from './exploding-successor.ts';
import { leakyDerivative } from './leaky-derivative.ts';
import { negativeZero } from './negative-zero.ts';
import type { CaseTraining } from './training.ts';
import { unboundedClassifier } from './unbounded-classifier.ts';

/** The trainings of the cases, by the case's id. */
export const caseTrainings: Readonly<Record<string, CaseTraining>> = {
  'all-outputs-equal': allOutputsEqual,
  'leaky-derivative': leakyDerivative,
  'exploding-successor': explodingSuccessor,
  'negative-zero': negativeZero,
  'unbounded-classifier': unboundedClassifier,
};
