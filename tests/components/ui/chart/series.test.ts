import { describe, expect, it } from 'vitest';
import { tableRows, thin } from '../../../../components/ui/chart/series.ts';

const even = { logX: false, logY: false };

describe('thinning a curve', () => {
  const xs = Array.from({ length: 10_000 }, (_, n) => n + 1);

  it('keeps its first and last point and every extreme', () => {
    const ys = xs.map((x) => (x === 4321 ? 99 : x === 8765 ? -99 : Math.sin(x)));
    const points = thin({ xs, ys }, even, 100);
    expect(points.length).toBeLessThanOrEqual(202);
    expect(points[0]).toEqual({ x: 1, y: Math.sin(1) });
    expect(points.at(-1)).toEqual({ x: 10_000, y: Math.sin(10_000) });
    expect(points).toContainEqual({ x: 4321, y: 99 });
    expect(points).toContainEqual({ x: 8765, y: -99 });
  });

  it('stays in order', () => {
    const kept = thin({ xs, ys: xs.map((x) => (x * 7919) % 1000) }, { logX: true, logY: false }, 50).map(
      ({ x }) => x,
    );
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
  });

  it('leaves out what has no place on the axes', () => {
    const ys = [1, 0, -1, NaN, Infinity, 2];
    const short = { xs: [0, 1, 2, 3, 4, 5], ys };
    expect(thin(short, { logX: false, logY: true })).toEqual([
      { x: 0, y: 1 },
      { x: 5, y: 2 },
    ]);
    expect(thin(short, { logX: true, logY: false })).toEqual([
      { x: 1, y: 0 },
      { x: 2, y: -1 },
      { x: 5, y: 2 },
    ]);
  });
});

it('a table has the first and the last of many points, and no point twice', () => {
  const xs = Array.from({ length: 1000 }, (_, n) => n);
  const rows = tableRows({ xs, ys: xs }, 10).map(({ x }) => x);
  expect(rows).toHaveLength(10);
  expect([rows[0], rows.at(-1)]).toEqual([0, 999]);
  expect(tableRows({ xs: [3], ys: [4] })).toEqual([{ x: 3, y: 4 }]);
  expect(tableRows({ xs: [], ys: [] })).toEqual([]);
});
