/** Runs of independent programs (tests/oracles), to be met to the last bit. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRun, type Fault, outputsOf, type Spec, train } from '../../src/engine/index.ts';
import { xor, xorSpec } from './specs.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(`tests/oracles/${name}.json`, 'utf8'));

describe('XOR on 2-4-1, 100,000 epochs', () => {
  interface Final {
    out: number[];
    hb: number[];
    hw: number[][];
    ob: number;
    ow: number[];
  }
  const { runs } = read('xor-2-4-1') as {
    runs: (Record<string, Final> & { seed: number; init: Final })[];
  };
  const hidden = { units: 4, activation: 'relu' } as const;
  const relu = { units: 1, activation: 'relu' } as const;
  const linear = { units: 1, activation: 'identity' } as const;
  const open: Fault[] = [{ name: 'derivative-of-activation' }, { name: 'derivative-at-least-zero' }];
  const variants: Record<string, Spec> = {
    A_posted: xorSpec([hidden, relu], { faults: open }),
    B_bothFixed: xorSpec([hidden, relu]),
    C_hiddenFixedOnly: xorSpec([hidden, relu], { faults: open.map((fault) => ({ ...fault, layers: [1] })) }),
    G_hiddenFixed_linearOut: xorSpec([hidden, linear]),
    'K_leaky0.1_linearOut': xorSpec([{ units: 4, activation: 'leakyRelu', slope: 0.1 }, linear]),
  };
  for (const [variant, spec] of Object.entries(variants)) {
    it(`${variant}: initial and final parameters and outputs of every seed`, () => {
      for (const oracle of runs) {
        const run = createRun(spec, oracle.seed);
        const [first, second] = run.network.layers;
        const parameters = (): unknown => ({
          hb: [...first!.biases],
          hw: [0, 1, 2, 3].map((o) => [...first!.weights.subarray(2 * o, 2 * o + 2)]),
          ob: second!.biases[0],
          ow: [...second!.weights],
        });
        expect(parameters()).toEqual(oracle.init);
        train(run, 400_000);
        const { out, hb, hw, ob, ow } = oracle[variant]!;
        expect(parameters()).toEqual({ hb, hw, ob, ow });
        expect(outputsOf(run).flat()).toEqual(out);
      }
    });
  }
});

describe('XOR on 2-16-16-16-1, 5,000 epochs', () => {
  const { runs } = read('xor-2-16-16-16-1') as {
    runs: Record<string, { weights: number[]; final: string[] }>;
  };
  const hidden = { units: 16, activation: 'relu' } as const;
  const spec: Spec = {
    data: xor,
    layers: [hidden, hidden, hidden, { units: 1, activation: 'relu' }],
    loss: 'squaredError',
    initial: { order: 'layer-by-layer', weights: { kind: 'he' }, biases: { kind: 'constant', value: 0.5 } },
    optimizer: { kind: 'sgd', learningRate: 0.01 },
    batch: 'sample',
    sampling: { kind: 'in-order', order: [0, 3, 1, 2] },
    arithmetic: { bias: 'last', rate: 'last' },
    faults: [{ name: 'bias-gradient-summed' }, { name: 'mask-product' }],
  };
  const inTheirOrder = (weights: number[]): number[] => {
    const parameters: number[] = [];
    let start = 0;
    for (const [inputs, units] of [
      [2, 16],
      [16, 16],
      [16, 16],
      [16, 1],
    ] as const) {
      for (let o = 0; o < units; o++) {
        for (let i = 0; i < inputs; i++) parameters.push(weights[start + i * units + o]!);
      }
      for (let o = 0; o < units; o++) parameters.push(0.5);
      start += inputs * units;
    }
    return parameters;
  };

  it('draws its He weights to 1e-15 (their log and cosine are the C library`s)', () => {
    for (const [seed, { weights }] of Object.entries(runs)) {
      const { parameters } = createRun(spec, Number(seed)).network;
      for (const [j, weight] of inTheirOrder(weights).entries()) {
        expect(Math.abs(parameters[j]! - weight)).toBeLessThan(1e-15 * Math.max(1, Math.abs(weight)));
      }
    }
  });

  it('ends at the same outputs from the same weights, -0 told from 0', () => {
    for (const { weights, final } of Object.values(runs)) {
      const run = createRun({ ...spec, initial: { parameters: inTheirOrder(weights) } }, 1);
      train(run, 20_000);
      const outputs = [0, 3, 1, 2].map((k) => outputsOf(run)[k]![0]!);
      expect(outputs).toEqual(final.map(Number)); // toEqual tells -0 from 0
    }
  });

  it('keeps all biases of a layer equal, for ever', () => {
    const run = createRun(spec, 18);
    train(run, 2_000);
    for (const { biases } of run.network.layers) expect(new Set(biases).size).toBe(1);
  });
});

describe('the successor on 1-3-1, a thousand samples drawn', () => {
  const { runs } = read('successor-1-3-1') as { runs: string[][] };
  const leaky = { activation: 'leakyRelu', slope: 0.01 } as const;
  const spec: Spec = {
    data: { kind: 'successor', samples: 1000, below: 1000 },
    layers: [
      { units: 3, ...leaky },
      { units: 1, ...leaky },
    ],
    loss: 'halfSquaredError',
    initial: {
      order: 'biases-then-weights',
      weights: { kind: 'uniform', low: 0, high: 1 },
      biases: { kind: 'uniform', low: 0, high: 1 },
    },
    optimizer: { kind: 'sgd', learningRate: 1e-9 },
    batch: 'sum',
    weightDecay: 0.5,
    faults: [
      { name: 'pre-activation-passed-on', layers: [0] },
      { name: 'activation-applied-twice', layers: [1] },
      { name: 'biases-frozen' },
    ],
  };
  runs.forEach((lines, index) => {
    it(`run ${index + 1}: weights at every update it prints up to the 100th, to its nine digits`, () => {
      const run = createRun(spec, index + 1);
      for (const line of lines) {
        const numbers = line
          .match(/t (\d+) J (\S+) u (\S+) (\S+) (\S+) v (\S+) (\S+) (\S+)/)!
          .slice(1)
          .map(Number);
        const [update, , ...weights] = numbers;
        if (update! > 100) break;
        train(run, update! - run.updateCount);
        const ours = run.network.layers.flatMap((layer) => [...layer.weights]);
        for (const [j, weight] of weights.entries()) expect(ours[j]).toBeCloseTo(weight, 8);
      }
    });
  });
});
