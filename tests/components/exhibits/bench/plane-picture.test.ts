import { describe, expect, it } from 'vitest';
import {
  drawnField,
  fieldOf,
  placedSamples,
  placeOf,
  unitLines,
} from '../../../../components/exhibits/bench/plane-picture.ts';
import { windowOf } from '../../../../components/exhibits/bench/plane-window.ts';
import { worstSamples, wrongByClass } from '../../../../components/exhibits/bench/worst-samples.ts';
import type { Frame, Plane, ProgramInfo } from '../../../../src/lab/index.ts';

const infoOf = (inputs: number[][], targets: number[][]): ProgramInfo => ({
  epochs: 1,
  updatesPerEpoch: 1,
  inputs,
  targets,
  widths: [inputs[0]!.length, targets[0]!.length],
});
const xor = infoOf([[0, 0], [1, 0], [0, 1], [1, 1]], [[0], [1], [1], [0]]); // prettier-ignore
const frameOf = (outputs: number[][], layers: Frame['layers'] = []): Frame => ({
  seed: 1,
  update: 1,
  outputs,
  meanSquaredError: 0,
  layers,
});

describe('the window', () => {
  it('holds every sample with a margin', () => {
    expect(windowOf(xor)).toEqual({ x: [-0.2, 1.2], y: [-0.2, 1.2] });
    expect(windowOf(infoOf([[0, 5], [255, 5]], [[0], [1]]))).toEqual({ x: [-51, 306], y: [3, 7] }); // prettier-ignore
  });

  it('is one that can be drawn, whatever the inputs', () => {
    for (const inputs of [
      [[0, 0]],
      [
        [-1e308, 1e308],
        [1e308, -1e308],
      ],
      [
        [1e-320, 0],
        [0, 0],
      ],
    ])
      // prettier-ignore
      for (const [low, high] of Object.values(windowOf(infoOf(inputs, inputs.map(() => [0])))))
        expect([high > low, Number.isFinite(high - low)]).toEqual([true, true]);
  });
});

describe('a value', () => {
  it('lies between its ends, and huge ones at an end', () => {
    const ends = { low: 0, high: 4 };
    expect([0, 1, 2, 4, 9, -Infinity, 1e308].map((value) => placeOf(value, ends))).toEqual([-1, -0.5, 0, 1, 1, -1, 1]); // prettier-ignore
    expect(placeOf(NaN, ends)).toBeNaN();
    expect(placeOf(0, { low: -1.7e308, high: 1.7e308 })).toBe(0);
  });

  it('has ends also where all targets are one number: as far as the answers go', () => {
    const one = infoOf([[3, 5]], [[20]]);
    const plane: Plane = { update: 1, size: 1, outputs: Float64Array.of(12), hasLines: false };
    expect(fieldOf(one, plane, 0)).toMatchObject({ low: 12, high: 28, hasSides: false });
    expect(fieldOf(one, undefined, 0)).toMatchObject({ low: 19, high: 21 });
  });
});

describe('classes', () => {
  const targets = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]; // prettier-ignore
  const info = infoOf([[0, 0], [1, 0], [0, 1]], targets); // prettier-ignore

  it('have the place where their output is above all others', () => {
    const outputs = Float64Array.from([3, 1, 2, 0, 5, 5, NaN, 0, 0, 0, 0, 9]);
    const field = fieldOf(info, undefined, 0);
    const { drawn, missing } = drawnField({ update: 1, size: 2, outputs, hasLines: false }, field);
    expect(drawn).toEqual({ kind: 'classes', margins: [[1, -5, -1, -9], [-2, 0, -1, -9], [-1, 0, -1, 9]] }); // prettier-ignore
    expect(missing).toEqual([0, 0, 1, 0]);
  });

  it('have their samples, the wrong ones told apart', () => {
    const placed = placedSamples(info, frameOf([[9, 0, 0], [9, 0, 0], [0, 0, 1]]), fieldOf(info, undefined, 0)); // prettier-ignore
    expect(placed.map(({ of, isRight }) => [of, isRight])).toEqual([[0, true], [1, false], [2, true]]); // prettier-ignore
  });
});

describe('the line of a hidden unit', () => {
  const layers = (...rows: [u: number, v: number, bias: number][]): Frame['layers'] => [
    { weights: rows.map(([u, v]) => [u, v]), biases: rows.map(([, , bias]) => bias), activations: [] },
    { weights: [rows.map(() => 1)], biases: [0], activations: [] },
  ];
  const lineOf = (u: number, v: number, bias: number) =>
    unitLines(xor, frameOf([], layers([u, v, bias])), windowOf(xor))[0]!;

  it('is where its sum is 0, from edge to edge', () => {
    for (const [u, v, bias] of [
      [1, 1, -0.5],
      [1, 0, -0.5],
      [0, 2, -1],
      [3, -2, 0.1],
    ] as const) {
      // prettier-ignore
      const { ends, parts } = lineOf(u, v, bias);
      expect(parts).toBe(true);
      for (const [x, y] of ends!) {
        expect(u * x + v * y + bias).toBeCloseTo(0, 12);
        expect([x, y].some((at) => Math.abs(at + 0.2) < 1e-12 || Math.abs(at - 1.2) < 1e-12)).toBe(true);
      }
    }
  });

  it('bends nothing where all samples are on one side, and is not drawn where it passes by', () => {
    expect(lineOf(1, 1, 0.1)).toMatchObject({ parts: false });
    expect(lineOf(1, 1, 9)).toMatchObject({ parts: false, ends: undefined });
    expect(lineOf(0, 0, 1)).toMatchObject({ parts: false, ends: undefined });
    expect(lineOf(NaN, 1, 0)).toMatchObject({ parts: false, ends: undefined });
  });

  it('there is none of a network without a hidden layer', () => {
    expect(unitLines(xor, frameOf([], layers([1, 1, 0]).slice(0, 1)), windowOf(xor))).toEqual([]);
  });
});

describe('the samples that a table shows of many', () => {
  const targets = Array.from({ length: 20 }, (_, n) => [n % 2, 1 - (n % 2)]);
  const info = infoOf(
    targets.map((_, n) => [n, n]),
    targets,
  );

  it('are the wrong ones, then those that are furthest off', () => {
    const outputs = targets.map(([one, other], n) =>
      n === 7 || n === 12 ? [other!, one!] : [one! * (1 - n / 100), other!],
    );
    outputs[3] = [NaN, 0];
    const worst = worstSamples(info, frameOf(outputs))!;
    expect(worst.slice(0, 3)).toEqual([3, 7, 12]);
    expect(worst[3]).toBe(19);
    expect(worst).toHaveLength(8);
    expect(wrongByClass(info, frameOf(outputs))).toEqual([
      { wrong: 2, count: 10 },
      { wrong: 1, count: 10 },
    ]);
  });

  it('are all of a few', () => {
    expect(worstSamples(xor, frameOf([[0], [1], [1], [0]]))).toBeUndefined();
  });
});
