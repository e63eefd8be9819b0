import { expect, it } from 'vitest';
import { accentStyles, whyNoAccent } from '../../src/book/accent.ts';

it('takes the accents of the book itself', () => {
  expect(whyNoAccent('#005358', 'light')).toBeUndefined();
  expect(whyNoAccent('#7fd6d0', 'dark')).toBeUndefined();
});

// By hand: the paper #f4f1ea has luminance 0.879, and #777777 has 0.1845: (0.879 + 0.05) / (0.1845 + 0.05) = 3.96.
it('refuses one that cannot be read, with a near one that can', () => {
  const why = whyNoAccent('#777777', 'light')!;
  expect(why).toMatch(/^has 4\.0 to 1 on the light paper; expected 7 or more, such as "#[0-9a-f]{6}"$/);
  const offered = /"(#.*)"/.exec(why)![1]!;
  expect(whyNoAccent(offered, 'light')).toBeUndefined();
  expect(whyNoAccent('#004000', 'dark')).toMatch(/^has 1\.\d to 1 on the dark paper/);
});

it.each([
  { light: '#000000', dark: '#ffffff' },
  { light: '#3d2f8f', dark: '#c3b8ff' },
  { light: '#7a1f00', dark: '#ffb59a' },
])('has 7 to 1 for $light and $dark on their tints, and for what is written on the accent', (accent) => {
  const [light, dark] = accentStyles(accent).split('@media screen') as [string, string];
  for (const [sheet, ink] of [
    [light, '#1d1a16'],
    [dark, '#eeebe5'],
  ] as const) {
    const colour = (name: string) => new RegExp(`--${name}:(#[0-9a-f]{6})`).exec(sheet)![1]!;
    expect(contrast(colour('accent'), colour('accent-soft'))).toBeGreaterThanOrEqual(7);
    expect(contrast(ink, colour('accent-soft'))).toBeGreaterThanOrEqual(7);
    expect(contrast(colour('on-accent'), colour('accent'))).toBeGreaterThanOrEqual(7);
  }
});

/** WCAG 2.2, by the sum of the channels with their weights. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
      const channel = Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255;
      return sum + weight * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
    }, 0);
  const both = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (both[0] + 0.05) / (both[1] + 0.05);
}
