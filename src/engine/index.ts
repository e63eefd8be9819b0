/** The public door of the engine. */
export { type Activation, activationNames, activationOf } from './activations/index.ts';
export { checkSpec } from './check-spec.ts';
export { lossOfRun, meanSquaredError, outputsOf, predict } from './evaluate.ts';
export type { FaultName } from './faults.ts';
export { createRandom, drawUniform, type Random } from './mulberry32.ts';
export type { Layer } from './layer.ts';
export type { LayerOffsets, Network } from './network.ts';
export {
  areClasses,
  classOf,
  judgementOf,
  judgeOutcome,
  middles,
  type Outcome,
  rightSamples,
} from './outcome.ts';
export type { ActivationName } from './activations/activation-name.ts';
export { createReaction, type Reaction } from './reaction.ts';
export { xor, xorSpec } from './xor.ts';
export { createRun, restartRun, type Run, train, updatesPerEpoch } from './run.ts';
export { epochsAreAlike } from './sampling.ts';
export type {
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
