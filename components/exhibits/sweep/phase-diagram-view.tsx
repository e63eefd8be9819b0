import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { percentText } from '../../../src/words/numbers.ts';
import { nameInSentence } from '../../../src/words/names.ts';
import { NumberTable } from '../../ui/NumberTable.tsx';
import { SeedDots } from '../../ui/seed-dots/SeedDots.tsx';
import { FirstRunQuestion } from '../../ui/first-run/FirstRunQuestion.tsx';
import { groupedRuns } from './outcomes.ts';
import { RunPanel } from './RunPanel.tsx';
import { settings } from './settings.ts';
import { Cells } from './cells.tsx';
import { toldBy } from './coarse.ts';
import { createPhaseDiagram } from './phase-diagram.ts';
import type { GridCell } from '../../../src/sweep/index.ts';
import type { Training } from '../../../src/book/index.ts';
import type { SettingName } from './settings.ts';
import { useFirstRun } from '../../ui/first-run/use-first-run.ts';
import { phaseWords } from './phase-diagram-words.ts';

export interface PhaseDiagramViewProps {
  training: Training;
  x: { setting: SettingName; values: number[] };
  y: { setting: SettingName; values: number[] };
  seeds: number;
  /** The coarse picture, from when the page was built. */
  built: GridCell[];
}

/** Pictures a second while cells come in: enough to see it grow, few enough to leave the page its time. */
const redrawMs = 150;

export function PhaseDiagramView({ training, x, y, seeds, built }: PhaseDiagramViewProps) {
  const revision = useSignal(0);
  /** The table is hundreds of cells of its own: it comes after the picture, not with it. */
  const tableShown = useSignal(true);
  const redraw = useRef<ReturnType<typeof setTimeout>>();
  const firstRun = useFirstRun();
  const model = useMemo(
    () =>
      createPhaseDiagram({
        training,
        x: { setting: settings[x.setting], values: x.values },
        y: { setting: settings[y.setting], values: y.values },
        seeds,
        known: built,
        onDone: ({ cells }) => firstRun.end(phaseWords.result(toldBy(built, cells))),
        change() {
          redraw.current ??= setTimeout(() => {
            redraw.current = undefined;
            revision.value++;
          }, redrawMs);
        },
      }),
    [],
  );
  const sweepCells = () => {
    firstRun.begin();
    void model.start();
  };
  useEffect(
    () => () => {
      model.cancel();
      clearTimeout(redraw.current);
    },
    [],
  );
  void revision.value;
  const { cells, task, opened, run } = model;
  const running = task.state === 'running';
  useEffect(() => {
    if (running) {
      tableShown.value = false;
      return;
    }
    const later = setTimeout(() => (tableShown.value = true), 2 * redrawMs);
    return () => clearTimeout(later);
  }, [running]);
  const byPlace = new Map(cells.map((cell) => [`${cell.column},${cell.row}`, cell]));
  const place = (column: number, row: number) =>
    `${settings[x.setting].title}:\u00a0${phaseWords.value(x.values[column]!)}; ${nameInSentence(settings[y.setting].title)}:\u00a0${phaseWords.value(y.values[row]!)}`;
  return (
    <div class="exhibit-body">
      <p class="figure-finding">{phaseWords.finding(cells, place)}</p>
      <FirstRunQuestion
        firstRun={firstRun}
        question={phaseWords.question}
        choices={phaseWords.choices}
        onRun={sweepCells}
      />
      <div class="exhibit-buttons">
        <button type="button" class="exhibit-button" onClick={running ? model.cancel : sweepCells}>
          {running ? 'Stop' : 'Sweep every cell'}
        </button>
        <p class="live-status" role="status">
          {phaseWords.status(model, seeds, x.values.length * y.values.length)}
        </p>
      </div>
      <Cells
        cells={cells}
        settled={task.state === 'done'}
        columns={x.values.length}
        rows={y.values.length}
        xName={settings[x.setting].title}
        yName={settings[y.setting].title}
        xTicks={x.values.map(phaseWords.value)}
        yTicks={y.values.map(phaseWords.value)}
        place={place}
        open={opened}
        onOpen={(column, row) => void model.openCell(column, row)}
      />
      {opened ? (
        <section aria-label={place(opened.column, opened.row)}>
          <h3 class="sweep-arm-title">{place(opened.column, opened.row)}</h3>
          <SeedDots
            label={place(opened.column, opened.row)}
            groups={groupedRuns(opened.runs)}
            total={seeds}
            open={run?.seed}
            onOpen={model.openRun}
          />
        </section>
      ) : null}
      {run && opened ? <RunPanel run={run} label={place(opened.column, opened.row)} /> : null}
      {tableShown.value ? (
        <NumberTable
          title="The share solved, in numbers"
          columns={[
            `${settings[y.setting].title} \\ ${settings[x.setting].title}`,
            ...x.values.map(phaseWords.value),
          ]}
          rows={y.values.map((value, row) => [
            phaseWords.value(value),
            ...x.values.map((_, column) => {
              const cell = byPlace.get(`${column},${row}`);
              return cell ? percentText(cell.shares.solved.share) : '';
            }),
          ])}
        />
      ) : null}
    </div>
  );
}
