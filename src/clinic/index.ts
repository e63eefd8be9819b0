/** The public door of the clinic. */
export { accuracy } from './accuracy.ts';
export { type Crew, openCrew } from './crew.ts';
export type { Description } from './description.ts';
export {
  batchNames,
  biasNames,
  type FieldName,
  type Fields,
  fieldsOfLink,
  hiddenNames,
  type Language,
  languages,
  linkOf,
  lossNames,
  outputNames,
  type Problem,
  readFields,
  weightNames,
} from './fields.ts';
export { hiddenFeatures, initialFeature, lossFeature, movedFeature } from './features.ts';
export { codeOfRatios, type UpdateCode } from './first-update.ts';
export type { Worked } from './job.ts';
export { type Listed } from './listed.ts';
export { type Belief, Patient, probable } from './patient.ts';
export { programText } from './program-text.ts';
export { type Question } from './questions.ts';
export { type PrintedNumbers, readPrinted } from './read-printed.ts';
export { isAgreeing, type LayerParameters, replayAll } from './replay.ts';
export { type Place, suspectNamed } from './suspects.ts';
export { type TaskName, taskNames } from './tasks.ts';
export { waves } from './waves.ts';
