import { expect, it } from 'vitest';
import { linearScale, logScale } from '../../../../components/ui/plot/scale.ts';
import type { Scale } from '../../../../components/ui/plot/scale.ts';
import { tickTextOf } from '../../../../components/ui/plot/tick-text.ts';

const read = (scale: Scale, ticks: number[]) => ticks.map(tickTextOf(scale, ticks));

it('parts the thousands', () => {
  expect(read(linearScale(-1, 2000), [-1, 0, 0.5, 1000, 2000])).toEqual(['−1', '0', '0.5', '1,000', '2,000']);
  expect(read(logScale(1, 1000), [10, 100, 1000])).toEqual(['10', '100', '1,000']);
});

it('reads every far tick of a logarithmic axis as a power where one has to be', () => {
  expect(read(logScale(1e-6, 10), [1e-6, 1e-4, 0.01, 1])).toEqual(['10⁻⁶', '10⁻⁴', '10⁻²', '1']);
  expect(read(logScale(0.1, 1e7), [0.1, 10, 1000, 1e5, 1e7])).toEqual(['0.1', '10', '10³', '10⁵', '10⁷']);
  expect(read(logScale(0.001, 10), [0.001, 0.1, 10])).toEqual(['0.001', '0.1', '10']);
});
