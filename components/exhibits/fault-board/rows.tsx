/** The rows of a fault board: what is mended, and the share of runs that learn then. */
import { wilson } from '../../../src/sweep/index.ts';
import { countText, intervalText, percentText } from '../../../src/words/numbers.ts';
import type { BoardFault, BoardRow, Count } from './model.ts';

interface BoardRowProps {
  row: BoardRow;
  faults: BoardFault[];
  here: Count | undefined;
  isChosen: boolean;
  onChoose: () => void;
}

export function Row({ row, faults, here, isChosen, onChoose }: BoardRowProps) {
  return (
    <tr aria-current={isChosen ? 'true' : undefined}>
      <th scope="row">
        <button
          type="button"
          class="fault-row-button"
          data-moves="mended"
          aria-pressed={isChosen}
          onClick={onChoose}
        >
          <RowName mended={row.mended} faults={faults} />
        </button>
      </th>
      <td>
        <ShareBar count={row.count} />
      </td>
      <td>
        <ShareBar count={here} />
      </td>
    </tr>
  );
}

/** Keeps the room of a combination that has no row of its own until it is chosen. */
export function RowOfOthers() {
  return (
    <tr>
      <th scope="row">
        <span class="fault-row-name">any other</span>
      </th>
      <td>
        <ShareBar count={undefined} />
      </td>
      <td>
        <ShareBar count={undefined} />
      </td>
    </tr>
  );
}

/** The numbers of mends on the board, or that they are all there are. */
function namesOnBoard(mended: readonly string[], faults: BoardFault[]): number[] | 'nothing' | 'everything' {
  if (mended.length === 0) return 'nothing';
  const counting = faults.filter(({ changesRuns }) => changesRuns);
  if (mended.length === counting.length && counting.length > 1) return 'everything';
  return mended.map((id) => faults.findIndex((fault) => fault.id === id) + 1);
}

export function shortName(mended: readonly string[], faults: BoardFault[]): string {
  const names = namesOnBoard(mended, faults);
  return `${typeof names === 'string' ? names : names.join(' + ')} mended`;
}

/** A mend alone by number and title; several by their numbers, with the titles for those who do not see the switches. */
function RowName({ mended, faults }: { mended: string[]; faults: BoardFault[] }) {
  const numbers = namesOnBoard(mended, faults);
  if (numbers === 'nothing') return <>nothing: as posted</>;
  if (numbers === 'everything') return <>everything</>;
  const titles = numbers.map((number) => faults[number - 1]!.plainTitle);
  return (
    <>
      <span class="fault-number">{numbers.join(' + ')}</span>{' '}
      <span class={titles.length > 1 ? 'visually-hidden' : undefined}>{titles.join(' and ')}</span>
    </>
  );
}

/** A share as a bar, its 95% interval as a line over it, and both in words. */
function ShareBar({ count }: { count: Count | undefined }) {
  if (!count) {
    return (
      <span class="fault-unknown">
        <span aria-hidden="true">–</span>
        <span class="visually-hidden">not counted yet</span>
      </span>
    );
  }
  const { share, low, high } = wilson(count.learned, count.runs);
  const percent = (value: number) => `${value * 100}%`;
  return (
    <span class="fault-share" title={`${countText(count.learned)} of ${countText(count.runs)} seeds`}>
      <span class="fault-bar" aria-hidden="true">
        <span style={{ width: percent(share) }} />
        <span style={{ left: percent(low), width: percent(high - low) }} />
      </span>
      <span>
        {percentText(share)} <small>({intervalText({ low, high })})</small>
      </span>
    </span>
  );
}
