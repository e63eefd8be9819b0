/**
 * Hidden layers in which nothing bends: straight activations, or units that stay on one side of their kink on every sample. The
 * outputs then lie on a plane in the inputs, b + w . x, and the best plane's error is the least that such a network can reach.
 */
import { judgeOutcome } from '../../engine/outcome.ts';
import type { Finding } from '../protocol.ts';
import { finding } from './finding.ts';
import type { GradientCheck } from './gradients.ts';

export function bendFindings({ specimen, forward, present }: GradientCheck): Finding[] {
  const traces = present[0]?.traces;
  const last = specimen.widths.length - 2;
  if (!traces || !forward || last === 0) return [];
  let isOneSided = false;
  for (let layer = 0; layer < last; layer++) {
    const { inner, handsOn } = forward[layer]!;
    if (handsOn === 'sum') continue;
    if (inner.kind !== 'straight') return [];
    if (inner.slopes[0] === inner.slopes[1]) continue;
    isOneSided = true;
    for (let unit = 0; unit < specimen.widths[layer + 1]!; unit++) {
      const sides = new Set(traces.map(({ sums }) => sums[layer]![unit]! > 0));
      if (sides.size > 1) return [];
    }
  }
  const { inputs, targets } = specimen.data;
  const best = bestPlaneError(inputs, targets);
  const spread = meanOf(targets[0]!.map((_, o) => variance(targets.map((row) => row[o]!))));
  // What lies on a plane needs no bend, nor does what has been learned without one.
  if (best <= 1e-9 * spread) return [];
  const isSolved = judgeOutcome(traces.map((trace) => trace.outputs), targets, []).kind === 'solved'; // prettier-ignore
  if (isSolved) return [];
  const { kind, slopes } = forward[last]!.f;
  const isStraightOutput = kind === 'straight' && slopes[0] === slopes[1];
  const errors = traces.map(({ outputs }, n) => meanOf(outputs.map((y, o) => (y - targets[n]![o]!) ** 2)));
  return [
    finding('nothing-bends', isOneSided ? 'note' : 'problem', {
      oneSide: isOneSided,
      ...(isStraightOutput && { best, present: meanOf(errors) }),
    }),
  ];
}

/** The least mean squared error of a plane b + w . x, by the normal equations. @param inputs [N, I] @param targets [N, O] */
function bestPlaneError(inputs: number[][], targets: number[][]): number {
  const rows = inputs.map((input) => [1, ...input]);
  const size = rows[0]!.length;
  const errors = targets[0]!.map((_, o) => {
    const matrix = Array.from({ length: size }, (_row, i) => [
      ...Array.from({ length: size }, (_column, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
      rows.reduce((sum, row, n) => sum + row[i]! * targets[n]![o]!, 0),
    ]);
    const plane = solve(matrix);
    return meanOf(
      rows.map((row, n) => (row.reduce((sum, x, i) => sum + x * plane[i]!, 0) - targets[n]![o]!) ** 2),
    );
  });
  return meanOf(errors);
}

/** Gauss and Jordan, with the largest pivot; what is not determined is 0. @param matrix [n, n + 1] */
function solve(matrix: number[][]): number[] {
  const size = matrix.length;
  const pivotRows = new Map<number, number>();
  const free = new Set(matrix.keys());
  for (let column = 0; column < size; column++) {
    const pivot = [...free].toSorted(
      (a, b) => Math.abs(matrix[b]![column]!) - Math.abs(matrix[a]![column]!),
    )[0];
    const scale = Math.max(...matrix.map((row) => Math.abs(row[column]!)));
    if (pivot === undefined || Math.abs(matrix[pivot]![column]!) <= 1e-12 * (scale || 1)) continue;
    free.delete(pivot);
    pivotRows.set(column, pivot);
    matrix.forEach((row, other) => {
      if (other === pivot) return;
      const times = row[column]! / matrix[pivot]![column]!;
      for (let j = column; j <= size; j++) row[j]! -= times * matrix[pivot]![j]!;
    });
  }
  return Array.from({ length: size }, (_, column) => {
    const row = pivotRows.get(column);
    return row === undefined ? 0 : matrix[row]![size]! / matrix[row]![column]!;
  });
}

export function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function variance(values: number[]): number {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2));
}
