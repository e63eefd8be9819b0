/** What a page's build may use of the book beside index.ts: functions that read the content's files. */
export { addressUnder } from './base-path.ts';
export { caseTrainings } from './cases/index.ts';
export { namedTraining, namedVariants } from './cases/named-training.ts';
export { changedLines } from './changed-lines.ts';
export { isListed } from './course.ts';
export { programFileOf, readExercises, type Exercise } from './exercises.ts';
export { faultsOfVariant, readFaults } from './faults.ts';
export { factResult, factText, factValue } from './facts/index.ts';
export { faultsThatCount } from './facts/board-sweeps.ts';
export { hiddenActivations } from './facts/chapter-sweeps.ts';
export { keptOutcomes } from './facts/kept.ts';
export { hasLearned } from './facts/letters.ts';
export { boardKey } from './facts/sweeps.ts';
export { variantProgram, variantSource } from './program-variants.ts';
export { takeHomePrograms } from './take-home.ts';
export { readTool } from './tools.ts';
export { filledWords, namesIn } from './words.ts';
