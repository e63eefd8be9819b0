import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { signal } from '@preact/signals';
import { type FindingSections, onMendsChosen, readerStore } from '../../../src/book/index.ts';
import { InTurns } from '../../ui/InTurns.tsx';
import type { BenchFault } from './bench-state.ts';
import { CodePanel } from './code-panel.tsx';
import { LossPanel } from './loss-panel.tsx';
import { createBench } from './model.ts';
import type { Bench } from './model.ts';
import { AnswerPanel, NetworkPanel, OutputsPanel, RunPanel, SettingsPanel } from './run-panel.tsx';
import { readStart } from './start.ts';
import { SweepPanel } from './sweep-panel.tsx';

export interface BenchViewProps {
  id: string;
  /** The program as posted. */
  original: string;
  /** The posted program's data and its network before the first update, as start.ts packs them. */
  start: string;
  faults: BenchFault[];
  /** The sections that explain what the diagnosis finds: FindingSections as JSON. */
  explained: string;
  /** Asked before the first run. */
  question: string;
  /** Asked once its result is known. */
  why: string;
  /** The original, highlighted. */
  children?: ComponentChildren;
}

/** A program on the bench: its text, its run, its diagnosis and its evidence. */
export function BenchView(props: BenchViewProps) {
  const { id, original, start, faults, explained, question, why, children } = props;
  const bench = useMemo(() => {
    const revision = signal(0);
    const model = createBench({
      id,
      original,
      ...readStart(start),
      faults,
      // The lab comes when something is first asked of it: it is a seventh of what a page may load.
      openLab: async () => (await import('../../../src/lab/index.ts')).openLab(),
      store: readerStore(import.meta.env.BASE_URL),
      onChange: () => revision.value++,
    });
    // Whoever reads the state while drawing is drawn again with its next revision.
    const bench: Bench = {
      ...model,
      get state() {
        void revision.value;
        return model.state;
      },
    };
    return bench;
  }, []);
  const onAwake = () => {
    // Only now: what the server drew knows nothing of this reader.
    bench.restore();
    const openLink = () => void bench.openLink(location.hash);
    openLink();
    addEventListener('hashchange', openLink);
    const leave = onMendsChosen(({ caseId, mended }) => {
      if (id === `cases/${caseId}/program.ts`) bench.mendExactly(mended);
    });
    return () => {
      removeEventListener('hashchange', openLink);
      leave();
      bench.close();
    };
  };

  const sections = useMemo(() => JSON.parse(explained) as FindingSections, [explained]);
  const runId = `run-${id.replace(/\W+/g, '-')}`;
  return (
    <div class="bench-live">
      <fieldset class="bench-panes">
        <legend class="visually-hidden">What is shown</legend>
        {['Program', 'Outputs'].map((pane, n) => (
          <label key={pane}>
            <input type="radio" name={`${runId}-pane`} value={pane} defaultChecked={n === 0} />
            <span>{pane}</span>
          </label>
        ))}
      </fieldset>
      <InTurns
        parts={[
          <CodePanel bench={bench} original={original} faults={faults} highlighted={children} />,
          <RunPanel bench={bench} id={runId} />,
          <OutputsPanel bench={bench} />,
          <AnswerPanel bench={bench} explained={sections} question={question} why={why} />,
          <SettingsPanel bench={bench} />,
          <NetworkPanel bench={bench} />,
          <LossPanel bench={bench} />,
          <SweepPanel bench={bench} original={original} runId={runId} />,
        ]}
        onAwake={onAwake}
      />
    </div>
  );
}
