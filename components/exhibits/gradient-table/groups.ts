/** The parameters of a network in groups that fail together: the weights of a layer, and its biases. */
import type { Run } from '../../../src/engine/index.ts';
import type { Row } from './row.ts';
import { type Signature, signatureOf } from './signature.ts';

export interface Group {
  layer: number;
  parameters: 'weights' | 'biases';
  rows: Row[];
  /** The largest relative error, kinks left out. */
  error: number;
  wrong: number;
  /** What kind of mistake it looks like. */
  signature: Signature | undefined;
}

type Judged = Omit<Row, 'unit' | 'from'>;

export function groupsOf(network: Run['network'], judgedOf: (parameter: number) => Judged): Group[] {
  return network.layers.flatMap((layer, l) => {
    const { weights, weightCount, biases, biasCount } = network.offsets[l]!;
    const connection = (i: number) => ({ unit: Math.floor(i / layer.inputs), from: i % layer.inputs });
    const rows = (first: number, count: number, placeOf: (i: number) => Pick<Row, 'unit' | 'from'>) =>
      Array.from({ length: count }, (_, i): Row => ({ ...placeOf(i), ...judgedOf(first + i) }));
    // Where a fault adds biases to the weights there is one for each weight.
    const hasBiasPerWeight = biasCount > layer.units;
    return [
      groupOf({ layer: l, parameters: 'weights' }, rows(weights, weightCount, connection), layer.inputs),
      groupOf(
        { layer: l, parameters: 'biases' },
        rows(biases, biasCount, hasBiasPerWeight ? connection : (i) => ({ unit: i })),
        hasBiasPerWeight ? layer.inputs : 1,
      ),
    ].filter((group) => group.rows.length > 0);
  });
}

function groupOf(part: Pick<Group, 'layer' | 'parameters'>, rows: Row[], rowsPerUnit: number): Group {
  const compared = rows.filter(({ verdict }) => verdict !== 'kink');
  return {
    ...part,
    rows,
    error: Math.max(0, ...compared.map(({ error }) => error)),
    wrong: rows.filter(({ verdict }) => verdict === 'wrong').length,
    signature: compared.length === 0 ? undefined : signatureOf(rows, rowsPerUnit),
  };
}
