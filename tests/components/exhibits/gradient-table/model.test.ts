import '../../../fixture/in-fixture-content.ts';
import { describe, expect, it } from 'vitest';
import { createGradientTable } from '../../../../components/exhibits/gradient-table/model.ts';
import { gradientWords } from '../../../../components/exhibits/gradient-table/words.ts';
import { settingsOf, settingWith } from '../../../../components/exhibits/gradient-table/settings.ts';
import { trainingMended, variantTraining } from '../../../cases/trainings.ts';
import { type FaultName, type Spec } from '../../../../src/engine/index.ts';

/** Tanh in the hidden layer has no kink and never a slope of 0. */
const smooth: Spec = {
  data: {
    inputs: [
      [0.3, -0.7],
      [1, 0.4],
    ],
    targets: [[1], [0]],
  },
  layers: [
    { units: 3, activation: 'tanh' },
    { units: 1, activation: 'identity' },
  ],
  loss: 'halfSquaredError',
  initial: {
    order: 'layer-by-layer',
    weights: { kind: 'uniform', low: -1, high: 1 },
    biases: { kind: 'uniform', low: -1, high: 1 },
  },
  optimizer: { kind: 'sgd', learningRate: 0.1 },
  batch: 'sample',
};

const withFault = (name: FaultName, layers: number[], spec = smooth) =>
  createGradientTable({ spec: { ...spec, faults: [{ name, layers }] }, seed: 1, sample: 0 });
const kinds = (model: ReturnType<typeof createGradientTable>) =>
  Object.fromEntries(
    model.groups.map((group) => [gradientWords.group(group, model.layerCount), group.signature?.kind]),
  );

describe('the gradient table', () => {
  it('finds a network without faults right, for every batch, decay and moment', () => {
    for (const batch of ['sample', 'sum', 'mean'] as const) {
      for (const weightDecay of [0, 0.3]) {
        for (const updates of [0, 7]) {
          const model = createGradientTable({
            spec: { ...smooth, batch, weightDecay },
            seed: 2,
            sample: 1,
            updates,
          });
          expect(gradientWords.finding(model)).toBe('All 13 gradients that the program follows are right');
          expect(Math.max(...model.groups.map(({ error }) => error))).toBeLessThan(1e-7);
        }
      }
    }
  });

  it('has the gradients that the chain rule gives on paper', () => {
    const parameters = [0.5, -0.25, 0.1, 2, -1, 0.3]; // w11 w12 b1 of one unit; then v, output bias
    const spec: Spec = {
      ...smooth,
      layers: [
        { units: 1, activation: 'tanh' },
        { units: 1, activation: 'identity' },
      ],
      initial: { parameters: parameters.slice(0, 5) },
    };
    const [w1, w2, b, v, c] = parameters as [number, number, number, number, number];
    const h = Math.tanh(w1 * 0.3 + w2 * -0.7 + b);
    const error = v * h + c - 1;
    const delta = error * v * (1 - h * h);
    const rows = createGradientTable({ spec, seed: 1, sample: 0 }).groups.flatMap((group) => group.rows);
    [delta * 0.3, delta * -0.7, delta, error * h, error].forEach((gradient, j) => {
      expect(rows[j]!.followed).toBeCloseTo(gradient, 12);
      expect(rows[j]!.slope).toBeCloseTo(gradient, 8);
    });
  });

  it('names a step uphill, frozen biases and a sum over the units', () => {
    expect(kinds(withFault('step-uphill', [0, 1]))).toMatchObject({
      'Hidden layer, weights': 'uphill',
      'Output layer, biases': 'uphill',
    });
    expect(kinds(withFault('biases-frozen', [0]))).toEqual({
      'Hidden layer, weights': 'right',
      'Hidden layer, biases': 'frozen',
      'Output layer, weights': 'right',
      'Output layer, biases': 'right',
    });
    expect(kinds(withFault('bias-gradient-summed', [0]))).toMatchObject({
      'Hidden layer, weights': 'right',
      'Hidden layer, biases': 'sum-over-units',
    });
  });

  it('names a derivative that is wrong by another factor at each unit', () => {
    for (const fault of ['derivative-omitted', 'derivative-of-activation'] as const) {
      expect(kinds(withFault(fault, [0]))).toEqual({
        'Hidden layer, weights': 'factor-by-unit',
        'Hidden layer, biases': 'factor-by-unit',
        'Output layer, weights': 'right',
        'Output layer, biases': 'right',
      });
    }
  });

  it('names a factor that all of a layer share', () => {
    const leaky: Spec = {
      ...smooth,
      layers: [
        { units: 2, activation: 'identity' },
        { units: 1, activation: 'leakyRelu', slope: 0.1 },
      ],
      // The output is -1.3 before its activation: slope 0.1, taken for 1.
      initial: { parameters: [1, 0, 0, 1, 0, 0, 1, 1, -0.9] },
      faults: [{ name: 'derivative-omitted', layers: [1] }],
    };
    const model = createGradientTable({ spec: leaky, seed: 1, sample: 0 });
    expect(model.groups.map(({ signature }) => signature!.kind)).toEqual(Array(4).fill('factor'));
    expect(gradientWords.signature(model.groups[3]!.signature!)).toBe('10 times the true gradient');
  });

  it('names the gate that is always open, in the program that has it', () => {
    const { spec } = variantTraining('xor');
    const found = [1, 2, 3, 4, 5, 6].flatMap((seed) =>
      [0, 1, 2, 3].map((sample) => createGradientTable({ spec, seed, sample })),
    );
    const leaks = found.filter((model) => kinds(model)['Hidden layer, weights'] === 'leak');
    expect(leaks.length).toBeGreaterThan(0);
    expect(gradientWords.finding(leaks[0]!)).toContain('a gradient passes where the true one is 0');
  });

  it('finds a program right when its faults of the gradient are mended, at birth and later', () => {
    const mends: Record<string, string[]> = {
      xor: ['derivative-always-one'],
      deep: ['bias-gradient-of-the-layer'],
    };
    for (const [id, mended] of Object.entries(mends)) {
      const { spec } = trainingMended(id, mended);
      const slow: Spec = { ...spec, optimizer: { kind: 'sgd', learningRate: 0.01 } };
      for (const updates of [0, 5]) {
        for (const seed of [1, 2]) {
          expect(createGradientTable({ spec: slow, seed, sample: 1, updates }).wrong).toBe(0);
        }
      }
    }
  });

  it('finds every bias of a layer wrong where they share one gradient, and the sum in its place', () => {
    const { spec } = trainingMended('deep', ['relu-at-the-output']);
    expect(kinds(createGradientTable({ spec, seed: 1, sample: 1 }))['Hidden layer 3, biases']).toBe(
      'sum-over-units',
    );
  });

  it('says what the diagnosis names in the whole gradient', () => {
    const { spec } = variantTraining('xor');
    expect(gradientWords.note(0, createGradientTable({ spec, seed: 3, sample: 1 }))).toBe(
      'Before the first update. Over all samples the diagnosis finds: the slope is 1 on every sample, also where the unit is silent, in every layer.',
    );
    expect(gradientWords.note(2, withFault('bias-gradient-summed', [0]))).toBe(
      'After 2 updates. Over all samples the diagnosis finds: the bias gradient is the sum over the units, in the hidden layers.',
    );
    expect(createGradientTable({ spec: smooth, seed: 1, sample: 0 }).mistakes).toEqual([]);
  });

  it('shows the relative errors that the bench shows: the difference by the larger of the two', () => {
    for (const { rows } of withFault('derivative-omitted', [0]).groups)
      for (const { followed, slope, error, verdict } of rows)
        if (verdict === 'wrong')
          expect(error).toBeCloseTo(
            Math.abs(followed - slope) / Math.max(Math.abs(followed), Math.abs(slope)),
            6,
          );
  });

  it('tells a kink from a fault', () => {
    const spec: Spec = {
      ...smooth,
      layers: [
        { units: 1, activation: 'relu' },
        { units: 1, activation: 'identity' },
      ],
      initial: { parameters: [0, 0, 0, 1, 0] }, // z = 0: the kink
    };
    const model = createGradientTable({ spec, seed: 1, sample: 0 });
    expect(model.groups[1]!.rows[0]!.verdict).toBe('kink');
    expect(model.wrong).toBe(0);
  });

  it('says so when the run is past its death', () => {
    const spec: Spec = {
      ...smooth,
      layers: [{ units: 1, activation: 'identity' }],
      optimizer: { kind: 'sgd', learningRate: 1e6 },
    };
    expect(createGradientTable({ spec, seed: 1, sample: 0, updates: 200 }).finding).toEqual({ kind: 'dead' });
  });

  it('refuses a sample that is not there, and an optimizer whose step is not the gradient', () => {
    expect(() => createGradientTable({ spec: smooth, seed: 1, sample: 2 })).toThrow(
      'a whole number from 0 to 1',
    );
    const adam: Spec = { ...smooth, optimizer: { kind: 'adam', learningRate: 0.1 } };
    expect(() => createGradientTable({ spec: adam, seed: 1, sample: 0 })).toThrow(
      'optimizer is adam; expected sgd',
    );
  });
});

describe('the settings of a case', () => {
  it('are every combination of its faults', () => {
    const settings = settingsOf(['a', 'b'], (mended) => ({ ...smooth, weightDecay: mended.length }));
    expect(settings.map(({ mended }) => mended)).toEqual([[], ['a'], ['b'], ['a', 'b']]);
    expect(settingWith(settings, ['b', 'a']).spec.weightDecay).toBe(2);
    expect(() => settingWith(settings, ['c'])).toThrow('no setting has exactly [c] mended');
  });
});
