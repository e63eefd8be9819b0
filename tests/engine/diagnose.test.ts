import { describe, expect, it } from 'vitest';
import {
  createRun,
  diagnose,
  type Finding,
  largestCurvature,
  type Spec,
  train,
} from '../../src/engine/index.ts';
import { xorSpec } from './specs.ts';

const one: Spec = {
  data: { inputs: [[3], [1]], targets: [[1], [0]] },
  layers: [{ units: 1, activation: 'identity' }],
  loss: 'halfSquaredError',
  initial: { parameters: [0.5, 0.25] },
  optimizer: { kind: 'sgd', learningRate: 0.1 },
  batch: 'sum',
};
const kinds = (findings: Finding[]): string[] => findings.map((finding) => finding.kind);
const find = <K extends Finding['kind']>(spec: Spec, kind: K, updates = 0): Extract<Finding, { kind: K }> => {
  const run = createRun(spec, 1);
  train(run, updates);
  return diagnose(run).findings.find((finding) => finding.kind === kind) as Extract<Finding, { kind: K }>;
};

describe('curvature and learning rate', () => {
  it('is the largest eigenvalue of a Hessian worked out by hand', () => {
    // L = 1/2 sum (w x + b - y)^2: H = [[sum x^2, sum x], [sum x, N]] = [[10, 4], [4, 2]]; lambda = 6 + sqrt 32
    expect(largestCurvature(createRun(one, 1))).toBeCloseTo(6 + Math.sqrt(32), 6);
    expect(largestCurvature(createRun({ ...one, batch: 'mean' }, 1))).toBeCloseTo((6 + Math.sqrt(32)) / 2, 6);
  });

  it('counts weight decay, on weights alone', () => {
    // H = [[10 + 5, 4], [4, 2]]: lambda = 8.5 + sqrt(6.5^2 + 16)
    expect(largestCurvature(createRun({ ...one, weightDecay: 5 }, 1))).toBeCloseTo(8.5 + Math.sqrt(58.25), 6);
  });

  it('is the largest, not the largest in size, where curvature is negative too', () => {
    // p = v w x with x = 1, y = 2 at v = w = 0.5: L'' = [[v^2, 2vw - y], [2vw - y, w^2]] = [[1, -6], [-6, 1]] / 4
    const spec: Spec = {
      ...one,
      data: { inputs: [[1]], targets: [[2]] },
      layers: [
        { units: 1, activation: 'identity', biases: false },
        { units: 1, activation: 'identity', biases: false },
      ],
      initial: { parameters: [0.5, 0.5] },
    };
    expect(largestCurvature(createRun(spec, 1))).toBeCloseTo(1.75, 5);
    // target -2: off-diagonal 2.5, diagonal 0.25; the eigenvalues are 2.75 and -2.25
    expect(largestCurvature(createRun({ ...spec, data: { inputs: [[1]], targets: [[-2]] } }, 1))).toBeCloseTo(
      2.75,
      5,
    );
  });

  it('tells a rate above 2 / lambda from one below, and the run agrees', () => {
    const limit = 2 / (6 + Math.sqrt(32));
    for (const [rate, tooLarge] of [
      [limit * 0.99, false],
      [limit * 1.01, true],
    ] as const) {
      const spec: Spec = { ...one, optimizer: { kind: 'sgd', learningRate: rate } };
      const finding = find(spec, 'learning-rate');
      expect(finding).toMatchObject({ rate, tooLarge });
      expect(finding.limit).toBeCloseTo(limit, 6);
      const run = createRun(spec, 1);
      train(run, 5_000);
      expect(Math.abs(run.network.parameters[0]!) > 10).toBe(tooLarge);
    }
  });
});

describe('units', () => {
  const hidden: Spec = {
    ...one,
    layers: [
      { units: 3, activation: 'relu' },
      { units: 1, activation: 'identity' },
    ],
    initial: { parameters: [1, -1, 1, 0, 0, -5, 1, 1, 1, 0] }, // z = x, -x, x - 5 for x = 3, 1
  };

  it('that are silent on every sample are dead', () => {
    expect(find(hidden, 'dead-units')).toEqual({ kind: 'dead-units', layer: 0, units: [1, 2] });
  });

  it('that sit on the flat ends of a sigmoid are saturated', () => {
    const spec: Spec = {
      ...hidden,
      layers: [{ units: 3, activation: 'tanh' }, hidden.layers[1]!],
      initial: { parameters: [9, 0.1, 9, 0, 0, -50, 1, 1, 1, 0] },
    };
    expect(find(spec, 'saturated-units')).toEqual({ kind: 'saturated-units', layer: 0, units: [0, 2] });
  });
});

describe('outputs', () => {
  it('that do not depend on the input are constant', () => {
    const spec: Spec = { ...one, initial: { parameters: [0, 0.25] } };
    expect(find(spec, 'constant-output')).toEqual({ kind: 'constant-output', values: [0.25] });
  });

  it('that can never reach a target are reported with their range', () => {
    const spec: Spec = {
      ...one,
      layers: [{ units: 1, activation: 'sigmoid' }],
      data: { inputs: [[3], [1]], targets: [[2], [1]] },
    };
    expect(find(spec, 'range-mismatch')).toEqual({ kind: 'range-mismatch', low: 0, high: 1, targets: [2] });
    expect(kinds(diagnose(createRun(one, 1)).findings)).not.toContain('range-mismatch');
  });
});

describe('the first number that is not finite', () => {
  it('is traced to the weight and the input that made it, though it was many updates ago', () => {
    // p = w x, no bias, target 0: w is multiplied by 1 - rate x^2 = -99 each update
    const spec: Spec = {
      ...one,
      data: { inputs: [[10]], targets: [[0]] },
      layers: [{ units: 1, activation: 'identity', biases: false }],
      initial: { parameters: [1] },
      optimizer: { kind: 'sgd', learningRate: 1 },
    };
    const finding = find(spec, 'non-finite', 500);
    expect(finding).toMatchObject({ layer: 0, unit: 0 });
    // |w| = 99^n after n updates, and w x = 10 * 99^n is the first product to pass the largest double
    expect(finding.update).toBe(Math.ceil((Math.log10(Number.MAX_VALUE) - 1) / Math.log10(99)));
    expect(finding).toMatchObject({ place: 'forward', input: 0 });
    expect(finding.operation).toContain('Infinity');
  });

  it('is found in the forward pass when two finite numbers have an infinite product', () => {
    const spec: Spec = {
      ...one,
      data: { inputs: [[1e200]], targets: [[0]] },
      initial: { parameters: [1e200, 0] },
    };
    expect(find(spec, 'non-finite')).toMatchObject({
      update: 0,
      place: 'forward',
      layer: 0,
      unit: 0,
      input: 0,
      sample: 0,
      operation: 'weight 1e+200 * input 1e+200 = Infinity',
    });
  });

  it('keeps other findings from being drawn from numbers that mean nothing', () => {
    const run = createRun({ ...one, optimizer: { kind: 'sgd', learningRate: 1e9 } }, 1);
    train(run, 200);
    expect(kinds(diagnose(run).findings)).toEqual(['non-finite']);
  });
});

it('a network that learns well gets no finding but its learning rate', () => {
  const spec = xorSpec(
    [
      { units: 8, activation: 'tanh' },
      { units: 1, activation: 'identity' },
    ],
    {
      optimizer: { kind: 'sgd', learningRate: 0.05 },
    },
  );
  const run = createRun(spec, 3);
  train(run, 400);
  const { findings, gradientNorms } = diagnose(run);
  expect(kinds(findings)).toEqual(['learning-rate']);
  expect(findings[0]).toMatchObject({ tooLarge: false });
  expect(gradientNorms).toHaveLength(2);
});
