import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeBlocks } from '../../src/book/code-blocks.ts';

const css = readFileSync('src/styles/tokens.css', 'utf8');
const [lightBlock, darkBlock] = css.split("[data-theme='dark']") as [string, string];

const colours = (block: string): Record<string, string> =>
  Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]),
  );

/** Relative luminance of an sRGB colour, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, 1 to 21, WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** CIE lightness, 0 to 100. */
const lightness = (hex: string) => 116 * Math.cbrt(luminance(hex)) - 16;

/** The colour, in CIE Lab, that an eye without the green cones sees: Viénot, Brettel and Mollon 1999. */
function labOfDeuteranope(hex: string): [lightness: number, a: number, b: number] {
  const [r, g, b] = [1, 3, 5].map((at) => (parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2) as Triple;
  const redGreen = 0.29275 * r + 0.70725 * g;
  const blue = -0.02234 * r + 0.02234 * g + b;
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.77 * redGreen + 0.1805 * blue) / 0.9505); // 0.4124 + 0.3576 = 0.7700
  const y = f(0.9278 * redGreen + 0.0722 * blue);
  const z = f((0.1385 * redGreen + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

type Triple = [number, number, number];

const papers = ['paper', 'paper-raised', 'paper-sunken'];
const texts = [
  ...['ink', 'ink-soft', 'ink-faint', 'accent', 'target', 'output', 'broken', 'mended', 'warning'],
  ...['negative-ink', 'positive-ink'],
];
/** How a program is coloured, and what its lines and words may stand on: as they are, selected or found, wrong, changed. */
const codeTexts = ['ink', 'ink-soft', 'accent', 'negative-ink', 'positive-ink'];
const codeGrounds = ['paper-raised', 'paper-sunken', 'accent-soft', 'broken-soft', 'mended-soft'];
const marks = ['negative', 'positive', 'focus'];
const classes = ['class-a', 'class-b', 'class-c', 'class-d', 'class-e', 'class-f'];
const tints = [
  ...classes,
  ...['accent-soft', 'negative-soft', 'positive-soft', 'broken-soft', 'mended-soft'],
];

it('knows the two ends of the scale', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
});

it('asks so much of the colours of code blocks, on white, that they have 7 to 1 on their own paper', () => {
  const paper = colours(lightBlock)['paper-sunken']!;
  expect(codeBlocks.minSyntaxHighlightingColorContrast / contrast('#ffffff', paper)).toBeGreaterThanOrEqual(
    7,
  );
});

it('colours a program with these colours alone, each in its style sheet', () => {
  const sheet = readFileSync('components/ui/code-editor/code-editor.css', 'utf8');
  const used = [...sheet.matchAll(/\.tok-[^{]*\{[^}]*?[^-]color: var\(--([a-z-]+)\)/g)].map(
    (match) => match[1],
  );
  expect(used.length).toBeGreaterThan(3);
  for (const colour of used) expect(codeTexts).toContain(colour);
});

it('defines the same colours in both themes', () => {
  expect(Object.keys(colours(darkBlock))).toEqual(Object.keys(colours(lightBlock)));
  expect(Object.keys(colours(lightBlock))).toHaveLength(32);
});

describe.each([
  ['light', colours(lightBlock)],
  ['dark', colours(darkBlock)],
])('the %s theme', (_name, token) => {
  const of = (name: string) => {
    const value = token[name];
    if (!value) throw new Error(`tokens.css: --${name} is missing`);
    return value;
  };

  it.each(texts)('prints --%s at 7 to 1 on every paper', (ink) => {
    for (const paper of papers) expect(contrast(of(ink), of(paper)), paper).toBeGreaterThanOrEqual(7);
  });

  it('prints ink and soft ink at 7 to 1 on every tint', () => {
    for (const tint of tints) {
      expect(contrast(of('ink'), of(tint)), tint).toBeGreaterThanOrEqual(7);
      expect(contrast(of('ink-soft'), of(tint)), tint).toBeGreaterThanOrEqual(7);
    }
  });

  it.each(codeTexts)('prints --%s at 7 to 1 on everything that code stands on', (text) => {
    for (const ground of codeGrounds)
      expect(contrast(of(text), of(ground)), ground).toBeGreaterThanOrEqual(7);
  });

  it('prints a button at 7 to 1', () => {
    expect(contrast(of('on-accent'), of('accent'))).toBeGreaterThanOrEqual(7);
  });

  it.each(marks)('draws --%s at 4.5 to 1 on every paper', (mark) => {
    for (const paper of papers) expect(contrast(of(mark), of(paper)), paper).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['negative-ink', 'negative-soft'],
    ['positive-ink', 'positive-soft'],
    ['broken', 'broken-soft'],
    ['mended', 'mended-soft'],
    ['accent', 'accent-soft'],
  ])('prints --%s at 7 to 1 on --%s', (text, tint) => {
    expect(contrast(of(text), of(tint))).toBeGreaterThanOrEqual(7);
  });

  it.each(['negative', 'positive'])('draws --%s at 4.5 to 1 on its own tint', (mark) => {
    expect(contrast(of(mark), of(`${mark}-soft`))).toBeGreaterThanOrEqual(4.5);
  });

  it('draws a dead unit at 3 to 1 on the page, and its hatching at 1.5 to 1 on the unit', () => {
    expect(contrast(of('dead'), of('paper'))).toBeGreaterThanOrEqual(3);
    expect(contrast(of('dead-hatch'), of('dead'))).toBeGreaterThanOrEqual(1.5);
  });

  it('gives the two signs the same lightness', () => {
    expect(Math.abs(lightness(of('negative')) - lightness(of('positive')))).toBeLessThan(1.5);
    expect(Math.abs(lightness(of('negative-soft')) - lightness(of('positive-soft')))).toBeLessThan(1.5);
  });

  it.each([
    ['negative', 'positive'],
    ['broken', 'mended'],
  ])('keeps --%s and --%s apart for a reader who cannot tell red from green', (one, other) => {
    const [a, b] = [labOfDeuteranope(of(one)), labOfDeuteranope(of(other))];
    expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThan(20); // one is just noticeable
  });
});
