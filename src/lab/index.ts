/** The public door of the lab. */
export type { Program, DataSet, LayerView } from './program.ts';

export type {
  Advance,
  Diagnosis,
  Failure,
  Finding,
  Frame,
  LayerFrame,
  LayerGradient,
  LossPoints,
  Plane,
  PlaneWindow,
  ProgramInfo,
  Result,
  SeedReading,
  SeedResult,
} from './protocol.ts';
export type { LabSession, Loaded, SweepProgress, SweepRequest } from './session.ts';
export type { LabOptions } from './open-lab.ts';
export { openLab } from './open-lab.ts';
export type { Outcome } from '../engine/outcome.ts';
export { type ComparedParameter, compareGradient, gradientMistakes } from './checks/compare-gradient.ts';
export type { LossSlope } from './checks/true-gradient.ts';
export { programOfSpec } from './program-of-spec.ts';
