/**
 * A program's outputs over a rectangle of its two inputs, and whether its first layer's weights act on these inputs as they are.
 *
 * It is computed within a given time: in ever finer cells, as far as the time allows. Inputs that no sample has may be what a
 * program can't do with: what it throws is for the caller, and a copy of the network keeps the run from harm.
 */
import type { LayerView } from '../program.ts';
import type { Plane, PlaneWindow } from '../protocol.ts';

/** Cells in each direction, from coarse to fine. */
const sizes = [6, 12, 24, 48];
/** A program that needs longer than this for the coarsest picture gets none. */
const patienceMs = 1_000;
/** The lines of so many units can be told apart, if that. */
const mostUnits = 64;

/** A network that is looked at. */
export interface Looked {
  /** Updates done so far. */
  update: number;
  /** [O] */
  predict(input: number[]): number[];
  /** As the latest prediction left them; none of a program that shows none. */
  layers(): LayerView[];
}

export interface PlaneOptions {
  window: PlaneWindow;
  /** Cells in each direction at most. Defaults to 48. */
  finest?: number;
  /** How long it may take; the coarsest picture is drawn in any case. */
  forMs: number;
  /** Milliseconds from any fixed moment. */
  now: () => number;
  beat: () => void;
}

export function planeOf(
  looked: Looked,
  { window, finest = sizes.at(-1)!, forMs, now, beat }: PlaneOptions,
): Plane {
  const began = now();
  const plane: Plane = { update: looked.update, size: 0, outputs: new Float64Array(), hasLines: false };
  for (const size of sizes.filter((one) => one <= finest)) {
    const goneMs = now() - began;
    // Four times the cells, four times the time.
    if (plane.size > 0 && goneMs * 4 > forMs) break;
    const outputs = outputsOver(size, (input) => {
      beat();
      return plane.size === 0 && now() - began > patienceMs ? undefined : looked.predict(input);
    });
    if (!outputs) break;
    plane.size = size;
    plane.outputs = outputs;
  }
  if (plane.size > 0) plane.hasLines = actsOnInputs(looked, window);
  return plane;

  /** [size * size, O]: at the middles of cells, row by row from the lowest of the second input up. */
  function outputsOver(
    size: number,
    predict: (input: number[]) => number[] | undefined,
  ): Float64Array | undefined {
    let outputs: Float64Array | undefined;
    for (let cell = 0; cell < size * size; cell++) {
      const row = predict([
        placeIn(window.x, ((cell % size) + 0.5) / size),
        placeIn(window.y, (Math.floor(cell / size) + 0.5) / size),
      ]);
      if (!row) return undefined;
      outputs ??= new Float64Array(size * size * row.length);
      outputs.set(row, cell * row.length);
    }
    return outputs;
  }
}

const placeIn = ([low, high]: readonly [low: number, high: number], share: number): number =>
  low + share * (high - low);

/**
 * Whether each unit of the first hidden layer does on the line where its own sum would be 0 what all others do on theirs. If a
 * program scales or turns its inputs before its weights meet them, they do not.
 */
function actsOnInputs(looked: Looked, window: PlaneWindow): boolean {
  const layersAt = (input: number[]): LayerView[] => {
    looked.predict(input);
    return looked.layers();
  };
  const middle = [placeIn(window.x, 0.5), placeIn(window.y, 0.5)];
  const [first, second] = layersAt(middle);
  if (!first || !second || first.biases.length > mostUnits || first.weights[0]!.length !== 2) return false;
  const seen: number[] = [];
  let moves = false;
  first.weights.forEach(([u, v], unit) => {
    const square = u! * u! + v! * v!;
    if (!(square > 0) || !Number.isFinite(square)) return;
    // The foot of the perpendicular from the middle, and a place along the line.
    const sum = u! * middle[0]! + v! * middle[1]! + first.biases[unit]!;
    const foot = [middle[0]! - (sum * u!) / square, middle[1]! - (sum * v!) / square];
    const reach = (window.x[1] - window.x[0]) / 3 / Math.sqrt(square);
    const along = [foot[0]! - v! * reach, foot[1]! + u! * reach];
    for (const place of [foot, along]) seen.push(layersAt(place)[0]!.activations[unit]!);
    const beside = layersAt([foot[0]! + u! * reach, foot[1]! + v! * reach]);
    if (Math.abs(beside[0]!.activations[unit]! - seen.at(-1)!) > 1e-6) moves = true;
  });
  const [low, high] = [Math.min(...seen), Math.max(...seen)];
  return moves && high - low <= 1e-6 * Math.max(1, Math.abs(low), Math.abs(high));
}
