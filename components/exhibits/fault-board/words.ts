/** What mends alone and together come to, in words. */
import { countedText } from '../../../src/words/counts.ts';
import { countText, percentText, rangeText } from '../../../src/words/numbers.ts';
import { recountWords } from '../../../src/words/recounts.ts';
import type { PredictionResult } from '../../ui/Prediction.tsx';
import type { Task } from '../../ui/task.ts';
import type { BoardFinding, farthestRow } from './model.ts';

export const boardWords = {
  /** A sentence without its full stop. */
  finding(finding: BoardFinding): string {
    switch (finding.kind) {
      case 'uncounted':
        return 'Mend any of the faults, alone or together, and count the seeds';
      case 'none-helps':
        return 'No mend helps by itself';
      case 'enough':
        return `One mend is enough: “${finding.title}”`;
      case 'best':
        return `The best single mend takes the share that learns from ${rangeText(finding.before, finding.after, (share) => percentText(share))}`;
    }
  },

  /** Which rows there are. @param mendCount The mends that change a run. */
  rows(mendCount: number): string {
    if (mendCount === 1) return 'Without the mend, and with it.';
    if (mendCount === 2) return 'Each mend alone, and both together.';
    return 'Every mend alone, every pair, and all of them together.';
  },

  /** How long the runs of several rows are trained, each row in its own way: "100,000 epochs", "20 to 1,000 epochs". */
  epochs(epochs: readonly number[]): string {
    const [fewest, most] = [Math.min(...epochs), Math.max(...epochs)];
    return `${fewest === most ? '' : `${countText(fewest)} to `}${countedText(most, 'epoch')}`;
  },

  /** Of a count in the page. @param seeds Those that it counts. */
  status({ state, why }: Task, seeds: readonly number[]): string {
    switch (state) {
      case 'done':
        return `Counted seeds ${countText(seeds[0]!)} to ${countText(seeds.at(-1)!)} in every row.`;
      case 'cancelled':
        return 'Stopped. The rows that were finished are shown.';
      case 'failed':
        return `The count failed: ${why}`;
      default:
        return 'Every row is measured as for this book.';
    }
  },

  /** @param name What the farthest row is called in the table. */
  result: (farthest: ReturnType<typeof farthestRow>, name: string): PredictionResult => ({
    choice: farthest.choice,
    text: recountWords.pair(name, farthest, 'in-the-book'),
    why: 'How large must a difference between two rows be, then, to mean something?',
  }),
};
