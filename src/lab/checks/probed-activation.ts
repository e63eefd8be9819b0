/**
 * The activation function of a layer, found by trying: a unit's weights are set to zero and its bias to z, and what comes out is
 * f(z). A layer without biases is tried through one weight instead.
 */
import type { Specimen } from './specimen.ts';

export interface ProbedActivation {
  /** Straight on both sides of zero (identity, ReLU, leaky ReLU), an S-curve, or another function. */
  kind: 'straight' | 'sigmoid' | 'tanh' | 'other';
  /** Slopes right and left of zero, for a straight one. */
  slopes: [right: number, left: number];
  value(z: number): number;
  /** The derivative with respect to z. */
  slope(z: number): number;
  /** The lowest and the highest value it takes; what it only comes near counts. */
  range: [low: number, high: number];
}

const grid = [-6, -3.5, -2, -1, -0.4, -0.1, 0.1, 0.4, 1, 2, 3.5, 6];
const far = 1e4;

/** @param where A layer's own activations, or the outputs of the network, which may have gone through more. */
export function probeActivation(
  specimen: Specimen,
  values: number[],
  layer: number,
  where: 'layer' | 'outputs' = 'layer',
): ProbedActivation | undefined {
  const valueAt = setUp(specimen, values, layer, where);
  if (!valueAt) return undefined;
  const points = grid.map((z) => ({ z, f: valueAt(z) }));
  const fits = (f: (z: number) => number): boolean =>
    points.every((point) => Math.abs(f(point.z) - point.f) <= 1e-9 * Math.max(1, Math.abs(point.f)));
  const range: [number, number] = [
    Math.min(valueAt(-far), valueAt(far), ...points.map(({ f }) => f)),
    Math.max(valueAt(-far), valueAt(far), ...points.map(({ f }) => f)),
  ];

  const right = valueAt(1);
  const left = -valueAt(-1);
  const straight = (z: number): number => (z > 0 ? right : left) * z;
  if (fits(straight))
    return {
      kind: 'straight',
      slopes: [right, left],
      value: straight,
      slope: (z) => (z > 0 ? right : left),
      range: [left > 0 ? -Infinity : 0, right > 0 ? Infinity : 0],
    };
  const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
  if (fits(sigmoid))
    return {
      kind: 'sigmoid',
      slopes: [1, 1],
      value: sigmoid,
      slope: (z) => sigmoid(z) * (1 - sigmoid(z)),
      range: [0, 1],
    };
  if (fits(Math.tanh))
    return {
      kind: 'tanh',
      slopes: [1, 1],
      value: Math.tanh,
      slope: (z) => 1 - Math.tanh(z) ** 2,
      range: [-1, 1],
    };
  // A curve that turns has its ends between the points.
  const between = Array.from({ length: 241 }, (_, at) => valueAt((at - 120) / 10));
  const turn = (sign: number): number => {
    const heights = between.map((value) => sign * value);
    const at = heights.indexOf(Math.max(...heights));
    let [from, to] = [(at - 121) / 10, (at - 119) / 10];
    for (let round = 0; round < 40; round++) {
      const [a, b] = [from + (to - from) / 3, to - (to - from) / 3];
      if (sign * valueAt(a) < sign * valueAt(b)) from = a;
      else to = b;
    }
    return valueAt((from + to) / 2);
  };
  range[0] = Math.min(range[0], turn(-1));
  range[1] = Math.max(range[1], turn(1));
  const isUnbounded = (edge: number): boolean => Math.abs(edge) > far / 100;
  return {
    kind: 'other',
    slopes: [1, 1],
    value: valueAt,
    slope: (z) => (valueAt(z + 1e-5) - valueAt(z - 1e-5)) / 2e-5,
    range: [isUnbounded(range[0]) ? -Infinity : range[0], isUnbounded(range[1]) ? Infinity : range[1]],
  };
}

function setUp(
  specimen: Specimen,
  values: number[],
  layer: number,
  where: 'layer' | 'outputs',
): ((z: number) => number) | undefined {
  const inputCount = specimen.widths[layer]!;
  const { inputs } = specimen.data;
  const valueOf = (changed: number[], input: number[]): number => {
    specimen.beat();
    const { outputs, activations } = specimen.trace(changed, input);
    return where === 'outputs' ? outputs[0]! : activations[layer]![0]!;
  };

  let silenced: number[] | undefined = values;
  const incoming = inputs.map((input) =>
    layer === 0 ? input : specimen.trace(values, input).activations[layer - 1]!,
  );
  for (let input = 0; input < inputCount && silenced; input++)
    silenced = specimen.withEntry(silenced, layer, 0, input, 0);
  if (!silenced) return undefined;
  const quiet = silenced;

  if (specimen.withEntry(quiet, layer, 0, inputCount, 0))
    return (z) => valueOf(specimen.withEntry(quiet, layer, 0, inputCount, z)!, inputs[0]!);

  const bias = specimen.entries(quiet)[layer]![0]![inputCount]!;
  for (const [sample, row] of incoming.entries()) {
    const input = row.findIndex((value) => Number.isFinite(value) && Math.abs(value) > 1e-3);
    if (input >= 0)
      return (z) =>
        valueOf(specimen.withEntry(quiet, layer, 0, input, (z - bias) / row[input]!)!, inputs[sample]!);
  }
  return undefined;
}
