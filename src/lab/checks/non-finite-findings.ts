import type { Finding } from '../protocol.ts';
import type { Subject } from './diagnose.ts';
import { entriesOf } from './specimen.ts';
import { layerName, number } from './words.ts';

/** Where a number first was not finite: the update is done again from the last sound network and each layer is looked at. */
export function nonFiniteFindings(subject: Subject): Finding[] {
  const { program, nonFinite } = subject;
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
    ...hiddenFromSight(subject),
  ];
}

/** Outputs that are finite although the weights behind them are not. */
function hiddenFromSight({ program, data, network }: Subject): Finding[] {
  const copy = structuredClone(network);
  const isLost = entriesOf(program.layers(copy)).flat(2).some(Number.isNaN);
  if (!isLost || !data.inputs.every((input) => program.predict(copy, input.slice()).every(Number.isFinite)))
    return [];
  return [
    {
      kind: 'non-finite',
      severity: 'problem',
      title: 'The outputs do not show it: they are finite, and some weights behind them are NaN.',
      detail:
        'Every comparison with NaN is false, so an activation written with one, as `x > 0 ? x : 0`, answers with its other side and hides it. `Math.max(0, x)` lets NaN through.',
    },
  ];
}
