/**
 * A course's own accent colour, one for each theme: held against the papers of src/styles/tokens.css, so that every text keeps
 * 7 to 1, and completed with the tint and the text colour that go with it.
 */
import { readFileSync } from 'node:fs';

type Theme = 'light' | 'dark';
type Colours = Readonly<Record<string, string>>;

/** What is written on the papers and on the accent's tint, beside the accent itself. */
const texts = ['ink', 'ink-soft', 'ink-faint', 'negative-ink', 'positive-ink'];
const papers = ['paper', 'paper-raised', 'paper-sunken'];
const leastContrast = 7;

/** The colours of a theme, by their names without the hyphens before them. */
function tokens(theme: Theme): Colours {
  const [light, dark] = readFileSync('src/styles/tokens.css', 'utf8').split("[data-theme='dark']");
  const block = theme === 'light' ? light! : dark!;
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]),
  );
}

type Rgb = readonly [number, number, number];

const rgbOf = (hex: string): Rgb =>
  [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const hexOf = (rgb: Rgb): string =>
  `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;

/** A colour on the straight way from one to another; 0 is the first, 1 the second. */
const between = (one: string, other: string, part: number): string => {
  const [from, to] = [rgbOf(one), rgbOf(other)];
  return hexOf(from.map((channel, i) => channel + part * (to[i]! - channel)) as unknown as Rgb);
};

/** Relative luminance of an sRGB colour, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = rgbOf(hex).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, 1 to 21, WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const onPapers = (colour: string, theme: Theme): number =>
  Math.min(...papers.map((paper) => contrast(colour, tokens(theme)[paper]!)));

/** Why a colour cannot be the accent of a theme, and the nearest that can; undefined for one that can. */
export function whyNoAccent(colour: string, theme: Theme): string | undefined {
  const found = onPapers(colour, theme);
  if (found >= leastContrast) return undefined;
  const end = theme === 'light' ? '#000000' : '#ffffff';
  const steps = Array.from({ length: 100 }, (_, i) => between(colour, end, (i + 1) / 100));
  const nearest = steps.find((step) => onPapers(step, theme) >= leastContrast);
  return `has ${found.toFixed(1)} to 1 on the ${theme} paper; expected 7 or more, such as "${nearest}"`;
}

/** The strongest tint of the paper, up to a seventh, on which every text still has 7 to 1. */
function tintOf(accent: string, theme: Theme): string {
  const all = tokens(theme);
  const paper = all['paper-raised']!;
  const parts = Array.from({ length: 15 }, (_, i) => between(paper, accent, (15 - i) / 100));
  const isRead = (tint: string) =>
    [accent, ...texts.map((text) => all[text]!)].every((text) => contrast(text, tint) >= leastContrast);
  return parts.find(isRead) ?? paper;
}

/**
 * The style sheet that gives the book this accent; paper and a page without scripts keep the light theme. It is in no cascade
 * layer: it stands before the style sheets of the book, and a layer named there would come first in their order.
 */
export function accentStyles(accent: Readonly<Record<Theme, string>>): string {
  const rules = (theme: Theme) => {
    const on = ['#ffffff', '#0f1112'].sort(
      (a, b) => contrast(b, accent[theme]) - contrast(a, accent[theme]),
    )[0]!;
    return `--accent:${accent[theme]};--accent-soft:${tintOf(accent[theme], theme)};--on-accent:${on}`;
  };
  return `:root{${rules('light')}}@media screen{@media not (scripting: none){:root[data-theme='dark']{${rules('dark')}}}}`;
}
