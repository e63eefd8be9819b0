import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import {
  createSignedZero,
  readNumber,
  shortened,
  sightsOf,
  zeroText,
} from '../../../../components/exhibits/signed-zero/model.ts';
import { python } from '../../../cases/languages.ts';

describe('ReLU written with a mask', () => {
  it('gives -0 for every negative z and +0 for 0', () => {
    for (const z of [-1, -5e-324, -1e300]) {
      expect(Object.is(createSignedZero(z).masked, -0)).toBe(true);
      expect(createSignedZero(z).verdict.kind).toBe('negative-zero');
      expect(Object.is(createSignedZero(z).clamped, 0)).toBe(true);
    }
    expect(Object.is(createSignedZero(0).masked, 0)).toBe(true);
    expect(createSignedZero(0).verdict.kind).toBe('positive-zero');
  });

  it('passes a positive z on', () => {
    expect(createSignedZero(0.75)).toMatchObject({
      mask: 1,
      masked: 0.75,
      clamped: 0.75,
      verdict: { kind: 'alive' },
    });
    expect(createSignedZero(Infinity).masked).toBe(Infinity);
  });

  it('makes NaN of minus infinity, where max(0, z) makes 0', () => {
    expect(createSignedZero(-Infinity)).toMatchObject({ masked: NaN, clamped: 0 });
    expect(createSignedZero(-Infinity).verdict).toEqual({ kind: 'not-a-number', from: 'infinity' });
    expect(createSignedZero(NaN)).toMatchObject({ masked: NaN, clamped: NaN });
  });
});

describe('where -0 shows', () => {
  it('only in some of the ways of looking at it', () => {
    for (const [i, sight] of sightsOf(-0).entries()) {
      expect(sight.shows !== sightsOf(0)[i]!.shows).toBe(sight.tellsSign);
    }
  });

  it.runIf(python)('as Python and NumPy print it', () => {
    const values = [-0, 0, 1, 0.75, -2.5, Infinity, NaN];
    const literals = values.map((value) => `float("${Object.is(value, -0) ? '-0' : value}")`).join(', ');
    const code = `import numpy\nfor a in [${literals}]: print(numpy.array([a])); print(a)`;
    const printed = execFileSync(python!, ['-c', code], { encoding: 'utf8' }).trim().split('\n');
    const shown = values.flatMap((value) =>
      sightsOf(value)
        .slice(-2)
        .map(({ shows }) => shows),
    );
    expect(shown).toEqual(printed);
  });

  it.runIf(python)('as Python’s max(0.0, z) prints it', () => {
    const values = [-2.5, -0, 0, 0.75, Infinity, -Infinity, NaN];
    const literals = values.map((value) => `float("${Object.is(value, -0) ? '-0' : value}")`).join(', ');
    const code = `for z in [${literals}]: print(max(0.0, z))`;
    const printed = execFileSync(python!, ['-c', code], { encoding: 'utf8' }).trim().split('\n');
    const shown = values
      .map(createSignedZero)
      .map(({ clamped, clampedInPython }) => sightsOf(clamped, clampedInPython).at(-1)!.shows);
    expect(shown).toEqual(printed);
  });

  it('reads what people type', () => {
    expect(['-0', '−0.5', '1e-3', '.5', 'inf', '-Infinity', '0,25'].map(readNumber)).toEqual([
      -0,
      -0.5,
      1e-3,
      0.5,
      Infinity,
      -Infinity,
      0.25,
    ]);
    expect(readNumber('NaN')).toBeNaN();
    expect(['', 'x', '1 2', '--1'].map(readNumber)).toEqual([undefined, undefined, undefined, undefined]);
    expect([-0, 0, -1].map(zeroText)).toEqual(['-0', '0', '-1']);
  });
});

describe('a number with more digits than its place has room for', () => {
  it('keeps its beginning, its power of ten and its bracket', () => {
    expect(shortened('-Infinity')).toBe('-Infinity');
    expect(shortened('1.3333333333333333')).toBe('1.333333…');
    expect(shortened('1.2345678901234567e+59')).toBe('1.23…e+59');
    expect(shortened('[1.2345678901234567e+59]')).toBe('[1.…e+59]');
  });
});
