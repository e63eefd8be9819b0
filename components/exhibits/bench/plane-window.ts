/** The rectangle of a program's two inputs. */
import type { PlaneWindow, ProgramInfo } from '../../../src/lab/index.ts';

/** Whether a program's inputs are the two numbers of a plane. */
export const hasPlane = ({ inputs }: Pick<ProgramInfo, 'inputs'>): boolean => inputs[0]?.length === 2;

/** The rectangle that is shown: all samples, and a margin of a fifth. */
export function windowOf({ inputs }: Pick<ProgramInfo, 'inputs'>): PlaneWindow {
  const range = (input: number): [low: number, high: number] => {
    let [low, high] = [Infinity, -Infinity];
    for (const row of inputs) {
      low = Math.min(low, row[input]!);
      high = Math.max(high, row[input]!);
    }
    // One value alone has no range: its own size stands for it.
    const span = high - low || 2 * Math.max(1, Math.abs(high));
    // Beyond the largest double there is no margin.
    const [from, to] = [low - span / 5, high + span / 5];
    return Number.isFinite(to - from) && to > from ? [from, to] : [-1, 1];
  };
  return { x: range(0), y: range(1) };
}
