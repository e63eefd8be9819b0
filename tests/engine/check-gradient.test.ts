import { describe, expect, it } from 'vitest';
import { checkGradient, createRun, type Fault, type FaultName, type Spec } from '../../src/engine/index.ts';
import { faultNames } from '../../src/engine/faults.ts';
import { numericGradient } from '../../src/engine/numeric-gradient.ts';
import { recognise } from '../../src/engine/signatures.ts';
import { everyNetwork, withFaults, xorSpec } from './specs.ts';

describe('the gradient of a network without faults', () => {
  const networks = everyNetwork();

  it('is checked for every activation, loss and shape', () => {
    expect(networks.length).toBeGreaterThanOrEqual(200);
  });

  it('agrees with differences of the loss to 1e-7', () => {
    const failures: string[] = [];
    let kinks = 0;
    for (const { name, spec, seed } of networks) {
      const check = checkGradient(createRun(spec, seed));
      if (!(check.relativeError < 1e-7)) failures.push(`${name}: ${check.relativeError}`);
      for (const layer of check.layers) kinks += layer.kinkCount;
    }
    expect(failures).toEqual([]);
    expect(kinks).toBe(0); // nothing was left out
  });
});

/** A network of leaky units wide enough for each to be on either side of its kink on some sample. */
const base: Spec = xorSpec(
  [
    { units: 6, activation: 'leakyRelu', slope: 0.3 },
    { units: 5, activation: 'leakyRelu', slope: 0.3 },
    { units: 2, activation: 'leakyRelu', slope: 0.3 },
  ],
  {
    data: {
      inputs: [
        [0.3, -1.2],
        [1.1, 0.4],
        [-0.7, 0.9],
        [-1.3, -0.5],
        [0.1, 0.2],
      ],
      targets: [
        [0.2, -0.5],
        [1, 0.3],
        [0.7, -1],
        [0.1, 0.4],
        [-0.3, 0.6],
      ],
    },
    batch: 'mean',
  },
);
const of = (activation: 'relu' | 'tanh'): Spec => ({
  ...base,
  layers: base.layers.map(({ units }) => ({ units, activation })),
});

describe('every fault is caught by the check, or cannot be seen by it', () => {
  const caught: [FaultName, Spec, string][] = [
    ['derivative-threshold-at-slope', base, 'derivative'],
    ['derivative-collapsed', base, 'derivative'],
    ['derivative-is-function', base, 'derivative'],
    ['derivative-omitted', base, 'derivative'],
    ['derivative-of-activation', of('tanh'), 'derivative'],
    ['pre-activation-passed-on', base, 'forward'],
    ['activation-applied-twice', base, 'forward'],
    ['bias-gradient-summed', base, 'bias-gradient-summed'],
    ['biases-frozen', base, 'biases-frozen'],
    ['step-uphill', base, 'sign'],
  ];
  for (const [name, spec, kind] of caught) {
    it(`${name} is caught and recognised`, () => {
      const check = checkGradient(createRun(withFaults(spec, { name }), 3));
      expect(check.verdict).toBe('wrong');
      expect(check.relativeError).toBeGreaterThan(1e-3);
      expect(check.signatures.map((signature) => signature.kind)).toEqual([kind]);
      const [signature] = check.signatures;
      if (signature?.kind === 'derivative')
        expect(signature.faults.map((fault) => fault.name)).toEqual([name]);
      if (signature?.kind === 'forward') expect(signature.faults).toEqual([name]);
    });
  }

  const invisible: [FaultName, Spec, string][] = [
    ['derivative-of-activation', base, 'a and z have the same sign'],
    ['derivative-at-least-zero', base, 'it differs at the kink alone'],
    ['mask-product', of('relu'), 'it differs in the sign of a zero'],
    ['activation-applied-twice', of('relu'), 'f(f(z)) = f(z)'],
    ['bias-added-to-weights', base, 'the gradient is right for what the network computes'],
  ];
  for (const [name, spec, why] of invisible) {
    it(`${name} is invisible where ${why}`, () => {
      const check = checkGradient(createRun(withFaults(spec, { name }), 3));
      expect(check).toMatchObject({ verdict: 'right', signatures: [] });
    });
  }

  it('leaves none out', () => {
    expect(new Set([...caught, ...invisible].map(([name]) => name))).toEqual(new Set(faultNames));
  });

  it('two mistakes that hide one by one are caught together', () => {
    const faults: Fault[] = [{ name: 'derivative-of-activation' }, { name: 'derivative-at-least-zero' }];
    const check = checkGradient(createRun(withFaults(of('relu'), ...faults), 3));
    expect(check.verdict).toBe('wrong');
    expect(check.signatures).toHaveLength(1);
    expect(check.signatures[0]).toMatchObject({ kind: 'derivative' });
  });

  it('names the one layer that has the mistake', () => {
    const check = checkGradient(createRun(withFaults(base, { name: 'derivative-omitted', layers: [1] }), 3));
    expect(check.signatures).toEqual([
      { kind: 'derivative', faults: [{ name: 'derivative-omitted', layers: [1] }] },
    ]);
    expect(check.layers[2]!.relativeError).toBeLessThan(1e-7); // above the mistake all is right
    expect(check.layers[1]!.relativeError).toBeGreaterThan(1e-3);
  });
});

describe('signatures that no fault of the engine leaves', () => {
  const run = createRun(base, 3);
  const exact = numericGradient(run).values;

  it('a common factor: the half of half squared error forgotten', () => {
    const doubled = exact.map((g) => 2 * g);
    expect(recognise(run, doubled, exact)).toEqual([{ kind: 'factor', factor: 2 }]);
  });

  it('the sign of one layer', () => {
    const { weights, biases, biasCount } = run.network.offsets[1]!;
    const flipped = exact.map((g, j) => (j >= weights && j < biases + biasCount ? -g : g));
    expect(recognise(run, flipped, exact)).toEqual([{ kind: 'sign', layers: [1] }]);
  });

  it('nothing is made up about a gradient of no known kind', () => {
    expect(
      recognise(
        run,
        exact.map((g, j) => g * (1 + (j % 3))),
        exact,
      ),
    ).toEqual([]);
  });
});

describe('kinks', () => {
  it('are told apart from faults: a unit exactly at its kink is left out and counted', () => {
    // h = relu(x1 - x2) is at its kink for x1 = x2; the second unit is far from its own.
    const spec = xorSpec([
      { units: 2, activation: 'relu' },
      { units: 1, activation: 'identity' },
    ]);
    const parameters = [1, -1, 1, 1, 0, 5, 1, 1, 0.1]; // W [2, 2], b [2], v [1, 2], c [1]
    const check = checkGradient(createRun({ ...spec, initial: { parameters } }, 1));
    expect(check.verdict).toBe('right');
    expect(check.layers.map((layer) => layer.kinkCount)).toEqual([3, 0]); // w1, w2 and the bias of that unit
  });

  it('leave the parameters as they were', () => {
    const run = createRun(base, 1);
    const before = run.network.parameters.slice();
    checkGradient(run);
    expect(run.network.parameters).toEqual(before);
  });
});
