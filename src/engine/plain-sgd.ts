import type { Spec } from './spec.ts';

/** Whether an update is one plain step on one sample, which needs no gradient array. */
export function isPlainSgd(spec: Spec): boolean {
  return spec.optimizer.kind === 'sgd' && spec.batch === 'sample' && !spec.weightDecay;
}
