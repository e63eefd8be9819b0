/**
 * The diagnosis of the very programs of the book, as posted and after each mend. What it must say follows from the programs'
 * mathematics: which derivative each takes, where its units are on, and the closed forms of the constants.
 */
import { describe, expect, it } from 'vitest';
import { settledBias } from '../../src/lab/checks/output-findings.ts';
import type { Diagnosis, Finding } from '../../src/lab/protocol.ts';
import { isDiagnosis } from '../../src/lab/shapes.ts';
import { caseProgram, edited, runProgram } from './run-program.ts';

function diagnosed(source: string, seed: number, updates: number): Diagnosis {
  const run = runProgram(source, seed);
  if (updates > 0) run.advance(updates);
  const diagnosis = run.diagnose();
  expect(isDiagnosis(structuredClone(diagnosis))).toBe(true);
  return diagnosis;
}

const signatures = ({ gradients }: Diagnosis) => gradients.map(({ signature }) => signature);
const ofKind = ({ findings }: Diagnosis, kind: Finding['kind']) =>
  findings.filter((found) => found.kind === kind);
const kinds = ({ findings }: Diagnosis) => new Set(findings.map(({ kind }) => kind));

const alwaysOne = 'the slope is 1 on every sample, also where the unit is silent';

describe('all-outputs-equal', { timeout: 30_000 }, () => {
  const posted = caseProgram('all-outputs-equal');
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
    expect(ofKind(diagnosis, 'gradient-right')).toEqual([]);
    expect(ofKind(diagnosis, 'range-mismatch')).toEqual([]);
  });

  it('at the end of seed 1: silent units that are pushed, not dead ones, and the constant from its closed form', () => {
    const diagnosis = diagnosed(posted, 1, 400_000);
    const [constant] = ofKind(diagnosis, 'constant-output');
    expect(constant?.detail).toContain('20/41 = 0.48780487804878037');
    expect(constant?.detail).toContain('r/(1 + r²) with r = 1 − 0.2');
    expect(constant?.detail).toContain('0, 1, 1, 0');
    const [silent] = ofKind(diagnosis, 'dead-units');
    expect(silent).toMatchObject({ layer: 0, units: [0, 1, 2, 3], severity: 'problem' });
    expect(silent?.detail).toContain('looks like dying ReLU and is not');

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
    expect(ofKind(diagnosis, 'constant-output')[0]?.detail).toContain(`${exact} = `);
  });

  it.each([
    [1, 4_000],
    [5, 400],
    [8, 40_000],
  ])('with both derivatives right nothing is wrong with the gradient (seed %i)', (seed, updates) => {
    const diagnosis = diagnosed(edited(posted, bothRight), seed, updates);
    expect(signatures(diagnosis)).toEqual([undefined, undefined]);
    expect(ofKind(diagnosis, 'gradient-wrong')).toEqual([]);
  });

  it('with both derivatives right a silent output is dead, and said to be', () => {
    const diagnosis = diagnosed(edited(posted, bothRight), 1, 4_000);
    const dead = ofKind(diagnosis, 'dead-units').find(({ layer }) => layer === 1);
    expect(dead?.title).toContain('The output is dead');
    expect(ofKind(diagnosis, 'constant-output')[0]?.detail).toContain('zero of a ReLU output');
    expect(diagnosis.gradients.map(({ followedNorm }) => followedNorm)).toEqual([0, 0]);
  });

  it('with the hidden derivative right only the output’s is wrong', () => {
    const diagnosis = diagnosed(edited(posted, hiddenRight), 1, 0);
    expect(signatures(diagnosis)[1]).toBe(alwaysOne);
    expect(signatures(diagnosis)[0]).toMatch(/^right by itself/);
    expect(ofKind(diagnosis, 'gradient-wrong').filter(({ severity }) => severity === 'problem')).toHaveLength(
      1,
    );
  });

  it('with the output derivative right only the hidden one is wrong, and a silent output learns nothing', () => {
    const diagnosis = diagnosed(edited(posted, outputRight), 2, 4_000);
    expect(signatures(diagnosis)).toEqual([alwaysOne, undefined]);
    const deaf = ofKind(diagnosis, 'dead-units').find(({ layer }) => layer === 1);
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
      expect(ofKind(diagnosis, 'gradient-right')).toHaveLength(1);
      for (const { relativeError } of diagnosis.gradients) expect(relativeError).toBeLessThan(1e-5);
    },
  );

  it('tells a dead hidden unit from one that is pushed', () => {
    const diagnosis = diagnosed(edited(posted, bothRight, linearOutput), 3, 400_000);
    const [dead] = ofKind(diagnosis, 'dead-units');
    expect(dead).toMatchObject({ layer: 0, units: [1, 2], severity: 'note' });
    expect(dead?.detail).toContain('no update moves them');
  });

  it('is right about a solved network', () => {
    const source = edited(posted, leaky, linearOutput);
    const run = runProgram(source, 1);
    const { frame } = run.advance(40_000);
    expect(frame.meanSquaredError).toBeLessThan(1e-6);
    expect(kinds(run.diagnose())).toEqual(new Set(['gradient-right']));
  });

  it.each([
    [
      'sign',
      ['const error = data.targets[k][0] - prediction', 'const error = prediction - data.targets[k][0]'],
      /sign/,
    ],
    ['never updated biases', ['layer.biases[unit] += learningRate * delta;', ''], /biases are never updated/],
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
    const found = signatures(diagnosed(source, 1, 0)).join(' / ');
    expect(found).toMatch(pattern ?? /passed back through weights that this update has already changed/);
  });

  it('names a constant factor without calling it a fault', () => {
    const twice = edited(posted, bothRight, linearOutput, [
      'const error = data.targets[k][0] - prediction',
      'const error = 2 * (data.targets[k][0] - prediction)',
    ]);
    const diagnosis = diagnosed(twice, 1, 0);
    expect(signatures(diagnosis)).toEqual([undefined, undefined]);
    expect(ofKind(diagnosis, 'gradient-right')[0]?.detail).toContain(
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
    expect(ofKind(diagnosis, 'gradient-right')[0]?.detail).toContain('cross-entropy');
  });

  it('finds a sigmoid’s derivative given the sum, and one left out', () => {
    const left = edited(posted, sigmoid, ['share * activations[hidden.kind].derivative(a)', 'share + 0 * a']);
    expect(signatures(diagnosed(left, 1, 0))[0]).toBe('the derivative of the activation is left out');
  });

  it('says when targets lie out of reach', () => {
    const far = edited(posted, sigmoid, ['targets: [[0], [1], [1], [0]]', 'targets: [[0], [3], [3], [0]]']);
    expect(ofKind(diagnosed(far, 1, 0), 'range-mismatch')[0]?.detail).toContain('between 0 and 1');
  });

  it('says when an update is not a function of the network', () => {
    const noisy = edited(posted, [
      'const error = data.targets[k][0] - prediction',
      'const error = Math.random()',
    ]);
    expect(kinds(diagnosed(noisy, 1, 0))).toContain('not-replayable');
  });

  it('says where a run that blew up did so', () => {
    const hot = edited(posted, ["(randomNumbers(seed), 'ReLU')", "(randomNumbers(seed), 'linear')"], ['learningRate = 0.2', 'learningRate = 40']); // prettier-ignore
    const run = runProgram(hot, 1);
    const { nonFiniteAt } = run.advance(10_000);
    const [found] = ofKind(run.diagnose(), 'non-finite');
    expect(found?.title).toContain(`Since update ${nonFiniteAt} `);
    expect(run.diagnose().gradients[0]!.followedNorm).toBeNaN();
  });
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

describe('the other programs', { timeout: 30_000 }, () => {
  it('leaky-derivative: one slope for the whole layer, at the wrong threshold', () => {
    const posted = caseProgram('leaky-derivative');
    for (const [seed, updates] of [
      [1, 0],
      [1, 10_000],
      [2, 10_000],
    ] as const)
      // prettier-ignore
      expect(signatures(diagnosed(posted, seed, updates))).toEqual([
        'one slope for the whole layer, and its threshold at 0.1 instead of 0',
        'the slope changes at 0.1 instead of at 0',
      ]);
    const body = 'const slope = activations.every(isOn) ? 1 : leak;\n  return activations.map(() => slope);';
    const atSlope = edited(posted, [body, 'return activations.map((a) => (isOn(a) ? 1 : leak));']);
    expect(signatures(diagnosed(atSlope, 1, 1_000))).toEqual(
      new Array(2).fill('the slope changes at 0.1 instead of at 0'),
    );
    const right = edited(posted, [body, 'return activations.map((a) => (a > 0 ? 1 : leak));']);
    expect(signatures(diagnosed(right, 1, 1_000))).toEqual([undefined, undefined]);
  });

  it('exploding-successor: what the forward pass skips, what is counted once, frozen biases, weight decay', () => {
    const diagnosis = diagnosed(caseProgram('exploding-successor'), 1, 0);
    expect(signatures(diagnosis)[0]).toContain('the forward pass skips');
    expect(signatures(diagnosis)[1]).toContain('goes through its activation twice');
    expect(signatures(diagnosis)[1]).toContain('the gradient of the weights is taken with the activation');
    for (const signature of signatures(diagnosis))
      expect(signature).toContain('the biases are never updated');
    expect(diagnosis.findings.some(({ title }) => title.includes('hands on the sum'))).toBe(true);
  });

  it('negative-zero: the bias gradient is summed over the units of each hidden layer, and factor 2 is no fault', () => {
    for (const [seed, updates] of [
      [1, 0],
      [2, 0],
      [3, 2_000],
    ] as const) {
      // prettier-ignore
      const diagnosis = diagnosed(caseProgram('negative-zero'), seed, updates);
      const sum = 'the bias gradient is the sum over the units';
      expect(signatures(diagnosis)).toEqual([sum, sum, sum, undefined]);
    }
  });

  it('unbounded-classifier: the function as its own derivative, and a weight made of two numbers', () => {
    const diagnosis = diagnosed(caseProgram('unbounded-classifier'), 1, 0);
    expect(signatures(diagnosis)).toEqual(['the function is used as its own derivative']);
    expect(diagnosis.findings.some(({ title }) => title.includes('sum of two numbers'))).toBe(true);
  });
});
