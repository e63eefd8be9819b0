import type { DotGroup, DotKind } from '../../ui/seed-dots/SeedDots.tsx';
import { heldText } from '../../../src/words/numbers.ts';
import { type Counted, outcomeOrder, outcomeWords } from '../../../src/words/outcomes.ts';
import type { SeedResult } from '../../../src/lab/index.ts';
import { kindOf } from './sweep-levels.ts';
import { wilson } from '../../../src/sweep/index.ts';

/** The outcomes in the order in which they are drawn. */
export const dotOrder: readonly DotKind[] = [...outcomeOrder, 'failed'];

/** A seed's result in a few words, for its dot. */
function seedText({ outcome, outputs, failure }: SeedResult, by: Counted['by']): string {
  if (failure) return failure.message;
  const words = outcomeWords.short(outcome, by);
  if (outcome.kind === 'constant' || outcome.kind === 'diverged') return words;
  const numbers = outputs
    .slice(0, 4)
    .map((row) => row.map((value) => heldText(value)).join(', '))
    .join('; ');
  return `${words}, outputs ${numbers}${outputs.length > 4 ? ' …' : ''}`;
}

/**
 * Results of a sweep by outcome, the good ones first, each group with its share and interval.
 *
 * @param by What its outcomes are counted by.
 */
export function groupsOf(results: readonly SeedResult[], by: Counted['by']): DotGroup[] {
  return dotOrder
    .map((kind) => {
      const members = results.filter((result) => kindOf(result) === kind);
      const { share, low, high } = wilson(members.length, results.length);
      return {
        kind,
        label: outcomeWords.label(kind),
        seeds: members.map((result) => ({ seed: result.seed, label: seedText(result, by) })),
        share,
        low,
        high,
      };
    })
    .filter(({ seeds }) => seeds.length > 0);
}
