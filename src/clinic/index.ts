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
  type TaskName,
  taskNames,
  weightNames,
} from './fields.ts';
export { hiddenFeatures, initialFeature, lossFeature, movedFeature } from './features.ts';
export { codeOfRatios, type UpdateCode } from './first-update.ts';
export type { Worked } from './job.ts';
export { type Belief, isAgreeing, type Listed, Patient, probable, waves } from './patient.ts';
export { programText } from './program-text.ts';
export { type Question } from './questions.ts';
export { type PrintedNumbers, readPrinted } from './read-printed.ts';
export { type LayerParameters, replayAll } from './replay.ts';
export { type Place, suspectNamed } from './suspects.ts';
