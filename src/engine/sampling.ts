/** Which sample an update sees, where they come in an order. */
import type { Spec } from './spec.ts';

/** How many updates in a row each sample has. */
export function repeatOf({ sampling }: Spec): number {
  return sampling?.kind === 'in-order' ? (sampling.repeat ?? 1) : 1;
}

/**
 * Whether every epoch sees the same samples in the same order, so that a run whose parameters come back to earlier
 * ones at the end of an epoch repeats what came between.
 */
export function epochsAreAlike(spec: Spec): boolean {
  return spec.sampling?.kind !== 'random' && repeatOf(spec) === 1;
}
