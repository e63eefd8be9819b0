/** What a training run is made of. run.ts makes one and trains it. */
import type { Samples } from './data.ts';
import type { Random } from './mulberry32.ts';
import type { Network } from './network.ts';
import type { OptimizerState } from './optimizers.ts';
import type { Spec } from './spec.ts';

export interface Run {
  readonly spec: Spec;
  seed: number;
  readonly network: Network;
  readonly samples: Samples;
  /** The samples of one epoch, or null where each is drawn at random. */
  readonly order: Int32Array | null;
  readonly optimizer: OptimizerState;
  readonly random: Random;
  /** Does so many updates: the training loop that suits the spec. */
  readonly loop: (run: Run, updates: number) => void;
  /** Updates done so far. */
  updateCount: number;
}
