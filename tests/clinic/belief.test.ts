/** How far a run stands apart, on runs strewn by hand. */
import { expect, it } from 'vitest';
import { apartness, fitTo } from '../../src/clinic/belief.ts';
import type { Layout } from '../../src/clinic/layout.ts';
import { Particles } from '../../src/clinic/particles.ts';

/** Runs at the points of a square grid so far apart, one suspect, each of its own seed. */
function strewn(by: number, size = 20): Particles {
  const particles = new Particles(2);
  const rows = Array.from({ length: size * size }, (_, k) => [by * (k % size), by * Math.floor(k / size)]);
  const seeds = Array.from(rows.keys());
  particles.add(0, 'told', seeds, Float32Array.from(rows.flat()));
  return particles;
}
const layout: Layout = {
  width: 2,
  blocks: { outputs: { at: 0, scales: Float64Array.of(1, 1) } },
  lossesAt: [],
  hiddenLayers: [],
};
const apart = (particles: Particles, x: number, y: number) =>
  apartness(particles, layout, ['outputs'], fitTo(particles, layout, ['outputs'], Float32Array.of(x, y), 1));

it.each([0.1, 1, 3])('is about 1 among runs like it, be they strewn every %d', (by) => {
  expect(apart(strewn(by), 9.5 * by, 10.5 * by)).toBeGreaterThan(0.8);
  expect(apart(strewn(by), 9.5 * by, 10.5 * by)).toBeLessThan(1.1);
});

it('grows with the distance from all that was simulated, measured by what they are from each other', () => {
  const at = (by: number, distance: number) => apart(strewn(by), by * (19 + distance), 9.5 * by);
  expect(at(1, 10)).toBeGreaterThan(1.5);
  expect(at(1, 20)).toBeGreaterThan(1.3 * at(1, 10));
  expect(at(3, 10)).toBeCloseTo(at(1, 10), 1);
});
