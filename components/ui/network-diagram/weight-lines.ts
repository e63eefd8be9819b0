/** The weights of a network as lines, and the line that a reader points at. */
import type { Layout, Place } from './layout.ts';
import type { DiagramLayer, Part } from './words.ts';

export type WeightPart = Extract<Part, { kind: 'weight' }>;
export type Sign = 'positive' | 'negative' | 'broken';

/** Lines of one sign and one width, drawn as one path. */
export interface Bundle {
  sign: Sign;
  width: number;
  path: string;
}

export const signOf = (value: number): Sign =>
  !Number.isFinite(value) ? 'broken' : value < 0 ? 'negative' : 'positive';

/**
 * Line width for a number: about in proportion while it is small, then ever slower towards the widest line. It depends on
 * nothing else, so that a width means the same in every picture and from one update to the next.
 */
export const strokeFor = (value: number, dense: boolean): number =>
  Number.isFinite(value) ? 0.4 + ((dense ? 3.5 : 8) * Math.abs(value)) / (Math.abs(value) + 1.5) : 3;

/** Every weight of a network, layer by layer. */
export const weightParts = (layers: readonly DiagramLayer[]): WeightPart[] =>
  layers.flatMap(({ weights }, l) =>
    weights.flatMap((row, unit) =>
      row.map((_, from): WeightPart => ({ kind: 'weight', layer: l + 1, unit, from })),
    ),
  );

const placesOf = ({ units }: Layout, { layer, unit, from }: WeightPart): [Place, Place] => [
  units[layer - 1]![from]!,
  units[layer]![unit]!,
];

const short = (value: number): string => String(Math.round(value * 10) / 10);

/** The line of a weight, as the data of a path. */
export function weightPath(layout: Layout, part: WeightPart): string {
  const [from, to] = placesOf(layout, part);
  return `M${short(from.x)} ${short(from.y)}L${short(to.x)} ${short(to.y)}`;
}

/** Steps of the widths in a bundled picture, in units of the view box: finer ones cannot be told apart. */
const widthStep = 0.25;

/**
 * The weights of a dense network in a few paths, the thin ones first: hundreds of elements, each of them styled again for
 * every picture of a run, are what a slow device has no time for.
 */
export function bundles(layout: Layout, layers: readonly DiagramLayer[]): Bundle[] {
  const byLook = new Map<string, Bundle>();
  for (const part of weightParts(layers)) {
    const value = layers[part.layer - 1]!.weights[part.unit]![part.from]!;
    const sign = signOf(value);
    const width = Math.max(widthStep, Math.round(strokeFor(value, true) / widthStep) * widthStep);
    const look = `${sign} ${width}`;
    const bundle = byLook.get(look) ?? { sign, width, path: '' };
    bundle.path += weightPath(layout, part);
    byLook.set(look, bundle);
  }
  return [...byLook.values()].sort((a, b) => a.width - b.width);
}

/**
 * The weight whose line is nearest to a point.
 *
 * @param point In units of the view box, as `reach` is.
 * @returns undefined if no line is within reach.
 */
export function nearestWeight(
  layout: Layout,
  layers: readonly DiagramLayer[],
  point: Place,
  reach: number,
): WeightPart | undefined {
  let nearest: WeightPart | undefined;
  let least = reach;
  for (const part of weightParts(layers)) {
    const distance = distanceToSegment(point, ...placesOf(layout, part));
    if (distance <= least) {
      least = distance;
      nearest = part;
    }
  }
  return nearest;
}

function distanceToSegment({ x, y }: Place, a: Place, b: Place): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - a.x - t * dx, y - a.y - t * dy);
}
