/** What each finding of the diagnosis says, by its code: see findings/finding-words.ts for how the templates are written. */
import { backwardPassWords } from './findings/backward-pass.ts';
import { forwardPassWords } from './findings/forward-pass.ts';
import { gradientWords } from './findings/gradient.ts';
import { movementWords } from './findings/movement.ts';
import { nonFiniteWords } from './findings/non-finite.ts';
import { outputWords } from './findings/outputs.ts';
import { runWords } from './findings/run.ts';
import { stepWords } from './findings/steps.ts';
import { unitWords } from './findings/units.ts';

export type { FindingWords } from './findings/finding-words.ts';

export const findingWords = {
  ...gradientWords,
  ...backwardPassWords,
  ...movementWords,
  ...forwardPassWords,
  ...outputWords,
  ...stepWords,
  ...nonFiniteWords,
  ...unitWords,
  ...runWords,
};

export type FindingCode = keyof typeof findingWords;
