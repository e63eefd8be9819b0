import { expect, it } from 'vitest';
import { regionPath } from '../../../../components/ui/plane/regions.ts';

/** The area that a path of straight lines encloses, by the shoelace formula; holes count against it. */
function areaOf(path: string): number {
  let sum = 0;
  for (const ring of path.split('Z').filter((one) => one !== '')) {
    const points = ring
      .slice(1)
      .split('L')
      .map((pair) => pair.split(' ').map((number) => Math.min(100, Math.max(0, Number(number)))));
    points.forEach(([x, y], at) => {
      const [nextX, nextY] = points[(at + 1) % points.length]!;
      sum += x! * nextY! - nextX! * y!;
    });
  }
  return Math.abs(sum / 2);
}

const field = (size: number, value: (x: number, y: number) => number) =>
  Array.from({ length: size * size }, (_, cell) =>
    value(((cell % size) + 0.5) / size, (Math.floor(cell / size) + 0.5) / size),
  );

it('ends where a field passes the threshold between two cells', () => {
  expect(
    areaOf(
      regionPath(
        field(10, (x) => x),
        10,
        0.63,
        100,
      ),
    ),
  ).toBeCloseTo(3700, 0);
});

it('has its lowest row at the bottom of the picture', () => {
  const path = regionPath(
    field(10, (_, y) => -y),
    10,
    -0.25,
    100,
  );
  expect(areaOf(path)).toBeCloseTo(2500, 0);
  expect(Math.min(...path.match(/ -?\d+/g)!.map(Number))).toBe(75);
});

it('has holes, and is empty where there is no such place', () => {
  const ring = field(60, (x, y) => -Math.abs(Math.hypot(x - 0.5, y - 0.5) - 0.3));
  const area = areaOf(regionPath(ring, 60, -0.1, 100));
  expect(Math.abs(area - Math.PI * (0.4 ** 2 - 0.2 ** 2) * 10_000)).toBeLessThan(60);
  expect(regionPath(ring, 60, 1, 100)).toBe('');
});

it('takes what is no number for less than all', () => {
  expect(
    areaOf(
      regionPath(
        field(10, (x) => (x < 0.5 ? NaN : 1)),
        10,
        0,
        100,
        false,
      ),
    ),
  ).toBeCloseTo(5000, -2);
});
