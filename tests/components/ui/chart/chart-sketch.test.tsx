import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { ChartSketch } from '../../../../components/ui/chart/ChartSketch.tsx';
import type { Scales } from '../../../../components/ui/chart/series.ts';

/** The sketch of one curve. */
const sketchOf = (xs: number[], ys: number[], scales: Scales): string =>
  render(
    <ChartSketch
      data={{
        title: 'The error',
        xTitle: 'updates',
        yTitle: 'mean squared error',
        series: [{ name: 'error', xs, ys, colour: 'broken' }],
      }}
      scales={scales}
    />,
  );

it('has room for its longest tick, also where a narrow sketch writes it larger', () => {
  const svg = sketchOf([1, 2], [8e4, 1.1e6], { logX: false, logY: true });
  const ticks = [...svg.matchAll(/<text x="(\d+)" y="[\d.]+" text-anchor="end">([\d,]+)</g)];
  expect(ticks.map(([, , text]) => text)).toContain('1,000,000');
  // At 17 px, the largest that the style sheet asks for, a digit of Inter is about 10 px wide and a comma 5.
  for (const [, right, text] of ticks) expect(Number(right), text).toBeGreaterThan(9.5 * text!.length);
});

it('keeps its last number within its frame', () => {
  const svg = sketchOf([1, 10_000], [1, 2], { logX: true, logY: true });
  const last = /x="([\d.]+)" y="208" text-anchor="(\w+)">10,000</.exec(svg);
  expect(last?.slice(1)).toEqual(['480', 'end']);
});
