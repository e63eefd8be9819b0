/**
 * A line chart whose title is its finding. It stands as plain SVG until it is `live`; then Chart.js is loaded and
 * takes its place. Its numbers are in a table one keypress away.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { countText, exactText } from '../../../src/words/numbers.ts';
import { NumberTable } from '../NumberTable.tsx';
import { prefersReducedMotion } from '../use-ticker.ts';
import type { CanvasChart } from './canvas-chart.ts';
import { ChartSketch } from './ChartSketch.tsx';
import { tableRows } from './series.ts';
import type { ChartData, Scales } from './series.ts';
import './chart.css';

export interface ChartProps {
  data: ChartData;
  /** Whether the reader has begun: only then is Chart.js loaded. */
  live: boolean;
  scales: Scales;
  /** Without it the reader cannot change the axes. */
  onScales?: (scales: Scales) => void;
}

export function Chart({ data, live, scales, onScales }: ChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<CanvasChart>();
  const latest = useRef({ data, scales });
  latest.current = { data, scales };
  const [ready, setReady] = useState(false);

  useEffect(() => {
    if (!live) return;
    let gone = false;
    void import('./canvas-chart.ts').then(
      ({ createCanvasChart }) => {
        if (gone || !canvas.current) return;
        drawn.current = createCanvasChart(canvas.current, prefersReducedMotion());
        drawn.current.draw(latest.current.data, latest.current.scales);
        setReady(true);
      },
      () => setReady(false), // without the library the plain picture stays
    );
    return () => {
      gone = true;
      drawn.current?.destroy();
      drawn.current = undefined;
      setReady(false);
    };
  }, [live]);

  useEffect(() => drawn.current?.draw(data, scales));

  return (
    <div class="chart">
      <p class="chart-title">{data.title}</p>
      <div class="chart-area">
        {!ready && <ChartSketch data={data} scales={scales} />}
        {live && (
          <canvas
            ref={canvas}
            class="chart-canvas"
            hidden={!ready}
            role="img"
            aria-label={`${data.title}. ${data.yTitle} against ${data.xTitle}.`}
          />
        )}
      </div>
      {onScales && (
        <div class="chart-scales">
          <label>
            <input
              type="checkbox"
              checked={scales.logY}
              onChange={() => onScales({ ...scales, logY: !scales.logY })}
            />
            logarithmic {data.yTitle}
          </label>
          <label>
            <input
              type="checkbox"
              checked={scales.logX}
              onChange={() => onScales({ ...scales, logX: !scales.logX })}
            />
            logarithmic {data.xTitle}
          </label>
        </div>
      )}
      {data.series.map((series) => (
        <NumberTable
          key={series.name}
          title={`Numbers: ${series.name}`}
          columns={[data.xTitle, data.yTitle]}
          rows={tableRows(series).map(({ x, y }) => [countText(x), exactText(y)])}
        />
      ))}
    </div>
  );
}
