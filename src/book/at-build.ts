/** What a page's build may use of the book beside index.ts: functions that read the content's files. */
export { addressUnder } from './base-path.ts';
export { wholeAddress } from './book-address.ts';
export { changedLines } from './changed-lines.ts';
export { addressee, type Course, dueDay, isUntranslated, pagesOf, readCourse, replacedBy } from './course.ts';
export { dayText } from './day-text.ts';
export { askedExercise, chaptersWithExercises, gradedExercise, readEdition } from './hand-in/course-work.ts';
export { type CourseExercise, courseExercises } from './course-exercises.ts';
export { programFileOf } from './exercises.ts';
export { factExplanation, type FactForm, numberWords } from './fact-words.ts';
export {
  namedBoard,
  namedExperiments,
  namedTraining,
  namedVariants,
  sweepGroup,
  sweptVariants,
} from './experiments/named.ts';
export { loadedProgram } from './experiments/programs.ts';
export { runOfProgram } from './experiments/run-of-program.ts';
export { sharesAtBuild } from './experiments/shares-at-build.ts';
export { mendedTraining } from './experiments/training.ts';
export { faultsOfVariant } from './experiments/variants.ts';
export { factResult, factText, factValue } from './facts/fact-result.ts';
export { factAnchor, factUses } from './facts/fact-uses.ts';
export { readFaults } from './faults.ts';
export { readFindingSections } from './finding-sections.ts';
export { glossaryEntry, readGlossary } from './glossary.ts';
export { originalLanguage } from './language/catalogue.ts';
export { hasEmbeds } from './embeds.ts';
export { kindOfPage } from './kind-of-page.ts';
export { codeOf } from './code-of.ts';
export { keptBetweenBuilds } from './kept-between-builds.ts';
export { opensWithFormulas, showsFormulas } from './page-needs.ts';
export { variantSource } from './program-variants.ts';
export { readingMinutes } from './reading-time.ts';
export { addressOf, citationLabel, readReferences, type Reference, referenceOf } from './references.ts';
export { takeHomePrograms } from './take-home.ts';
export { readWording, searchablePages } from './search/searchable-pages.ts';
export { readTool, toolFiles } from './tools.ts';
export { waysIn } from './ways-in.ts';
export { filledWords } from './words.ts';
export { clinicAddress } from './clinic-address.ts';
export { workshopAddress } from './workshop-address.ts';
export { readWorkshopTemplates } from './workshop-templates.ts';
