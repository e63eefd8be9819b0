import { describe, expect, it } from 'vitest';
import { linearScale, logScale } from '../../../../components/ui/plot/scale.ts';

describe('a linear scale', () => {
  it('sends its domain to 0 to 1 and back', () => {
    const scale = linearScale(-2, 6);
    expect([-2, 0, 6].map(scale.share)).toEqual([0, 0.25, 1]);
    expect(scale.value(0.25)).toBe(0);
  });

  it('has round ticks inside its domain', () => {
    expect(linearScale(0, 1).ticks()).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(linearScale(-1.3, 1.3).ticks(3)).toEqual([-1, 0, 1]);
    expect(linearScale(0.02, 0.31).ticks(4)).toEqual([0.1, 0.2, 0.3]);
    expect(linearScale(0, 3000).ticks(3)).toEqual([0, 1000, 2000, 3000]);
  });

  it('refuses an empty domain', () => {
    expect(() => linearScale(1, 1)).toThrow('expected two finite numbers');
    expect(() => linearScale(0, NaN)).toThrow('expected two finite numbers');
  });
});

describe('a logarithmic scale', () => {
  it('sends decades to equal shares and back', () => {
    const scale = logScale(1e-4, 1);
    expect(scale.share(1e-2)).toBeCloseTo(0.5, 12);
    expect(scale.value(0.25)).toBeCloseTo(1e-3, 15);
  });

  it('has powers of ten as ticks, exact and not too many', () => {
    expect(logScale(1e-10, 1e-7).ticks()).toEqual([1e-10, 1e-9, 1e-8, 1e-7]);
    expect(logScale(1e-12, 1).ticks(4)).toEqual([1e-12, 1e-9, 1e-6, 1e-3, 1]);
  });

  it('spans all that a double can hold', () => {
    const scale = logScale(1e-2, 1e308);
    expect(scale.share(1e153)).toBeCloseTo(0.5, 12);
    expect(scale.share(1)).toBeCloseTo(2 / 310, 12);
  });

  it('refuses a domain that reaches zero', () => {
    expect(() => logScale(0, 1)).toThrow('expected two positive numbers');
  });
});
