/** Can this training be run, and does it train on the whole data set? */
import { checkSpec } from '../../engine/index.ts';
import type { Training } from './training.ts';

/**
 * @throws a RangeError of the first thing that is wrong with the spec, and if its samples take so many updates each that the epochs are
 * over before all have had theirs: an epoch is as many updates as there are samples, whatever their order.
 */
export function checkTraining({ spec, epochs }: Training): void {
  checkSpec(spec, 'spec');
  const { sampling, data } = spec;
  if (sampling?.kind !== 'in-order') return;
  const { repeat = 1, order } = sampling;
  // No epochs at all look at the networks as they are drawn.
  if (epochs === 0 || epochs >= repeat) return;
  const count = order?.length ?? ('kind' in data ? data.samples : data.inputs.length);
  const updates = epochs * count;
  throw new RangeError(
    `spec: spec.sampling.repeat is ${repeat}, and ${epochs} epochs are ${updates} updates, enough for ${Math.floor(updates / repeat)} of ${count} samples; expected ${repeat} epochs or more`,
  );
}
