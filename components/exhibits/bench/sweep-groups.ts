import type { DotGroup, DotKind } from '../../ui/seed-dots/SeedDots.tsx';
import { exactText, heldText } from '../../../src/words/numbers.ts';
import type { SeedResult } from '../../../src/lab/index.ts';
import { wilson } from '../../../src/sweep/index.ts';

const labels: Record<DotKind, string> = {
  solved: 'solved',
  partly: 'some outputs right',
  constant: 'one number for every input',
  diverged: 'not finite',
  failed: 'stopped by an error',
};

/** A seed's result in a few words, for its dot. */
function seedText({ outcome, outputs, failure }: SeedResult): string {
  if (failure) return failure.message;
  if (outcome.kind === 'constant') return `${exactText(outcome.value)} for every input`;
  if (outcome.kind === 'diverged') return 'not finite';
  const numbers = outputs
    .slice(0, 4)
    .map((row) => row.map((value) => heldText(value)).join(', '))
    .join('; ');
  return `${outcome.kind === 'solved' ? 'solved' : `${outcome.right} right`}, outputs ${numbers}${outputs.length > 4 ? ' …' : ''}`;
}

/** Results of a sweep by outcome, the good ones first, each group with its share and interval. */
export function groupsOf(results: readonly SeedResult[]): DotGroup[] {
  const kindOf = (result: SeedResult): DotKind => (result.failure ? 'failed' : result.outcome.kind);
  return (Object.keys(labels) as DotKind[])
    .map((kind) => {
      const members = results.filter((result) => kindOf(result) === kind);
      const { share, low, high } = wilson(members.length, results.length);
      return {
        kind,
        label: labels[kind],
        seeds: members.map((result) => ({ seed: result.seed, label: seedText(result) })),
        share,
        low,
        high,
      };
    })
    .filter(({ seeds }) => seeds.length > 0);
}
