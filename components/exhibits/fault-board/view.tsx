import { useComputed, useSignal } from '@preact/signals';
import { announceMends, combinationKey, rowEpochs, type CountableBoard } from '../../../src/book/index.ts';
import { countText } from '../../../src/words/numbers.ts';
import { Words } from '../../ui/Words.tsx';
import { farOffChoices } from '../../ui/first-run/far-off.ts';
import { FirstRunQuestion } from '../../ui/first-run/FirstRunQuestion.tsx';
import { useFirstRun } from '../../ui/first-run/use-first-run.ts';
import { useModel } from '../../ui/use-model.ts';
import {
  boardFinding,
  boardRows,
  boardRowsAtMost,
  farthestRow,
  otherSeeds,
  type BoardFault,
  type Count,
} from './model.ts';
import { createCountAgain } from './count-again.ts';
import { boardWords } from './words.ts';
import { Row, RowOfOthers, shortName } from './rows.tsx';

export interface FaultBoardViewProps {
  caseId: string;
  /** What a recount needs. */
  countable: CountableBoard;
  faults: BoardFault[];
  /** Counted when the book was built, by `combinationKey`. */
  counts: Record<string, Count>;
  /** Seeds of a recount in the page. */
  seeds: number;
}

export function FaultBoardView({ caseId, countable, faults, counts, seeds }: FaultBoardViewProps) {
  const mended = useSignal<string[]>([]);
  const firstRun = useFirstRun();

  const counting = faults.filter(({ changesRuns }) => changesRuns);
  const otherOnes = otherSeeds(counts, seeds);
  const again = useModel((change) =>
    createCountAgain({
      countable,
      mendable: faults.map(({ id, edits }) => ({ id, mend: { typescript: edits } })),
      seeds: otherOnes,
      change,
      onDone(counted, found) {
        const farthest = farthestRow(counted, found);
        firstRun.end(boardWords.result(farthest, shortName(farthest.mended, faults)));
      },
    }),
  );
  const rows = useComputed(() =>
    boardRows(
      counting.map(({ id }) => id),
      mended.value,
      counts,
    ),
  );
  const mostRows = boardRowsAtMost(counting.length);
  const chosenKey = useComputed(() =>
    combinationKey(mended.value.filter((id) => counting.some((fault) => fault.id === id))),
  );

  const epochs = rows.value.map((row) => rowEpochs(countable, row.mended));

  const choose = (ids: string[]) => {
    mended.value = faults.map(({ id }) => id).filter((id) => ids.includes(id));
    announceMends({ caseId, mended: mended.value });
  };
  const toggle = (id: string, on: boolean) =>
    choose(on ? [...mended.value, id] : mended.value.filter((other) => other !== id));

  const countAgain = () => {
    firstRun.begin();
    void again.start(rows.value);
  };

  return (
    <div class="exhibit-body fault-board">
      <p class="figure-finding">
        {boardWords.finding(
          boardFinding(
            counting.map(({ id, plainTitle }) => ({ id, title: plainTitle })),
            counts,
          ),
        )}
      </p>
      <fieldset class="fault-switches" data-field="mended">
        <legend>Mended</legend>
        {faults.map((fault, i) => (
          <FaultSwitch
            key={fault.id}
            number={i + 1}
            fault={fault}
            on={mended.value.includes(fault.id)}
            onToggle={(on) => toggle(fault.id, on)}
          />
        ))}
      </fieldset>
      <div
        class="exhibit-table-scroll"
        tabIndex={0}
        role="region"
        aria-label="Shares that learn, by what is mended"
      >
        <table class="exhibit-table fault-table">
          <thead>
            <tr>
              <th scope="col">What is mended</th>
              <th scope="col">Learns, counted for this book</th>
              <th scope="col">Counted here</th>
            </tr>
          </thead>
          <tbody>
            {rows.value.map((row) => (
              <Row
                key={combinationKey(row.mended)}
                row={row}
                faults={faults}
                here={again.counts[combinationKey(row.mended)]}
                isChosen={combinationKey(row.mended) === chosenKey.value}
                onChoose={() => choose(row.mended)}
              />
            ))}
            {rows.value.length < mostRows && <RowOfOthers />}
          </tbody>
        </table>
      </div>
      <FirstRunQuestion
        firstRun={firstRun}
        question={`Count ${countText(seeds)} other seeds a row. How far from the book will the farthest row be, in percentage points?`}
        choices={farOffChoices}
        onRun={countAgain}
      />
      <div class="exhibit-buttons">
        {again.task.state === 'running' ? (
          <>
            <button type="button" class="exhibit-button" onClick={again.cancel}>
              Stop
            </button>
            <progress value={again.task.progress} max={1} aria-label="Runs counted" />
          </>
        ) : (
          <button type="button" class="exhibit-button" onClick={countAgain}>
            Count again here: {countText(seeds)} other seeds a row, {boardWords.epochs(epochs)} each
          </button>
        )}
        <p class="live-status" role="status">
          {boardWords.status(again.task, otherOnes)}
        </p>
      </div>
    </div>
  );
}

interface SwitchProps {
  /** The fault's number on the board, from 1; the rows of the table name their mends by it. */
  number: number;
  fault: BoardFault;
  on: boolean;
  onToggle: (on: boolean) => void;
}

function FaultSwitch({ number, fault, on, onToggle }: SwitchProps) {
  return (
    <div class="fault-switch">
      <label>
        <input
          type="checkbox"
          value={fault.id}
          checked={on}
          onChange={(event) => onToggle(event.currentTarget.checked)}
        />
        <span class="fault-number">{number}</span>
        <span>
          <Words text={fault.title} />
        </span>
      </label>
      <details>
        <summary>What it changes</summary>
        {fault.edits.map(({ find, replace }, i) => (
          <pre key={i} class="fault-edit" tabIndex={0} role="group" aria-label="The mend, before and after">
            <del>{find}</del>
            {'\n'}
            <ins>{replace}</ins>
          </pre>
        ))}
        <p>
          <Words text={fault.matters} />
        </p>
      </details>
    </div>
  );
}
