import { describe, expect, it } from 'vitest';
import type { Plane } from '../../src/lab/protocol.ts';
import { planeOf } from '../../src/lab/runtime/plane.ts';
import type { LayerView } from '../../src/lab/program.ts';

const window = { x: [0, 4] as [number, number], y: [-2, 2] as [number, number] };
const untimed = { window, forMs: Infinity, now: () => 0, beat: () => undefined };

/** Two inputs, two tanh units, one output: their weighted sum. */
function network(scale: number): { predict(input: number[]): number[]; layers(): LayerView[] } {
  const hidden = { weights: [[1, -1], [0.5, 2]], biases: [-1.5, 0.25], activations: [0, 0] }; // prettier-ignore
  const output = { weights: [[1, 1]], biases: [0], activations: [0] };
  return {
    predict([x, y]) {
      hidden.weights.forEach(([u, v], unit) => {
        hidden.activations[unit] = Math.tanh((u! * x! + v! * y!) / scale + hidden.biases[unit]!);
      });
      output.activations = [hidden.activations[0]! + hidden.activations[1]!];
      return output.activations;
    },
    layers: () => [hidden, output],
  };
}

describe('the plane of two inputs', () => {
  it('holds what the network answers at the middles of cells, from the lowest up', () => {
    const { predict, layers } = network(1);
    const plane = planeOf({ update: 7, predict, layers }, { ...untimed, finest: 6 });
    expect(plane).toMatchObject({ update: 7, size: 6 });
    const at = (column: number, row: number) => [(column + 0.5) * (4 / 6), -2 + (row + 0.5) * (4 / 6)];
    for (const [column, row] of [
      [0, 0],
      [5, 0],
      [2, 4],
    ])
      // prettier-ignore
      expect(plane.outputs[row! * 6 + column!]).toBeCloseTo(predict(at(column!, row!))[0]!, 12);
  });

  it('has several outputs side by side, also what is no number', () => {
    const plane = planeOf({ update: 0, predict: ([x]) => [x!, NaN], layers: () => [] }, untimed);
    expect(plane.outputs).toHaveLength(plane.size ** 2 * 2);
    expect([plane.outputs[0]! > 0, plane.outputs[1]]).toEqual([true, NaN]);
    expect(plane.hasLines).toBe(false);
  });

  it('is drawn as fine as the time allows, and not at all where one answer takes too long', () => {
    const sizeWith = (msAnAnswer: number, forMs: number): Plane['size'] => {
      let ms = 0;
      const predict = () => {
        ms += msAnAnswer;
        return [0];
      };
      return planeOf({ update: 0, predict, layers: () => [] }, { ...untimed, forMs, now: () => ms }).size;
    };
    expect(sizeWith(0.001, 60)).toBe(48);
    expect(sizeWith(0.003, 6)).toBe(24);
    expect(sizeWith(1, 6)).toBe(6);
    expect(sizeWith(100, 60)).toBe(0);
  });

  it('tells whether the lines of the hidden units are true: a program may scale its inputs first', () => {
    expect(planeOf({ update: 0, ...network(1) }, untimed).hasLines).toBe(true);
    expect(planeOf({ update: 0, ...network(255) }, untimed).hasLines).toBe(false);
  });
});
