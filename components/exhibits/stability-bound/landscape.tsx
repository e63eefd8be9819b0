import { DragHandle } from '../../ui/plot/DragHandle.tsx';
import type { Mark, Point } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale } from '../../ui/plot/scale.ts';
import { numberText } from '../../../src/words/numbers.ts';
import type { StabilityBoundModel } from './model.ts';

const scale = linearScale(-1.5, 3.4);

/** Steps of the path that are drawn: a run that never rests would cover the picture. */
const shownSteps = 60;

// Levels of |u v - 1|: the loss is half K times its square.
const levels = [0.5, 1, 2, 4, 8];

const grid = Array.from({ length: 241 }, (_, i) => -1.5 + (i / 240) * 4.9);

/** The loss over the two weights, seen from above: the valley, the circle inside which it holds, and the run. */
export function Landscape(props: { model: StabilityBoundModel; onStart: (to: Point) => void }) {
  const { model, onStart } = props;
  const [u, v] = model.path[0]!;
  const radius = Math.sqrt(model.holdingRadiusSquared);
  const isDead = model.fate.kind === 'blows-up';
  const shown = isDead ? untilGone(model.path) : model.path.slice(0, shownSteps);
  const end = model.path[model.path.length - 1]!;
  const marks: Mark[] = [
    ...levels.flatMap((level): Mark[] => [
      { kind: 'line', tone: 'faint', width: 0.5, points: hyperbola(1 + level) },
      { kind: 'line', tone: 'faint', width: 0.5, points: hyperbola(1 - level) },
    ]),
    ...valley(radius),
    {
      kind: 'line',
      tone: 'accent',
      width: 1.5,
      dash: 'dashed',
      points: circle(radius),
      quantity: 'holding-circle',
    },
    { kind: 'line', tone: isDead ? 'broken' : 'output', width: 1.5, points: shown },
    { kind: 'dots', tone: isDead ? 'broken' : 'output', size: 5, points: shown },
    ...(model.fate.kind === 'settles'
      ? [{ kind: 'dots', tone: 'output', size: 13, points: [end] } satisfies Mark]
      : []),
    ...(isDead ? deathMark(shown) : []),
    {
      kind: 'label',
      tone: 'accent',
      quantity: 'holding-circle',
      at: [0.35, -Math.min(1.4, radius)],
      side: 'above',
      text: model.k < 1 ? 'holds inside this circle' : 'the circle misses the valley',
    },
    {
      kind: 'label',
      tone: 'mended',
      at: [0.36, 2.8],
      side: 'right',
      text: 'valley: u v = 1',
      quantity: 'solutions',
    },
  ];
  return (
    <Plot
      label={`The loss over both weights. The run starts at u ${numberText(u, 3)}, v ${numberText(v, 3)}.`}
      shape="square"
      x={{ scale, name: 'first weight u', ticks: [-1, 0, 1, 2, 3] }}
      y={{ scale, name: 'second weight v', ticks: [-1, 0, 1, 2, 3] }}
      marks={marks}
    >
      <DragHandle
        moves="u v"
        name="Start"
        valueText={`u ${numberText(u, 3)}, v ${numberText(v, 3)}`}
        at={[u, v]}
        x={linearScaleOf(0, 3.2)}
        y={linearScaleOf(0, 3.2)}
        step={[0.05, 0.05]}
        onMove={onStart}
      />
    </Plot>
  );
}

/** The picture's scale, but with the handle kept between two values. */
function linearScaleOf(low: number, high: number) {
  return { ...scale, domain: [low, high] as [number, number] };
}

/** The valley in two parts: solid inside the circle, where it holds; dotted outside. */
function valley(radius: number): Mark[] {
  const points = grid.filter((u) => u > 0.28).map((u): Point => [u, 1 / u]);
  const gap: Point = [NaN, NaN];
  const holds = ([u, v]: Point) => Math.hypot(u, v) <= radius;
  return [
    {
      kind: 'line',
      tone: 'mended',
      width: 4,
      points: points.map((point) => (holds(point) ? point : gap)),
      quantity: 'solutions',
    },
    {
      kind: 'line',
      tone: 'dead',
      width: 3,
      dash: 'dotted',
      quantity: 'solutions',
      points: points.map((point) => (holds(point) ? gap : point)),
    },
  ];
}

/** The level u v = product, both branches. */
function hyperbola(product: number): Point[] {
  return grid.flatMap((u): Point[] => {
    const v = product / u;
    return Math.abs(u) < 1e-9 || v < -1.5 || v > 4 ? [[NaN, NaN]] : [[u, v]];
  });
}

function circle(radius: number): Point[] {
  return Array.from({ length: 181 }, (_, i): Point => {
    const angle = (i / 90) * Math.PI;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/** A run that blows up, to the first step that lands outside the picture: what follows would only cross it. */
function untilGone(path: Point[]): Point[] {
  const gone = path.findIndex(([u, v]) => Math.max(Math.abs(u), Math.abs(v)) > 6);
  return gone < 0 ? path : path.slice(0, gone + 1);
}

/** Where the run was last inside the picture on its way to infinity. */
function deathMark(shown: Point[]): Mark[] {
  const isInside = (value: number) => value >= scale.domain[0] && value <= scale.domain[1];
  const last = shown.filter(([u, v]) => isInside(u) && isInside(v)).pop();
  return last
    ? [{ kind: 'label', tone: 'broken', at: last, side: 'below-right', text: '✕ last seen here' }]
    : [];
}
