/** What the page may use of the book: pure functions and types, nothing that reads files. */
export {
  applyMends,
  faultState,
  lineOf,
  undoMends,
  type Edit,
  type EditResult,
  type FaultState,
  type Language,
  type Mendable,
} from './mends.ts';
export type { CaseFaults, Fault } from './faults.ts';
export {
  emptyProgress,
  mergeProgress,
  progressName,
  readProgress,
  recordAnswer,
  recordSolutionSeen,
  standingOf,
  type ExerciseProgress,
  type Progress,
  type Standing,
} from './progress.ts';
export {
  everything,
  isSameName,
  readAssignment,
  writeAssignment,
  type Assignment,
  type AssignmentMistake,
  type AssignmentRead,
} from './assignment.ts';
export { announceMends, onMendsChosen } from './mends-chosen.ts';
export { benchPanes, readBenchLink, writeBenchLink } from './bench-link/bench-link.ts';
export type { BenchLink, BenchPane } from './bench-link/bench-link.ts';
export { longTextsIn, writeLongTexts } from './bench-link/long-texts.ts';
export { readHuntLink, writeHuntLink } from './bench-link/hunt-link.ts';
export { workshopBench, workshopLink } from './bench-link/workshop-link.ts';
export { differenceCount } from './bench-link/line-difference.ts';
export {
  handInFileName,
  handInOf,
  handInText,
  longestHandIn,
  progressOf,
  readHandIn,
  saysHandIn,
  type AskedExercise,
  type Edition,
  type HandedAnswer,
  type HandIn,
  type HandInReading,
} from './hand-in/hand-in.ts';
export {
  answerWords,
  judgeAnswer,
  type GradedExercise,
  type ProgramToGrade,
} from './hand-in/graded-exercise.ts';
export { samePrograms, type SamePrograms } from './hand-in/same-programs.ts';
export { csvText } from './hand-in/csv.ts';
export { fingerprint } from './fingerprint.ts';
export { readerStore, type ReaderStore, type TextStore } from './reader-store.ts';
export { gradeNumber, gradeOption, type Verdict } from './grading.ts';
export { gradeCode, type CodeCheck, type CodeEvidence, type CodeGrade } from './code-grading.ts';
export { gatherEvidence, type Ungathered } from './gather-evidence.ts';
export { gradeProgram, type Graded } from './grade-program.ts';
export type { Training } from './experiments/training.ts';
export { combinationKey, combinations } from './combinations.ts';
export { recount, rowEpochs, type CountableBoard } from './experiments/recount.ts';
export type { FindingSections } from './finding-sections.ts';
export { createPageFinder, type FoundPage, type SearchablePage } from './search/find-pages.ts';
export type { Wording } from './search/wording.ts';
