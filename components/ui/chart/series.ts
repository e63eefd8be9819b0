/** What a chart draws, as plain data, and its thinning to what a screen can show. */

/** Names of colour tokens that carry a meaning. */
export type SeriesColour =
  'broken' | 'mended' | 'negative' | 'positive' | 'output' | 'target' | 'accent' | 'ink-soft';

export interface Series {
  /** Drawn beside the end of the line. */
  name: string;
  xs: readonly number[];
  ys: readonly number[];
  colour: SeriesColour;
  /** Lengths of dash and gap in pixels, so that lines differ without colour too. Defaults to a solid line. */
  dash?: number[];
  /** Marks the last point as the end of the run, such as "not finite after update 17". */
  death?: string | undefined;
}

export interface ChartData {
  /** The finding, in a sentence. */
  title: string;
  /** With its unit. */
  xTitle: string;
  /** With its unit. */
  yTitle: string;
  series: Series[];
  /** A horizontal line: what a run should reach, or what it is held against. */
  target?: { value: number; label: string };
  /** A vertical line: the moment that is shown elsewhere. */
  cursor?: number | undefined;
  /** Ends of the axis across. Defaults to the points' own. */
  xMax?: number;
}

/** Which axes are logarithmic. */
export interface Scales {
  logX: boolean;
  logY: boolean;
}

/** Whether a point can be drawn on these axes. */
const fits = (x: number, y: number, { logX, logY }: Scales): boolean =>
  Number.isFinite(x) && Number.isFinite(y) && (!logX || x > 0) && (!logY || y > 0);

/**
 * At most about twice `columns` points that keep a curve's outline: the least and the greatest of each column,
 * where the columns are even on the axis as it is drawn. Points that do not fit the axes are left out.
 */
export function thin(
  { xs, ys }: Pick<Series, 'xs' | 'ys'>,
  scales: Scales,
  columns = 300,
): { x: number; y: number }[] {
  const points: { x: number; y: number }[] = [];
  for (const [n, x] of xs.entries()) {
    const y = ys[n] ?? NaN;
    if (fits(x, y, scales)) points.push({ x, y });
  }
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length <= 2 * columns) return points;

  const along = (x: number) => (scales.logX ? Math.log(x) : x);
  const [from, to] = [along(first.x), along(last.x)];
  const kept: { x: number; y: number }[] = [first];
  let column = -1;
  let low = first;
  let high = first;
  const keep = () => {
    const [a, b] = low.x <= high.x ? [low, high] : [high, low];
    kept.push(a);
    if (b !== a) kept.push(b);
  };
  for (const point of points.slice(1, -1)) {
    const at = Math.floor(((along(point.x) - from) / (to - from)) * columns);
    if (at !== column) {
      if (column >= 0) keep();
      column = at;
      low = high = point;
    } else if (point.y < low.y) low = point;
    else if (point.y > high.y) high = point;
  }
  if (column >= 0) keep();
  kept.push(last);
  return kept;
}

/** Rows for a table of numbers: evenly chosen points, first and last among them. */
export function tableRows({ xs, ys }: Pick<Series, 'xs' | 'ys'>, rows = 25): { x: number; y: number }[] {
  const count = Math.min(rows, xs.length);
  return Array.from({ length: count }, (_, n) => {
    const at = count === 1 ? 0 : Math.round((n * (xs.length - 1)) / (count - 1));
    return { x: xs[at]!, y: ys[at]! };
  });
}
