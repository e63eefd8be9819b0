/** Each suspect as a program of its own, run as text, beside the engine with the suspect's spec. */
import { transform } from 'sucrase';
import { expect, it } from 'vitest';
import { createRun, outputsOf, train, updatesPerEpoch } from '../../src/engine/index.ts';
import type { Description } from '../../src/clinic/description.ts';
import { programText } from '../../src/clinic/program-text.ts';
import { changed, changesOf } from '../../src/clinic/suspects.ts';
import { describedXor as xor } from './described-xor.ts';
import type { Program } from '../../src/lab/index.ts';

const networks: [name: string, description: Description][] = [
  ['2-3-1 ReLU by sample', xor],
  [
    'leaky ReLU, averaged',
    {
      ...xor,
      hidden: { activation: 'leakyRelu', slope: 0.1 },
      output: { activation: 'identity' },
      widths: [3, 2],
      loss: 'meanSquaredError',
      batch: 'mean',
    },
  ],
  [
    'tanh, summed',
    {
      ...xor,
      hidden: { activation: 'tanh' },
      output: { activation: 'relu' },
      loss: 'squaredError',
      batch: 'sum',
      weights: { kind: 'he' },
      biases: { kind: 'zeros' },
    },
  ],
  [
    'three layers of sigmoids, cross-entropy',
    { ...xor, hidden: { activation: 'sigmoid' }, loss: 'binaryCrossEntropy', widths: [2, 2, 2] },
  ],
  ['samples drawn', { ...xor, order: 'random' }],
  ['no hidden layer', { ...xor, widths: [], output: { activation: 'tanh' } }],
];
const epochs = 20;

it.each(networks)('%s: every suspect as a program does what the suspect does', (_name, description) => {
  const suspects = changesOf(description).map((change) => changed(description, [change]));
  for (const { id, spec } of suspects) {
    const text = programText(spec, epochs);
    expect(text, id).toBeDefined();
    const exports = {} as Program;
    const { code } = transform(text!, { transforms: ['typescript', 'imports'] });
    new Function('exports', code)(exports);
    const network = exports.create(7);
    for (let e = 0; e < epochs; e++)
      for (let k = 0; k < exports.updatesPerEpoch; k++) exports.update(network, k);
    const run = createRun(spec, 7);
    train(run, epochs * updatesPerEpoch(run));
    const mine = (exports.data as Description['data']).inputs.flatMap((input) =>
      exports.predict(network, input),
    );
    outputsOf(run)
      .flat()
      .forEach((y, k) => {
        if (Number.isFinite(y)) expect(Math.abs(mine[k]! - y), id).toBeLessThan(1e-7 * (1 + Math.abs(y)));
        else expect(Number.isFinite(mine[k]!), id).toBe(false);
      });
  }
});
