/**
 * A chart as plain SVG: what stands on the page before Chart.js is loaded, on paper, and without JavaScript.
 * It has the same lines, target and labels, and no pointer.
 */
import { thin } from './series.ts';
import { tickTextOf } from '../../../src/words/numbers.ts';
import { ticksOf } from './ticks.ts';
import type { ChartData, Scales } from './series.ts';
import './chart.css';

const width = 480;
const height = 240;
const right = 16;
const top = 12;
const bottom = 50;

/** Room for the ticks of the axis up, also where a narrow sketch writes them larger: 60 or what the longest of them takes. */
const leftOf = (texts: string[]): number => Math.max(60, ...texts.map((text) => 12 + 10 * text.length));

/** The range to draw: on a logarithmic axis widened to what has room for the line. */
function rangeOf(values: number[], logarithmic: boolean): [from: number, to: number] {
  const usable = values.filter((value) => Number.isFinite(value) && (!logarithmic || value > 0));
  let from = Math.min(...usable);
  let to = Math.max(...usable);
  if (usable.length === 0) return logarithmic ? [0.1, 1] : [0, 1];
  if (!logarithmic) from = Math.min(0, from);
  if (from === to) to = from === 0 ? 1 : from * (logarithmic ? 10 : 1.1);
  return logarithmic ? [from / 1.2, to * 1.2] : [from, to * 1.05];
}

export function ChartSketch({ data, scales }: { data: ChartData; scales: Scales }) {
  const curves = data.series.map((series) => ({ series, points: thin(series, scales, 200) }));
  const xs = curves.flatMap(({ points }) => points.map(({ x }) => x));
  const [x0, x1] = rangeOf([...xs, scales.logX ? 1 : 0, data.xMax ?? 1], scales.logX);
  const [y0, y1] = rangeOf(
    [...curves.flatMap(({ points }) => points.map(({ y }) => y)), data.target?.value ?? NaN],
    scales.logY,
  );
  const yTicks = ticksOf(y0, y1, scales.logY);
  const yText = tickTextOf(yTicks);
  const left = leftOf(yTicks.map(yText));
  const xTicks = ticksOf(x0, x1, scales.logX);
  const xText = tickTextOf(xTicks);
  const along = (value: number, from: number, to: number, logarithmic: boolean) =>
    logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
  const px = (x: number) => left + along(x, x0, x1, scales.logX) * (width - left - right);
  const py = (y: number) => height - bottom - along(y, y0, y1, scales.logY) * (height - top - bottom);
  const line = (points: { x: number; y: number }[]) =>
    points.map(({ x, y }, n) => `${n === 0 ? 'M' : 'L'}${px(x).toFixed(1)} ${py(y).toFixed(1)}`).join('');

  return (
    <svg
      class="chart-sketch"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${data.title}. ${data.yTitle} against ${data.xTitle}.`}
    >
      {yTicks.map((y) => (
        <g class="chart-tick">
          <path d={`M${left} ${py(y)}H${width - right}`} />
          <text x={left - 6} y={py(y) + 4} text-anchor="end">
            {yText(y)}
          </text>
        </g>
      ))}
      {xTicks.map((x) => {
        const text = xText(x);
        // The last number may be too long to stand in the middle below its place.
        const fits = px(x) + 5 * text.length <= width;
        return (
          <text
            class="chart-tick"
            x={fits ? px(x) : width}
            y={height - bottom + 18}
            text-anchor={fits ? 'middle' : 'end'}
          >
            {text}
          </text>
        );
      })}
      <text class="chart-axis" x={left} y={height - 6}>
        {data.yTitle} against {data.xTitle}
      </text>
      {data.target && (
        <g class="chart-target">
          <path d={`M${left} ${py(data.target.value)}H${width - right}`} />
          <text x={left + 6} y={py(data.target.value) - 5}>
            {data.target.label}
          </text>
        </g>
      )}
      {curves.map(({ series, points }) => {
        const last = points.at(-1);
        return (
          <g class="chart-series" style={`color: var(--${series.colour})`}>
            <path d={line(points)} stroke-dasharray={series.dash?.join(' ')} />
            {last && (
              <text
                x={Math.min(px(last.x), width - right)}
                y={Math.max(top + 8, py(last.y) - 7)}
                text-anchor="end"
              >
                {series.death ? `✕ ${series.death}` : series.name}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
