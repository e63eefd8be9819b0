/** The facts that are computed at once: closed forms, single runs, and counts over short runs. */
import { allOutputsEqualFacts } from './cases/all-outputs-equal.ts';
import { explodingSuccessorFacts } from './cases/exploding-successor.ts';
import { leakyDerivativeFacts } from './cases/leaky-derivative.ts';
import { negativeZeroFacts } from './cases/negative-zero.ts';
import { unboundedClassifierFacts } from './cases/unbounded-classifier.ts';
import { chapterFacts } from './chapter-facts.ts';
import type { NumberFact } from './fact.ts';

export const numberFacts: readonly NumberFact[] = [
  ...allOutputsEqualFacts,
  ...leakyDerivativeFacts,
  ...explodingSuccessorFacts,
  ...negativeZeroFacts,
  ...unboundedClassifierFacts,
  ...chapterFacts,
];
