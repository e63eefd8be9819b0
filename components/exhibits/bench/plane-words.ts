/** What the plane of two inputs says: its finding, what its lines are, and why there is none. */
import { countedText } from '../../../src/words/counts.ts';
import { listText } from '../../../src/words/lists.ts';
import { countText, heldText, lowered } from '../../../src/words/numbers.ts';

/** More units than these are counted, not named. */
const mostNames = 4;

export type PlaneFinding =
  | { kind: 'unseen' }
  | { kind: 'slow' }
  | { kind: 'broke'; message: string }
  | { kind: 'same'; value: number }
  | { kind: 'none' }
  | { kind: 'classes' | 'sides'; right: number; count: number }
  | { kind: 'many'; low: number; high: number };

export const planeWords = {
  title(finding: PlaneFinding): string {
    switch (finding.kind) {
      case 'unseen':
        return 'Run it, and what it answers is drawn over its two inputs';
      case 'slow':
        return 'What it answers is not drawn: one answer takes too long for a picture of many';
      case 'broke':
        return `What it answers between its samples can’t be drawn. ${finding.message}`;
      case 'same':
        return `The same answer everywhere: ${heldText(finding.value, 4)}`;
      case 'none':
        return 'No number anywhere: something in the network is no longer finite';
      case 'classes':
      case 'sides': {
        const { kind, right, count } = finding;
        const place = kind === 'classes' ? 'in the region of' : 'on the colour of';
        if (count === 1) return `Its sample stands ${right === 1 ? '' : 'not '}${place} its target`;
        const share =
          right === count ? `All ${countText(count)}` : `${countText(right)} of ${countText(count)}`;
        return `${share} samples stand ${place} their target`;
      }
      case 'many':
        return `What it answers, from ${heldText(finding.low)} or less (blue) to ${heldText(finding.high)} or more (orange)`;
    }
  },

  /** @param idle Places of hidden units that have all samples on one side. */
  lines(count: number, idle: readonly number[]): string {
    if (count === 0) return '';
    const along = 'Along a dashed line the sum of a hidden unit is 0: there a ReLU bends.';
    if (idle.length === 0) return along;
    if (idle.length > mostNames)
      return `${along} ${countText(idle.length)} of ${countedText(count, 'unit')} have every sample on one side, where a ReLU bends nothing.`;
    const names = listText(idle.map((unit) => `h${lowered(unit + 1)}`));
    return `${along} ${names} ${idle.length === 1 ? 'has' : 'have'} every sample on one side, where a ReLU bends nothing.`;
  },

  /** Where a program's weights do not meet its inputs as they are. */
  withoutLines: 'No lines of hidden units: the program changes its inputs before its weights meet them.',

  some: (shown: number, count: number): string =>
    `${countText(shown)} of ${countedText(count, 'sample')} are drawn.`,

  target: (value: number): string => `target ${heldText(value)}`,
  class: (index: number): string => `class ${index}`,
  low: (value: number): string => `${heldText(value)} or less`,
  high: (value: number): string => `${heldText(value)} or more`,
  wrong: 'wrong',
  missing: 'not a number',
  chosen: 'in the network’s picture',
  x: 'first input',
  y: 'second input',
  table: 'Its answers in numbers',
  corner: 'second input, then first',
  output: (index: number): string => `output ${index + 1}`,
};
