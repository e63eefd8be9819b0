import { countText, intervalText, percentText } from '../../../src/words/numbers.ts';
import type { DotKind } from '../seed-dots/SeedDots.tsx';
import './shares.css';

export interface OutcomeShare {
  kind: DotKind;
  /** What these runs came to, such as "the same number for every input". */
  label: string;
  count: number;
  /** From 0 to 1, with the ends of its 95% interval. */
  share: number;
  low: number;
  high: number;
}

export interface SharesProps {
  /** Whose runs these are. */
  label: string;
  shares: OutcomeShare[];
  /** Runs in all. */
  total: number;
}

/** What became of many runs: one bar in parts, and each part in words with its interval. */
export function Shares({ label, shares, total }: SharesProps) {
  const some = shares.filter(({ count }) => count > 0);
  const words = some.map((part) => `${part.label} ${percentText(part.share)}`).join(', ');
  return (
    <div class="shares">
      <p class="shares-title">
        <strong>{label}</strong> <span>{countText(total)} seeds</span>
      </p>
      <div class="shares-bar" role="img" aria-label={`${label}: ${words}`}>
        {some.map(({ kind, share }) => (
          <span key={kind} class="shares-part" data-kind={kind} style={{ flexGrow: share }} />
        ))}
      </div>
      <ul class="shares-list">
        {(some.length > 0 ? some : shares).map(({ kind, label: name, share, low, high }) => (
          <li key={kind} data-kind={kind}>
            <span class="shares-key" data-kind={kind} aria-hidden="true" />
            {name} <strong>{percentText(share)}</strong>{' '}
            <span class="shares-interval">({intervalText({ low, high })})</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
