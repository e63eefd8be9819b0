/** What a network or an epoch lacks: a bias that a layer does not have, samples that an epoch does not show. */
import type { Finding } from '../protocol.ts';
import type { GradientCheck } from './gradients.ts';
import { capital, layerName } from './words.ts';

export function shapeFindings(check: GradientCheck): Finding[] {
  return [...missingBiases(check), ...shortEpoch(check)];
}

/** A layer needs no bias whose inputs hold a constant: the weight of that constant is one. */
function missingBiases({ specimen, present }: GradientCheck): Finding[] {
  const traces = present[0]?.traces;
  if (!traces) return [];
  const count = specimen.copies.length;
  return specimen.copies.flatMap((rows, layer): Finding[] => {
    const bias = specimen.widths[layer]!;
    if (rows.some((row) => row[bias]! > 0)) return [];
    const inputs =
      layer === 0 ? specimen.data.inputs : traces.map(({ activations }) => activations[layer - 1]!);
    const hasConstant = inputs[0]!.some((x, i) => x !== 0 && inputs.every((row) => row[i] === x));
    if (layer === 0 && hasConstant) return [];
    return [
      {
        kind: 'no-bias',
        severity: 'note',
        layer,
        title: `${capital(layerName(layer, count))} has no bias.`,
        detail:
          'Whatever its units should add on every sample alike has to come through their inputs, and costs the layer before a unit or a part of one.',
      },
    ];
  });
}

function shortEpoch({ match, specimen }: GradientCheck): Finding[] {
  const { program, data } = specimen;
  const count = data.inputs.length;
  const { updatesPerEpoch, epochs } = program;
  if (match?.descends !== 'sample' || updatesPerEpoch >= count) return [];
  const samples = updatesPerEpoch === 1 ? 'one sample' : `${updatesPerEpoch} samples`;
  return [
    {
      kind: 'short-epoch',
      severity: 'note',
      title: `An epoch here is ${samples}, not a pass over all ${count}.`,
      detail: `In ${epochs.toLocaleString('en-GB')} epochs each sample has its turn about ${Math.round((epochs * updatesPerEpoch) / count).toLocaleString('en-GB')} times. Compare runs by updates, not by epochs.`,
    },
  ];
}
