/** The public door of the engine. */
export { type Activation, activationNames, activationOf } from './activations/index.ts';
export { checkSpec } from './check-spec.ts';
export { lossOfRun, meanSquaredError, outputsOf, predict } from './evaluate.ts';
export { exp } from './exponential.ts';
export { faultDescriptions, type FaultName, faultNames } from './faults.ts';
export { log } from './logarithm.ts';
export { lossNames } from './losses.ts';
export { createRandom, drawUniform, type Random } from './mulberry32.ts';
export { judgeOutcome, type Outcome } from './outcome.ts';
export { createRun, type Run, train, updatesPerEpoch } from './run.ts';
export type {
  ActivationName,
  Arithmetic,
  Batch,
  DataSet,
  DrawOrder,
  Fault,
  Initial,
  Initializer,
  LayerSpec,
  LossName,
  Optimizer,
  Sampling,
  Spec,
  SuccessorData,
} from './spec.ts';
