/** What a network or an epoch lacks: a bias that a layer does not have, samples that an epoch does not show. */
import type { Finding } from '../protocol.ts';
import { finding } from './finding.ts';
import type { GradientCheck } from './gradients.ts';

export function shapeFindings(check: GradientCheck): Finding[] {
  return [...missingBiases(check), ...shortEpoch(check)];
}

/** A layer needs no bias whose inputs hold a constant: the weight of that constant is one. */
function missingBiases({ specimen, present }: GradientCheck): Finding[] {
  const traces = present[0]?.traces;
  if (!traces) return [];
  return specimen.copies.flatMap((rows, layer): Finding[] => {
    const bias = specimen.widths[layer]!;
    if (rows.some((row) => row[bias]! > 0)) return [];
    const inputs =
      layer === 0 ? specimen.data.inputs : traces.map(({ activations }) => activations[layer - 1]!);
    const hasConstant = inputs[0]!.some((x, i) => x !== 0 && inputs.every((row) => row[i] === x));
    if (layer === 0 && hasConstant) return [];
    return [finding('no-bias', 'note', {}, { layer })];
  });
}

function shortEpoch({ match, specimen }: GradientCheck): Finding[] {
  const { program, data } = specimen;
  const count = data.inputs.length;
  const { updatesPerEpoch, epochs } = program;
  // An update that is not understood is made of nobody knows what.
  if (!match?.layers.some((layer) => layer)) return [];
  if (match.descends !== 'sample' || updatesPerEpoch >= count) return [];
  const turns = Math.round((epochs * updatesPerEpoch) / count);
  return [
    finding('short-epoch', 'note', {
      shown: updatesPerEpoch,
      one: updatesPerEpoch === 1,
      count,
      epochs,
      turns,
    }),
  ];
}
