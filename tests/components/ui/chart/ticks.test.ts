import { expect, it } from 'vitest';
import { ticksOf } from '../../../../components/ui/chart/ticks.ts';

it('divides an even axis by 1, 2 or 5 times a power of ten', () => {
  expect(ticksOf(0, 1, false)).toEqual([0, 0.5, 1]);
  expect(ticksOf(0, 0.3, false)).toEqual([0, 0.1, 0.2, 0.3]);
  expect(ticksOf(0, 4000, false)).toEqual([0, 1000, 2000, 3000, 4000]);
});

it('puts powers of ten on a long logarithmic axis, and 2 and 5 between them on a short one', () => {
  expect(ticksOf(1, 1e5, true)).toEqual([1, 10, 100, 1000, 1e4, 1e5]);
  expect(ticksOf(0.09, 1.1, true)).toEqual([0.1, 0.2, 0.5, 1]);
});

it('leaves out powers where there would be too many', () => {
  expect(ticksOf(1e-20, 1, true).length).toBeLessThan(9);
});
