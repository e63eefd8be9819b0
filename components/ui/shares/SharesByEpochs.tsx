import { countedText } from '../../../src/words/counts.ts';
import { countText, percentText } from '../../../src/words/numbers.ts';
import type { DotKind } from '../seed-dots/SeedDots.tsx';
import './shares.css';

export interface SharesByEpochsProps {
  /** Whose runs these are. */
  label: string;
  /** In the order in which they are stacked, from the top. */
  kinds: readonly { kind: DotKind; label: string }[];
  /** By epochs, the first with 1; all with the same number of runs. */
  levels: readonly { epochs: number; counts: Partial<Record<DotKind, number>> }[];
  /** Where the axis ends. */
  end: number;
}

/** Shares of outcomes, one above the other, against epochs on a logarithmic axis; and their numbers in a table. */
export function SharesByEpochs({ label, kinds, levels, end }: SharesByEpochsProps) {
  const shown = kinds.filter(({ kind }) => levels.some(({ counts }) => (counts[kind] ?? 0) > 0));
  const last = levels.at(-1)!;
  const total = Object.values(last.counts).reduce((sum, count) => sum + count, 0);
  const place = (epochs: number) => Math.log(epochs + 1) / Math.log(end + 1);
  const decades = Array.from({ length: Math.floor(Math.log10(end)) + 1 }, (_, power) => 10 ** power);
  const words = shown
    .map(({ kind, label: name }) => `${name} ${percentText((last.counts[kind] ?? 0) / total)}`)
    .join(', ');
  return (
    <div class="shares-epochs">
      <div
        class="shares-epochs-picture"
        role="img"
        aria-label={`${label}. After ${countedText(last.epochs, 'epoch')}: ${words}.`}
      >
        {levels.map(({ epochs, counts }, n) => {
          const from = n === 0 ? 0 : place(levels[n - 1]!.epochs);
          return (
            <div
              key={epochs}
              class="shares-epochs-column"
              style={{ left: `${from * 100}%`, width: `${(place(epochs) - from) * 100}%` }}
            >
              {shown.map(({ kind }) => (
                <span
                  key={kind}
                  class="shares-part"
                  data-kind={kind}
                  style={{ flexGrow: (counts[kind] ?? 0) / total }}
                />
              ))}
            </div>
          );
        })}
      </div>
      <div class="shares-epochs-ticks" aria-hidden="true">
        {decades.map((epochs) => (
          <span key={epochs} style={{ left: `${place(epochs) * 100}%` }}>
            {countText(epochs)}
          </span>
        ))}
      </div>
      <p class="shares-epochs-axis" aria-hidden="true">
        share of {countText(total)} seeds against epochs
      </p>
      <details>
        <summary>The numbers</summary>
        <div class="table-scroll" tabIndex={0} role="group" aria-label={label}>
          <table>
            <thead>
              <tr>
                <th scope="col">Epochs</th>
                {shown.map(({ kind, label: name }) => (
                  <th scope="col" key={kind}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {levels.map(({ epochs, counts }) => (
                <tr key={epochs}>
                  <th scope="row">{countText(epochs)}</th>
                  {shown.map(({ kind }) => (
                    <td key={kind}>{counts[kind] ?? 0}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}
