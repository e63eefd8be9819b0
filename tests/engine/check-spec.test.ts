import { describe, expect, it } from 'vitest';
import { activationOf, createRandom, createRun, predict, type Spec, train } from '../../src/engine/index.ts';
import { xor, xorSpec } from './specs.ts';

const hidden = { units: 2, activation: 'relu' } as const;
const output = { units: 1, activation: 'identity' } as const;
const good = xorSpec([hidden, output]);
const bad =
  (changes: object): (() => unknown) =>
  () =>
    createRun({ ...good, ...changes } as Spec, 1);

describe('a spec that cannot be run is refused with function, value and expectation', () => {
  const cases: [string, object, string][] = [
    [
      'no layers',
      { layers: [] },
      'createRun: spec.layers is an empty list; expected a list with at least one entry',
    ],
    [
      'a negative width',
      { layers: [{ ...hidden, units: -3 }, output] },
      'createRun: spec.layers[0].units is -3; expected a whole number of at least 1',
    ],
    [
      'half a unit',
      { layers: [{ ...hidden, units: 2.5 }, output] },
      'createRun: spec.layers[0].units is 2.5; expected a whole number of at least 1',
    ],
    [
      'an unknown activation',
      { layers: [{ ...hidden, activation: 'ReLu' }, output] },
      "createRun: spec.layers[0].activation is 'ReLu'; expected one of identity, sigmoid, tanh, relu, leakyRelu, elu, softplus, silu, gelu, softmax, step",
    ],
    [
      'a slope where there is none',
      { layers: [{ ...hidden, slope: 0.1 }, output] },
      'createRun: spec.layers[0].slope is 0.1; expected none, since relu has no slope (leakyRelu has)',
    ],
    [
      'an unknown loss',
      { loss: 'mse' },
      "createRun: spec.loss is 'mse'; expected one of halfSquaredError, squaredError, meanSquaredError, binaryCrossEntropy, categoricalCrossEntropy",
    ],
    [
      'a loss without its activation',
      { loss: 'binaryCrossEntropy' },
      "createRun: the output activation is 'identity'; expected 'sigmoid', to which binaryCrossEntropy belongs",
    ],
    [
      'an empty data set',
      { data: { inputs: [], targets: [] } },
      'createRun: spec.data.inputs is an empty list; expected a list with at least one entry',
    ],
    [
      'NaN in the data',
      {
        data: {
          ...xor,
          inputs: [
            [0, 0],
            [NaN, 0],
            [0, 1],
            [1, 1],
          ],
        },
      },
      'createRun: spec.data.inputs[1][0] is NaN; expected a finite number',
    ],
    [
      'ragged data',
      { data: { ...xor, inputs: [[0, 0], [1], [0, 1], [1, 1]] } },
      'createRun: spec.data.inputs[1] is a list of 1; expected 2 numbers, like the first row',
    ],
    [
      'too few targets',
      { data: { ...xor, targets: [[0], [1]] } },
      'createRun: spec.data.targets is a list of 2; expected 4 rows, one an input row',
    ],
    [
      'targets of another width',
      { data: { ...xor, targets: xor.targets.map(() => [0, 1]) } },
      'createRun: spec.layers[1].units is 1; expected 2, the width of the targets',
    ],
    [
      'an infinite rate',
      { optimizer: { kind: 'sgd', learningRate: Infinity } },
      'createRun: spec.optimizer.learningRate is Infinity; expected a finite number',
    ],
    [
      'an unknown optimiser',
      { optimizer: { kind: 'rmsprop', learningRate: 1 } },
      "createRun: spec.optimizer.kind is 'rmsprop'; expected one of sgd, momentum, adam",
    ],
    [
      'an unknown batch',
      { batch: 'all' },
      "createRun: spec.batch is 'all'; expected one of sample, sum, mean",
    ],
    [
      'a negative decay',
      { weightDecay: -1 },
      'createRun: spec.weightDecay is -1; expected a finite number of at least 0',
    ],
    [
      'a sample that is not there',
      { sampling: { kind: 'in-order', order: [0, 4] } },
      'createRun: spec.sampling.order[1] is 4; expected a sample from 0 to 3',
    ],
    [
      'a batch at random',
      { batch: 'mean', sampling: { kind: 'random' } },
      "createRun: spec.sampling.kind is 'random'; expected 'in-order', since batch 'mean' takes all samples",
    ],
    [
      'the rate first in a batch',
      { batch: 'sum', arithmetic: { rate: 'first' } },
      "createRun: spec.arithmetic.rate is 'first'; expected 'last' but for sgd by sample without weight decay",
    ],
    [
      'too few parameters',
      { initial: { parameters: [1, 2] } },
      'createRun: spec.initial.parameters is a list of 2; expected 9 numbers',
    ],
    [
      'an unknown fault',
      { faults: [{ name: 'oops' }] },
      "createRun: spec.faults[0].name is 'oops'; expected one of ",
    ],
    [
      'a fault in a layer that is not there',
      { faults: [{ name: 'biases-frozen', layers: [2] }] },
      'createRun: spec.faults[0].layers is 2; expected layers from 0 to 1',
    ],
    [
      'a fault without meaning in its layer',
      { faults: [{ name: 'mask-product', layers: [1] }] },
      "createRun: spec.faults[0].name is 'mask-product'; expected another fault for layer 1: it is one of relu, and the layer's activation is identity",
    ],
    [
      'faults that exclude each other',
      { faults: [{ name: 'derivative-omitted' }, { name: 'derivative-of-activation' }] },
      "createRun: spec.faults for layer 0 is 'derivative-omitted'; expected it without 'derivative-of-activation', which it leaves no place",
    ],
  ];
  for (const [what, changes, message] of cases) {
    it(what, () => {
      expect(bad(changes)).toThrow(message);
    });
  }

  it('probabilities that are none', () => {
    const softmax = {
      data: { inputs: [[1]], targets: [[0.5, 0.7]] },
      layers: [{ units: 2, activation: 'softmax' }],
      loss: 'categoricalCrossEntropy',
    };
    expect(bad(softmax)).toThrow(
      'createRun: the sum of spec.data.targets[0] is 1.2; expected 1: a share for each class',
    );
    const sigmoid = {
      layers: [{ units: 1, activation: 'sigmoid' }],
      loss: 'binaryCrossEntropy',
      data: { inputs: [[1]], targets: [[2]] },
    };
    expect(bad(sigmoid)).toThrow(
      'createRun: spec.data.targets[0][0] is 2; expected a finite number from 0 to 1',
    );
  });
});

describe('wrong arguments to the other functions', () => {
  const run = createRun(good, 1);
  it.each([
    [() => train(run, -1), 'train: updates is -1; expected a whole number of at least 0'],
    [() => train(run, 0.5), 'train: updates is 0.5; expected a whole number of at least 0'],
    [() => predict(run, [1]), 'predict: input is a list of 1; expected 2 numbers'],
    [() => createRandom(NaN), 'createRandom: seed is NaN; expected a finite number'],
    [() => activationOf('swish' as 'silu'), "activationOf: name is 'swish'; expected one of identity"],
  ])('%#: %s', (call, message) => {
    expect(call).toThrow(message);
  });
});
