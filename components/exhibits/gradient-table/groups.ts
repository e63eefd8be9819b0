/** The parameters of a network in groups that fail together: the weights of a layer, and its biases. */
import type { Run } from '../../../src/engine/index.ts';
import type { Row } from './row.ts';
import { type Signature, signatureOf } from './signature.ts';

export interface Group {
  /** "Hidden layer, weights". */
  name: string;
  rows: Row[];
  /** The largest relative error, kinks left out. */
  error: number;
  wrong: number;
  /** What kind of mistake it looks like. */
  signature: Signature | undefined;
}

export function groupsOf(network: Run['network'], rowOf: (parameter: number) => Omit<Row, 'name'>): Group[] {
  const depth = network.layers.length;
  return network.layers.flatMap((layer, l) => {
    const { weights, weightCount, biases, biasCount } = network.offsets[l]!;
    const name = l === depth - 1 ? 'Output layer' : depth === 2 ? 'Hidden layer' : `Hidden layer ${l + 1}`;
    const source = l === 0 ? 'input' : 'unit';
    const connection = (i: number) =>
      `unit ${Math.floor(i / layer.inputs) + 1}, from ${source} ${(i % layer.inputs) + 1}`;
    const rows = (first: number, count: number, nameOf: (i: number) => string) =>
      Array.from({ length: count }, (_, i): Row => ({ name: nameOf(i), ...rowOf(first + i) }));
    // Where a fault adds biases to the weights there is one for each weight.
    const biasName = biasCount > layer.units ? connection : (i: number) => `unit ${i + 1}`;
    return [
      groupOf(`${name}, weights`, rows(weights, weightCount, connection), layer.inputs),
      groupOf(
        `${name}, biases`,
        rows(biases, biasCount, biasName),
        biasCount > layer.units ? layer.inputs : 1,
      ),
    ].filter((group) => group.rows.length > 0);
  });
}

function groupOf(name: string, rows: Row[], rowsPerUnit: number): Group {
  const compared = rows.filter(({ verdict }) => verdict !== 'kink');
  return {
    name,
    rows,
    error: Math.max(0, ...compared.map(({ error }) => error)),
    wrong: rows.filter(({ verdict }) => verdict === 'wrong').length,
    signature: compared.length === 0 ? undefined : signatureOf(rows, rowsPerUnit),
  };
}
