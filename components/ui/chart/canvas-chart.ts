/**
 * The one place that knows Chart.js. Only line charts are registered, so the rest of the library stays out of
 * the page; the module itself is loaded when a chart is first wanted.
 */
import {
  Chart,
  LineController,
  LineElement,
  LinearScale,
  LogarithmicScale,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { ChartDataset, Plugin, Scale, Tick } from 'chart.js';
import { countText, tickTextOf, heldText } from '../../../src/words/numbers.ts';
import { thin } from './series.ts';
import type { ChartData, Scales } from './series.ts';
import { ticksOf } from './ticks.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale, Tooltip);

export interface CanvasChart {
  draw(data: ChartData, scales: Scales): void;
  destroy(): void;
}

type Point = { x: number; y: number };
type LineChart = Chart<'line', Point[]>;

/** Makes a chart on a canvas. It reads its colours from the tokens, again whenever the theme changes. */
export function createCanvasChart(canvas: HTMLCanvasElement, still: boolean): CanvasChart {
  let data: ChartData | undefined;
  let scales: Scales = { logX: false, logY: false };
  const colour = (token: string) => getComputedStyle(canvas).getPropertyValue(`--${token}`).trim();

  const marks: Plugin<'line'> = {
    id: 'marks',
    afterDatasetsDraw(chart) {
      if (data) drawMarks(chart as LineChart, data, colour);
    },
  };
  const chart: LineChart = new Chart(canvas, {
    type: 'line',
    data: { datasets: [] },
    plugins: [marks],
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      parsing: false,
      normalized: true,
      layout: { padding: { top: 14, right: 8 } },
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      elements: { point: { radius: 0, hitRadius: 8, hoverRadius: 4 }, line: { borderWidth: 2.25 } },
      plugins: { tooltip: { animation: still ? false : { duration: 80 } } },
    },
  });

  function draw(): void {
    if (!data) return;
    const wanted = data;
    chart.data.datasets = wanted.series.map((series): ChartDataset<'line', Point[]> => ({
      label: series.name,
      data: thin(series, scales),
      borderColor: colour(series.colour),
      pointHoverBackgroundColor: colour(series.colour),
      ...(series.dash && { borderDash: series.dash }),
    }));
    const axis = (title: string, logarithmic: boolean) => ({
      type: logarithmic ? ('logarithmic' as const) : ('linear' as const),
      afterBuildTicks: (scale: Scale) => {
        scale.ticks = ticksOf(scale.min, scale.max, logarithmic).map((value) => ({ value }));
      },
      title: { display: true, text: title, color: colour('ink-soft'), font: { family: colour('font-ui') } },
      grid: { color: colour('rule'), tickColor: colour('rule') },
      border: { color: colour('ink-faint') },
      ticks: {
        color: colour('ink-soft'),
        font: { family: colour('font-ui') },
        callback: (value: number | string, _: number, ticks: Tick[]) =>
          tickTextOf(ticks.map((tick) => tick.value))(Number(value)),
        autoSkipPadding: 12,
        maxRotation: 0,
      },
    });
    const ys = [...wanted.series.flatMap(({ ys: values }) => values), wanted.target?.value ?? NaN];
    const reach = ys.filter((y) => Number.isFinite(y) && (!scales.logY || y > 0));
    chart.options.scales = {
      x: {
        ...axis(wanted.xTitle, scales.logX),
        min: scales.logX ? 1 : 0,
        ...(wanted.xMax !== undefined && { max: wanted.xMax }),
      },
      y: {
        ...axis(wanted.yTitle, scales.logY),
        ...(reach.length > 0 &&
          scales.logY && { suggestedMin: Math.min(...reach) / 1.5, suggestedMax: Math.max(...reach) * 1.5 }),
        ...(!scales.logY && { beginAtZero: true }),
      },
    };
    Object.assign(chart.options.plugins!.tooltip!, {
      backgroundColor: colour('ink'),
      titleColor: colour('paper'),
      bodyColor: colour('paper'),
      displayColors: false,
      callbacks: {
        title: (items: { parsed: { x: number | null } }[]) =>
          `${wanted.xTitle} ${countText(items[0]?.parsed.x ?? 0)}`,
        label: (item: { dataset: { label?: string }; parsed: { y: number | null } }) =>
          `${item.dataset.label ?? ''}: ${heldText(item.parsed.y ?? NaN, 5)}`,
      },
    });
    chart.update('none');
  }

  const theme = new MutationObserver(draw);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  // On paper every theme is the light one.
  const paper = matchMedia('print');
  paper.addEventListener('change', draw);

  return {
    draw(nextData, nextScales) {
      data = nextData;
      scales = nextScales;
      draw();
    },
    destroy() {
      theme.disconnect();
      paper.removeEventListener('change', draw);
      chart.destroy();
    },
  };
}

function drawMarks(chart: LineChart, data: ChartData, colour: (token: string) => string): void {
  const { ctx, chartArea, scales } = chart;
  const { x, y } = scales;
  if (!x || !y) return;
  ctx.save();
  ctx.font = `600 12px ${colour('font-ui')}`;
  if (data.cursor !== undefined && (x.type !== 'logarithmic' || data.cursor > 0)) {
    const at = x.getPixelForValue(data.cursor);
    stroke(ctx, colour('ink-faint'), [2, 3], at, chartArea.top, at, chartArea.bottom);
  }
  if (data.target) {
    const at = y.getPixelForValue(data.target.value);
    stroke(ctx, colour('target'), [7, 4], chartArea.left, at, chartArea.right, at);
    label(ctx, data.target.label, chartArea.left + 6, at - 6, colour('target'), colour('paper'), 'left');
  }
  for (const [n, series] of data.series.entries()) {
    const last = chart.getDatasetMeta(n).data.at(-1);
    if (!last) continue;
    const words = series.death ? `✕ ${series.death}` : series.name;
    const room = Math.max(chartArea.left + ctx.measureText(words).width, Math.min(last.x, chartArea.right));
    label(ctx, words, room, Math.max(chartArea.top + 10, last.y - 8), colour(series.colour), colour('paper'));
  }
  ctx.restore();
}

function stroke(
  ctx: CanvasRenderingContext2D,
  style: string,
  dash: number[],
  ...[x0, y0, x1, y1]: [number, number, number, number]
): void {
  ctx.strokeStyle = style;
  ctx.lineWidth = 1.5;
  ctx.setLineDash(dash);
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** Text with a halo of the paper, so that a line behind it does not make it unreadable. */
function label(
  ctx: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  ink: string,
  paper: string,
  align: CanvasTextAlign = 'right',
): void {
  ctx.textAlign = align;
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = paper;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = ink;
  ctx.fillText(text, x, y);
}
