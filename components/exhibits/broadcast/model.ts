/**
 * What an array library makes of predictions less targets when their shapes differ: NumPy's rule of broadcasting, and the mean
 * squared error that comes of it. The rule: shapes are laid right-aligned, a missing axis counts as 1, and an axis of 1 is repeated.
 */
export const shapes = ['(N, 1)', '(N,)', '(1, N)'] as const;
export type ArrayShape = (typeof shapes)[number];

export interface BroadcastOptions {
  predictions: readonly number[];
  targets: readonly number[];
  predictionShape: ArrayShape;
  targetShape: ArrayShape;
}

export interface BroadcastModel {
  /** The shape of the difference, outermost axis first: [4], [4, 1], [1, 4] or [4, 4]. */
  shape: number[];
  /** The difference, row by row; a result of one axis is one row. [rows][columns] */
  difference: number[][];
  /** Which prediction and which target each cell is made of. [rows][columns] */
  madeOf: { prediction: number; target: number }[][];
  meanSquaredError: number;
  /** The mean squared error where each prediction meets its own target alone. */
  rightError: number;
  /** The predictions with the least mean squared error under this difference. [N] */
  best: number[];
  isTable: boolean;
}

/** @throws if there are not as many predictions as targets, or none. */
export function createBroadcast({
  predictions,
  targets,
  predictionShape,
  targetShape,
}: BroadcastOptions): BroadcastModel {
  const count = predictions.length;
  if (count === 0 || targets.length !== count) {
    throw new Error(
      `createBroadcast: ${count} predictions and ${targets.length} targets; expected as many of both`,
    );
  }
  const [ours, theirs] = [axesOf(predictionShape, count), axesOf(targetShape, count)];
  const rows = Math.max(ours.rows, theirs.rows);
  const columns = Math.max(ours.columns, theirs.columns);
  const madeOf = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => ({
      prediction: indexIn(ours, row, column),
      target: indexIn(theirs, row, column),
    })),
  );
  const difference = madeOf.map((cells) =>
    cells.map(({ prediction, target }) => predictions[prediction]! - targets[target]!),
  );
  const squares = difference.flat().map((one) => one ** 2);
  const isTable = rows > 1 && columns > 1;
  const meanTarget = meanOf(targets);
  return {
    shape: predictionShape === '(N,)' && targetShape === '(N,)' ? [count] : [rows, columns],
    difference,
    madeOf,
    meanSquaredError: meanOf(squares),
    rightError: meanOf(predictions.map((prediction, k) => (prediction - targets[k]!) ** 2)),
    // Where every prediction meets every target, the best for each of them is the targets' mean.
    best: isTable ? targets.map(() => meanTarget) : [...targets],
    isTable,
  };
}

interface Axes {
  rows: number;
  columns: number;
}

/** A shape of one axis lies along the columns. */
function axesOf(shape: ArrayShape, count: number): Axes {
  return shape === '(N, 1)' ? { rows: count, columns: 1 } : { rows: 1, columns: count };
}

/** Which element of an array stands in a cell of the result. */
const indexIn = ({ rows, columns }: Axes, row: number, column: number): number =>
  rows > 1 ? row : columns > 1 ? column : 0;

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
