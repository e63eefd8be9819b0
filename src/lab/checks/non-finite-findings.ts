import type { Finding } from '../protocol.ts';
import type { Subject } from './diagnose.ts';
import { entriesOf } from './specimen.ts';
import { layerName, number } from './words.ts';

/** Where a number first was not finite: the update is done again from the last sound network and each layer is looked at. */
export function nonFiniteFindings({ program, nonFinite }: Subject): Finding[] {
  if (!nonFinite) return [];
  const { update, before } = nonFinite;
  const network = structuredClone(before);
  const largest = Math.max(
    ...entriesOf(program.layers(structuredClone(before)))
      .flat(2)
      .map(Math.abs),
  );
  program.update(network, (update - 1) % program.updatesPerEpoch);
  const layers = entriesOf(program.layers(network));
  const broken = layers.findIndex((rows) => rows.some((row) => !row.every(Number.isFinite)));
  const where =
    broken < 0
      ? 'in the outputs, while every weight was still finite'
      : `in the weights or biases of ${layerName(broken, layers.length)}`;
  return [
    {
      kind: 'non-finite',
      severity: 'problem',
      ...(broken >= 0 && { layer: broken }),
      title: `Since update ${update.toLocaleString('en-GB')} the network holds numbers that are not finite.`,
      detail: `It began ${where}; just before, the largest weight was ${number(largest, 2)}. The steps grew from one update to the next: look at the learning rate, at sums that should be means, at inputs that are not scaled.`,
    },
  ];
}
