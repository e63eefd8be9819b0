/**
 * The diagnosis of XOR on four ReLU units whose derivative is 1 everywhere, as it is and after each mend. What it must say follows
 * from the program's mathematics: which derivative it takes, where its units are on, and the closed forms of the constants.
 */
import { describe, expect, it } from 'vitest';
import { settledBias } from '../../src/lab/checks/output-findings.ts';
import { fixtureProgram } from '../fixture/programs.ts';
import { edited, runProgram } from './run-program.ts';
import { codesOf, diagnosed, ofCode, signatures } from './told.ts';

const alwaysOne = 'slope-always-one';

describe('XOR on four ReLU units', () => {
  const posted = fixtureProgram('xor');
  const bothRight: [string, string] = ['(x >= 0 ? 1 : 0)', '(x > 0 ? 1 : 0)'];
  const hiddenRight: [string, string] = [
    'return share * activations[hidden.kind].derivative(a);',
    'return share * (a > 0 ? 1 : 0);',
  ];
  const outputRight: [string, string] = [
    'error * activations[output.kind].derivative(prediction)',
    'error * (prediction > 0 ? 1 : 0)',
  ];
  const linearOutput: [string, string] = [
    'output: createLayer(1, 4, kind, random)',
    "output: createLayer(1, 4, 'linear', random)",
  ];
  const leaky: [string, string] = [
    'value: (x) => (x > 0 ? x : 0),\n    derivative: (x) => (x >= 0 ? 1 : 0)',
    'value: (x) => (x > 0 ? x : 0.1 * x),\n    derivative: (x) => (x > 0 ? 1 : 0.1)',
  ];
  const sigmoid: [string, string] = ["(randomNumbers(seed), 'ReLU')", "(randomNumbers(seed), 'sigmoid')"];

  it.each([
    [1, 0],
    [1, 400_000],
    [4, 4_000],
    [9, 37],
  ])('as posted, both layers take 1 for the slope (seed %i after %i updates)', (seed, updates) => {
    const diagnosis = diagnosed(posted, seed, updates);
    expect(signatures(diagnosis)).toEqual([alwaysOne, alwaysOne]);
    expect(ofCode(diagnosis, 'gradient-right')).toEqual([]);
    expect(ofCode(diagnosis, 'target-out-of-range')).toEqual([]);
  });

  it('at the end of seed 1: silent units that are pushed, not dead ones, and the constant from its closed form', () => {
    const diagnosis = diagnosed(posted, 1, 400_000);
    const [constant] = ofCode(diagnosis, 'constant-of-bias', 'constant-zero-of-relu');
    expect(constant?.means).toContain('20/41 = 0.48780487804878037');
    expect(constant?.means).toContain('r/(1 + r²) with r = 1 − 0.2');
    expect(constant?.means).toContain('0, 1, 1, 0');
    const [silent] = ofCode(diagnosis, 'units-pushed');
    expect(silent).toMatchObject({ layer: 0, units: [0, 1, 2, 3], severity: 'problem' });
    expect(silent?.means).toContain('looks like dying ReLU and is not');

    // The hidden bias is pushed by delta times v; the deltas over the four samples are those of the bias alone at 20/41.
    const { frame } = runProgram(posted, 1).advance(400_000);
    const v = frame.layers[1]!.weights[0]!;
    const errors = [20, 20 - 41, 20 - 41, 20].map((numerator) => numerator / 41);
    // Squares of (1, x1, x2) on each sample.
    const squared = [1, 2, 2, 3].reduce((sum, size, sample) => sum + size * errors[sample]! ** 2, 0);
    const norm = Math.sqrt(squared * v.reduce((sum, weight) => sum + weight ** 2, 0));
    expect(diagnosis.gradients[0]!.followedNorm).toBeCloseTo(norm, 12);
    expect(diagnosis.gradients[0]!.trueNorm).toBe(0);
  });

  it.each([
    ['0.1', '90/181'],
    ['0.3', '70/149'],
    ['0.5', '2/5'],
  ])('names the constant for a learning rate of %s: %s', (rate, exact) => {
    const source = edited(posted, ['export const learningRate = 0.2', `export const learningRate = ${rate}`]);
    const diagnosis = diagnosed(source, 1, 400_000);
    expect(ofCode(diagnosis, 'constant-of-bias', 'constant-zero-of-relu')[0]?.means).toContain(`${exact} = `);
  });

  it.each([
    [1, 4_000],
    [5, 400],
    [8, 40_000],
  ])('with both derivatives right nothing is wrong with the gradient (seed %i)', (seed, updates) => {
    const diagnosis = diagnosed(edited(posted, bothRight), seed, updates);
    expect(signatures(diagnosis)).toEqual([undefined, undefined]);
    expect(ofCode(diagnosis, 'gradient-unknown', 'error-arrives-wrong')).toEqual([]);
  });

  it('with both derivatives right a silent output is dead, and said to be', () => {
    const diagnosis = diagnosed(edited(posted, bothRight), 1, 4_000);
    const dead = ofCode(diagnosis, 'output-dead', 'output-deaf').find(({ layer }) => layer === 1);
    expect(dead?.title).toContain('The output is dead');
    expect(ofCode(diagnosis, 'constant-of-bias', 'constant-zero-of-relu')[0]?.means).toContain(
      'zero of a ReLU output',
    );
    expect(diagnosis.gradients.map(({ followedNorm }) => followedNorm)).toEqual([0, 0]);
  });

  it('with the hidden derivative right only the output’s is wrong', () => {
    const diagnosis = diagnosed(edited(posted, hiddenRight), 1, 0);
    expect(signatures(diagnosis)[1]).toBe(alwaysOne);
    expect(signatures(diagnosis)[0]).toBe('error-arrives-wrong');
  });

  it('with the output derivative right only the hidden one is wrong, and a silent output learns nothing', () => {
    const diagnosis = diagnosed(edited(posted, outputRight), 2, 4_000);
    expect(signatures(diagnosis)).toEqual([alwaysOne, undefined]);
    const deaf = ofCode(diagnosis, 'output-dead', 'output-deaf').find(({ layer }) => layer === 1);
    expect(deaf?.title, 'the name of the sample stays on one line').toBe(
      'The output is silent on (0,\u00a01) and learns nothing from this sample.',
    );
  });

  it('with a linear output the hidden derivative is still wrong', () => {
    expect(signatures(diagnosed(edited(posted, linearOutput), 1, 40_000))).toEqual([alwaysOne, undefined]);
  });

  it.each([
    ['derivative right, linear output', [bothRight, linearOutput], 1, 4_000],
    [
      'derivative right, linear output, at a fate with samples fitted to the last bit',
      [bothRight, linearOutput],
      3,
      400_000,
    ],
    ['leaky hidden, linear output', [leaky, linearOutput], 2, 4_000],
    ['leaky in both layers', [leaky], 2, 4_000],
    ['sigmoid', [sigmoid], 1, 0],
    ['sigmoid, trained', [sigmoid], 1, 400_000],
  ] as [string, [string, string][], number, number][])(
    '%s: the gradient is right',
    (_, edits, seed, updates) => {
      const diagnosis = diagnosed(edited(posted, ...edits), seed, updates);
      expect(signatures(diagnosis)).toEqual([undefined, undefined]);
      expect(ofCode(diagnosis, 'gradient-right')).toHaveLength(1);
      for (const { relativeError } of diagnosis.gradients) expect(relativeError).toBeLessThan(1e-5);
    },
  );

  it('with one slope for all hidden units, switched where an activation is above the slope, says both', () => {
    const one = 'return share * (hidden.activations.every((b) => b > 0.1) ? 1 : 0.1);';
    const source = edited(posted, leaky, linearOutput, [hiddenRight[0], one]);
    expect(signatures(diagnosed(source, 1, 400))).toEqual(['one-slope-for-layer-at-slope', undefined]);
  });

  it('tells a dead hidden unit from one that is pushed', () => {
    const diagnosis = diagnosed(edited(posted, bothRight, linearOutput), 3, 400_000);
    const [dead] = ofCode(diagnosis, 'units-dead');
    expect(dead).toMatchObject({ layer: 0, units: [1, 2], severity: 'note' });
    expect(dead?.means).toContain('no gradient moves them');
  });

  it('is right about a solved network', () => {
    const source = edited(posted, leaky, linearOutput);
    const run = runProgram(source, 1);
    const { frame } = run.advance(40_000);
    expect(frame.meanSquaredError).toBeLessThan(1e-6);
    expect(codesOf(run.diagnose())).toEqual(new Set(['gradient-right']));
  });

  it.each([
    [
      'sign',
      ['const error = data.targets[k][0] - prediction', 'const error = prediction - data.targets[k][0]'],
      /ascent/,
    ],
    ['never updated biases', ['layer.biases[unit] += learningRate * delta;', ''], /biases-never-updated/],
    [
      'weights changed first',
      ['  adjust(output, hidden.activations, [outputDelta]);\n  adjust(hidden', '  adjust(hidden'],
      undefined,
    ],
  ] as [string, [string, string], RegExp | undefined][])('recognises: %s', (name, edit, pattern) => {
    const right = edited(posted, bothRight, linearOutput);
    const source =
      name === 'weights changed first'
        ? edited(right, edit, [
            'const hiddenDeltas =',
            'adjust(output, hidden.activations, [outputDelta]);\n  const hiddenDeltas =',
          ])
        : edited(right, edit);
    const found = diagnosed(source, 1, 0)
      .findings.map(({ code }) => code)
      .join(' / ');
    expect(found).toMatch(pattern ?? /passed-through-changed-weights/);
  });

  it('names a constant factor without calling it a fault', () => {
    const twice = edited(posted, bothRight, linearOutput, [
      'const error = data.targets[k][0] - prediction',
      'const error = 2 * (data.targets[k][0] - prediction)',
    ]);
    const diagnosis = diagnosed(twice, 1, 0);
    expect(signatures(diagnosis)).toEqual([undefined, undefined]);
    expect(ofCode(diagnosis, 'gradient-right')[0]?.means).toContain(
      'descends the squared error of one sample',
    );
  });

  it('knows the cross-entropy with a sigmoid output', () => {
    const source = edited(posted, sigmoid, [
      'error * activations[output.kind].derivative(prediction)',
      'error',
    ]);
    const diagnosis = diagnosed(source, 1, 0);
    expect(signatures(diagnosis)).toEqual([undefined, undefined]);
    expect(ofCode(diagnosis, 'gradient-right')[0]?.means).toContain('cross-entropy');
  });

  it('finds a sigmoid’s derivative given the sum, and one left out', () => {
    const left = edited(posted, sigmoid, ['share * activations[hidden.kind].derivative(a)', 'share + 0 * a']);
    expect(signatures(diagnosed(left, 1, 0))[0]).toBe('slope-left-out');
  });

  it('says when targets lie out of reach', () => {
    const far = edited(posted, sigmoid, ['targets: [[0], [1], [1], [0]]', 'targets: [[0], [3], [3], [0]]']);
    expect(ofCode(diagnosed(far, 1, 0), 'target-out-of-range')[0]?.means).toContain('between 0 and 1');
  });

  it('says when an update is not a function of the network', () => {
    const noisy = edited(posted, [
      'const error = data.targets[k][0] - prediction',
      'const error = Math.random()',
    ]);
    expect(codesOf(diagnosed(noisy, 1, 0))).toContain('not-replayable');
  });

  it('says where a run that blew up did so', () => {
    const hot = edited(posted, ["(randomNumbers(seed), 'ReLU')", "(randomNumbers(seed), 'linear')"], ['learningRate = 0.2', 'learningRate = 40']); // prettier-ignore
    const run = runProgram(hot, 1);
    const { nonFiniteAt } = run.advance(10_000);
    const [found] = ofCode(run.diagnose(), 'non-finite');
    expect(found?.numbers['update']).toBe(nonFiniteAt);
    expect(run.diagnose().gradients[0]!.followedNorm).toBeNaN();
  });
});

it('says where an output hides what the parameters have become', () => {
  const fast = edited(fixtureProgram('xor'), ['learningRate = 0.2', 'learningRate = 5']);
  expect(codesOf(diagnosed(fast, 1, 8_000))).toContain('nan-hidden-from-outputs');
});

it('says where a bias gradient is summed over the units of its layer, and where zeros have a sign', () => {
  const sum = 'biases-summed-over-units';
  for (const [seed, updates] of [
    [1, 0],
    [3, 2_000],
  ] as const)
    expect(signatures(diagnosed(fixtureProgram('deep'), seed, updates))).toEqual([sum, sum, sum, undefined]);
  // Seed 2 is born dead.
  expect(codesOf(diagnosed(fixtureProgram('deep'), 2, 0))).toContain('minus-zeros');
});

describe('the bias that is trained alone', () => {
  it.each([
    [[0, 1, 1, 0], (r: number) => r / (1 + r * r)],
    [[1, 0, 0, 1], (r: number) => (1 - r + r * r) / (1 + r * r)],
    [[0, 0, 1, 1], (r: number) => 1 / (1 + r * r)],
    [[1, 1, 0, 0], (r: number) => (r * r) / (1 + r * r)],
    [[0, 1, 0, 1], (r: number) => 1 / (1 + r)],
    [[1, 0, 1, 0], (r: number) => r / (1 + r)],
  ])('ends by the closed form for targets in the order %j', (targets, closedForm) => {
    for (const rate of [0.01, 0.2, 0.5])
      expect(settledBias(targets, rate)).toBeCloseTo(closedForm(1 - rate), 14);
  });
});
