import { describe, expect, it } from 'vitest';
import * as grading from '../../src/book/code-grading.ts';
import type { CodeEvidence, CodeGrade } from '../../src/book/code-grading.ts';
import type { Diagnosis, Frame, Outcome } from '../../src/lab/index.ts';
import { gradingWords } from '../../src/words/grading.ts';

/** The checks as they are read. */
const gradeCode = (grade: CodeGrade, evidence: CodeEvidence) =>
  grading
    .gradeCode(grade, evidence)
    .map(({ met, said }) => ({ met, words: gradingWords.program(said, met) }));

const grade: CodeGrade = {
  seeds: { from: 1, count: 4, solved: 3, epochs: 2000 },
  gradient: true,
  learningRate: 0.2,
  widths: [2, 4, 1],
  largestError: 0.25,
};

const solved: Outcome = { kind: 'solved' };
const evidence = (outcomes: Outcome[], change: Partial<CodeEvidence> = {}): CodeEvidence => ({
  info: {
    learningRate: 0.2,
    epochs: 2000,
    updatesPerEpoch: 1,
    inputs: [[0, 0]],
    targets: [[0]],
    widths: [2, 4, 1],
  },
  diagnosis: {
    update: 0,
    gradients: [
      { layer: 0, relativeError: 1e-9, followedNorm: 1, trueNorm: 1 },
      { layer: 1, relativeError: 1e-9, followedNorm: 1, trueNorm: 1 },
    ],
    findings: [],
    arrays: [],
  },
  results: outcomes.map((outcome, i) => ({ seed: i + 1, outcome, outputs: [[0.1]] })),
  ...change,
});

describe('the grade of a program', () => {
  it('is met by behaviour alone', () => {
    const checks = gradeCode(grade, evidence([solved, solved, solved, { kind: 'constant', value: 0.5 }]));
    expect(checks.map(({ met }) => met)).toEqual([true, true, true, true, true]);
  });

  it('says how the seeds that failed have ended', () => {
    const checks = gradeCode(
      grade,
      evidence([
        solved,
        { kind: 'constant', value: 0.5 },
        { kind: 'constant', value: 0.5 },
        { kind: 'diverged' },
      ]),
    );
    expect(checks[3]).toEqual({
      met: false,
      words:
        '1 of 4 seeds learned within 2,000 epochs; the exercise asks for 3. ' +
        'Of the others, 2 end with one number for every input, 1 ends in infinity or NaN.',
    });
  });

  it('names the layer whose gradient is wrong, and the signature', () => {
    const diagnosis: Diagnosis = {
      update: 0,
      gradients: [
        { layer: 0, relativeError: 0.3, followedNorm: 1, trueNorm: 2 },
        { layer: 1, relativeError: 1e-9, followedNorm: 1, trueNorm: 1 },
      ],
      findings: [{ code: 'one-slope-for-layer', severity: 'problem', layer: 0, numbers: {} }],
      arrays: [],
    };
    const checks = gradeCode(grade, evidence([solved, solved, solved, solved], { diagnosis }));
    expect(checks[2]).toEqual({
      met: false,
      words:
        'The update does not follow the gradient of the loss in the hidden layer (one slope for the whole layer).',
    });
  });

  it('counts a gradient that is not a number as wrong', () => {
    const gradients = [{ layer: 0, relativeError: NaN, followedNorm: NaN, trueNorm: 1 }];
    const diagnosis: Diagnosis = { update: 0, gradients, findings: [], arrays: [] };
    expect(gradeCode(grade, evidence([solved], { diagnosis }))[2]?.met).toBe(false);
  });

  it('does not take a wider network or another learning rate for a mend', () => {
    const info = { ...evidence([]).info, widths: [2, 8, 1], learningRate: 0.1 };
    const checks = gradeCode(grade, evidence([solved, solved, solved, solved], { info }));
    expect(checks[0]?.words).toMatch(/2-8-1.*asks for 2-4-1/);
    expect(checks[1]?.words).toMatch(/0\.1.*keep it at 0\.2/);
  });

  it('measures the largest error on the seeds that learned', () => {
    const results = [{ seed: 1, outcome: solved, outputs: [[0.4]] }];
    const checks = gradeCode(grade, evidence([], { results }));
    expect(checks[4]?.words).toBe(
      'An answer is 0.4 away from its target; the exercise asks for 0.25 at most.',
    );
  });

  it('says on how many seeds an answer lies outside the range, and how far', () => {
    const ranged = { ...grade, largestError: undefined, range: { low: 0, high: 3 } };
    const results = [
      [0, 3],
      [-0.002, 3],
      [0, 3.0001],
    ].map((outputs, i) => ({
      seed: i + 1,
      outcome: solved,
      outputs: outputs.map((value) => [value]),
    }));
    const checks = gradeCode(ranged, evidence([], { results }));
    expect(checks.at(-1)).toEqual({
      met: false,
      words: 'On 2 of 3 seeds an answer lies outside the range from 0 to 3, by as much as 0.002.',
    });
    expect(gradeCode(ranged, evidence([], { results: results.slice(0, 1) })).at(-1)?.met).toBe(true);
    expect(gradeCode(ranged, evidence([], { results: [] })).at(-1)?.met, 'nothing was seen').toBe(false);
    const lost = [{ seed: 1, outcome: solved, outputs: [[NaN]] }];
    expect(gradeCode(ranged, evidence([], { results: lost })).at(-1)?.words).toMatch(
      /or is no finite number/,
    );
  });

  it('does not take other data for a mend', () => {
    const kept = { ...grade, sameData: true };
    const { inputs, targets } = evidence([]).info;
    expect(gradeCode(kept, evidence([solved], { givenData: { inputs, targets } }))[0]?.met).toBe(true);
    for (const given of [
      { inputs, targets: [[1]] },
      {
        inputs: [
          [0, 0],
          [1, 1],
        ],
        targets: [[0], [0]],
      },
    ])
      expect(gradeCode(kept, evidence([solved], { givenData: given }))[0]?.met).toBe(false);
  });

  it('knows a ReLU by what it gives for its sum', () => {
    // Two inputs, one unit with weights 1 and 1 and bias -1.5: its sums on (0, 0) and (1, 1) are -1.5 and 0.5.
    const info = {
      ...evidence([]).info,
      inputs: [
        [0, 0],
        [1, 1],
      ],
      targets: [[0], [1]],
      widths: [2, 1],
    };
    const network = (activations: number[][]) => ({
      seed: 1,
      update: 0,
      outputs: activations,
      meanSquaredError: 0,
      layers: [{ weights: [[1, 1]], biases: [-1.5], activations }],
    });
    const checked = (...initial: Frame[]) =>
      gradeCode(
        { ...grade, widths: undefined, learningRate: undefined, relu: true },
        evidence([], { info, initial }),
      )[0];
    expect(checked(network([[0], [0.5]]))?.met).toBe(true);
    expect(checked(network([[-0], [0.5]]))?.met).toBe(true);
    expect(checked(network([[0], [0.5]]), network([[-1.5], [0.5]]))).toEqual({
      met: false,
      words: 'The output gives −1.5 where its sum is −1.5; a ReLU gives 0 there.',
    });
    expect(checked()?.met, 'no network was seen').toBe(false);
  });
});
