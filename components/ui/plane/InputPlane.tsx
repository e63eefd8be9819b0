/**
 * The plane of two inputs, seen from above: what a network answers at each place as bands between two colours, or as regions of
 * classes; on it the samples, each in the colour of its target, so that one that stands on its own colour is right.
 */
import type { Axis } from '../plot/Plot.tsx';
import type { Mark, Point } from '../plot/marks.ts';
import { Plot, plotBox } from '../plot/Plot.tsx';
import './input-plane.css';

export interface Region {
  /** A band from 0 to 7, or a class; `missing` where there is no number; `edge` is drawn as a line. */
  paint: `band-${number}` | `class-${number}` | 'missing' | 'edge';
  /** In a box of `plotBox` by `plotBox`. */
  path: string;
}

export interface SampleGroup {
  paint: Region['paint'];
  shape: number;
  points: readonly Point[];
}

export interface InputPlaneProps {
  /** What someone who cannot see the picture should know. */
  label: string;
  x: Axis;
  y: Axis;
  /** Later ones lie over earlier ones. */
  regions: readonly Region[];
  groups: readonly SampleGroup[];
  wrong: readonly Point[];
  /** The sample on which the network is drawn. */
  chosen?: Point | undefined;
  lines: readonly Mark[];
  /** A place was pressed: shares of the two axes. */
  onPress?: (x: number, y: number) => void;
}

/** So many classes have a colour of their own; later ones have it again, and their number stands in their region. */
export const classColours = 6;

export function InputPlane(props: InputPlaneProps) {
  const { label, x, y, regions, groups, wrong, chosen, lines, onPress } = props;
  const count = groups.reduce((sum, { points }) => sum + points.length, 0);
  const radius = count <= 24 ? 22 : count <= 100 ? 16 : 12;
  const place = ([px, py]: Point): Point => [x.scale.share(px) * plotBox, (1 - y.scale.share(py)) * plotBox];
  return (
    <div
      class="plane"
      onClick={(event) => {
        const area = (event.target as Element).closest('.plot-area')?.getBoundingClientRect();
        if (area)
          onPress?.((event.clientX - area.left) / area.width, 1 - (event.clientY - area.top) / area.height);
      }}
    >
      <Plot
        label={label}
        shape="square"
        x={x}
        y={y}
        marks={[...lines]}
        under={regions.map(({ paint, path }, at) => (
          <path
            key={at}
            class={
              paint === 'edge'
                ? 'plane-edge'
                : paint === 'missing'
                  ? 'plane-missing'
                  : `plane-region plane-${paint}`
            }
            d={path}
          />
        ))}
        over={
          <>
            {groups.map(({ paint, shape, points }) => (
              <path
                key={`${paint} ${shape}`}
                class={`plane-sample plane-${paint}`}
                d={points.map((point) => shapePath(shape, place(point), radius)).join('')}
              />
            ))}
            <path
              class="plane-wrong"
              d={wrong.map((point) => shapePath(0, place(point), radius * 1.7)).join('')}
            />
            {chosen && <path class="plane-chosen" d={shapePath(1, place(chosen), radius * 1.8)} />}
          </>
        }
      />
    </div>
  );
}

/** A disc, a square, a triangle, a diamond, a triangle on its head, a bar. */
export function shapePath(shape: number, [x, y]: Point, radius: number): string {
  const r = Math.round(radius * 10) / 10;
  const at = (px: number, py: number) =>
    `${Math.round((x + px * r) * 10) / 10} ${Math.round((y + py * r) * 10) / 10}`;
  switch (shape % 6) {
    case 0:
      return `M${at(-1, 0)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
    case 1:
      return `M${at(-0.85, -0.85)}L${at(0.85, -0.85)}L${at(0.85, 0.85)}L${at(-0.85, 0.85)}Z`;
    case 2:
      return `M${at(0, -1.1)}L${at(1.05, 0.8)}L${at(-1.05, 0.8)}Z`;
    case 3:
      return `M${at(0, -1.2)}L${at(1.2, 0)}L${at(0, 1.2)}L${at(-1.2, 0)}Z`;
    case 4:
      return `M${at(0, 1.1)}L${at(1.05, -0.8)}L${at(-1.05, -0.8)}Z`;
    default:
      return `M${at(-1.2, -0.5)}L${at(1.2, -0.5)}L${at(1.2, 0.5)}L${at(-1.2, 0.5)}Z`;
  }
}
