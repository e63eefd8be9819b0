/**
 * Slopes of a function by central differences, f'(x) = (f(x + h) - f(x - h)) / 2h, whose error is of the order
 * of h² f''' plus rounding of the order of 1e-16 |f| / h; and the places where there is no one slope.
 */
import type { Formula } from './expression.ts';

/** A place where the slope from the left differs from the slope from the right, or the value itself jumps. */
export interface Kink {
  x: number;
  kind: 'slope' | 'jump';
  /** The slope just left and just right of it. */
  left: number;
  right: number;
}

/** Half the width of the difference, for arguments of the order of 1. */
const halfWidth = 1e-5;

export function numericSlope(f: Formula, x: number, h = halfWidth): number {
  return (f(x + h) - f(x - h)) / (2 * h);
}

/**
 * Finds the kinks between the points of a rising grid: where the slope changes across a step, halve the step
 * on the side that keeps the change; a smooth bend fades with the width, a kink does not.
 */
export function findKinks(f: Formula, grid: number[]): Kink[] {
  const kinks: Kink[] = [];
  // Differences reach past the grid's points, so that a kink that lies on a point is seen from both steps beside it.
  for (let i = 0; i + 1 < grid.length; i++) {
    const kink = kinkBetween(f, grid[i]!, grid[i + 1]!);
    if (kink && !kinks.some((known) => Math.abs(known.x - kink.x) < 1e-3)) kinks.push(kink);
  }
  return kinks;
}

function kinkBetween(f: Formula, low: number, high: number): Kink | undefined {
  let [a, b] = [low - 2 * halfWidth, high + 2 * halfWidth];
  // The change that counts as a kink: more than a bend with f'' = 50 makes over the width the search ends at.
  const threshold = 1e-2 * (1 + Math.max(Math.abs(slopeAt(f, a)), Math.abs(slopeAt(f, b))));
  if (!(Math.abs(slopeAt(f, b) - slopeAt(f, a)) > threshold) && !jumps(f, a, b)) return undefined;
  while (b - a > 8 * halfWidth) {
    const middle = (a + b) / 2;
    // The middle may lie on the kink itself: look a little to its right and left.
    const inLeft = change(f, a, middle + halfWidth);
    const inRight = change(f, middle - halfWidth, b);
    if (inLeft >= inRight) b = middle + halfWidth;
    else a = middle - halfWidth;
  }
  const [left, right] = [slopeAt(f, a - 2 * halfWidth), slopeAt(f, b + 2 * halfWidth)];
  const rise = Math.abs(f(b) - f(a));
  const x = tidy((a + b) / 2);
  if (rise > 1e-2) return { x, kind: 'jump', left, right };
  return Math.abs(right - left) > threshold ? { x, kind: 'slope', left, right } : undefined;
}

/** How much the slope, or else the value, changes between two points. */
function change(f: Formula, a: number, b: number): number {
  const bySlope = Math.abs(slopeAt(f, b) - slopeAt(f, a));
  const byValue = Math.abs(f(b) - f(a));
  return jumps(f, a, b) ? 1e9 * byValue : bySlope;
}

/** Whether the value changes by more than its slope at either end could explain. */
function jumps(f: Formula, a: number, b: number): boolean {
  const explained = (1 + 4 * Math.max(Math.abs(slopeAt(f, a)), Math.abs(slopeAt(f, b)))) * (b - a);
  return Math.abs(f(b) - f(a)) > explained + 1e-2;
}

function slopeAt(f: Formula, x: number): number {
  return numericSlope(f, x, halfWidth / 4);
}

/** A kink lies where a formula says so, which is a short number: 0, 0.1, 1. */
export function tidy(x: number): number {
  const rounded = Math.round(x * 1000) / 1000;
  return (Math.abs(rounded - x) < 1e-4 ? rounded : x) + 0;
}
