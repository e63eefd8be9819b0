import type { ComponentChildren } from 'preact';
import { type BenchPane, benchPanes, type FindingSections } from '../../../src/book/index.ts';
import { InTurns } from '../../ui/InTurns.tsx';
import type { BenchFault } from './bench-state.ts';
import { CodePanel } from './code-panel.tsx';
import { LossPanel } from './loss-panel.tsx';
import type { Bench } from './model.ts';
import { PlanePanel } from './plane-panel.tsx';
import { hasPlane } from './plane-window.ts';
import { benchWords } from './words.ts';
import { AnswerPanel, NetworkPanel, OutputsPanel, RunPanel, SettingsPanel } from './run-panel.tsx';
import { SweepPanel } from './sweep-panel.tsx';

export interface BenchPanelsProps {
  /** Drawn again whenever its state changes (`drawnBench`). */
  bench: Bench;
  /** Names the bench in the page. */
  id: string;
  /** The program that the reader's is compared with. */
  original: string;
  /** What that program is called, where a button leads back to it. Defaults to "original". */
  originalName?: string | undefined;
  faults: BenchFault[];
  /** The sections that explain what the diagnosis finds. */
  sections: FindingSections;
  /** Asked before the first run; without one nothing is asked. */
  question?: string;
  /** Asked once its result is known. */
  why?: string;
  /** The original, highlighted; without it, it stands plain until it is edited. */
  highlighted?: ComponentChildren;
  /** After the last panel is awake; what it gives back is called when they go. */
  onAwake: () => () => void;
}

/** All that a bench shows of one program. The panels wake in turns; another program needs panels of its own (a `key`). */
export function BenchPanels(props: BenchPanelsProps) {
  const { bench, id, original, originalName, faults, sections, question, why = '', highlighted } = props;
  const heard = {
    /** What is set in a link is a visitor: the reader's own work stays where it is. */
    'onbook:assigned': () => bench.openAssigned(),
    'onbook:ask-link': ({ detail }: CustomEvent<(link: Promise<{ link: string; says: string }>) => void>) =>
      detail(
        bench.makeLink(location.href).then(({ link, holds }) => ({ link, says: benchWords.link(holds) })),
      ),
  };
  const runId = `run-${id.replace(/\W+/g, '-')}`;
  return (
    <div class="bench-live" data-bench={id} {...heard}>
      <Panes bench={bench} name={`${runId}-pane`} />
      <InTurns
        parts={[
          <CodePanel
            bench={bench}
            original={original}
            originalName={originalName}
            faults={faults}
            highlighted={highlighted}
          />,
          <RunPanel bench={bench} id={runId} />,
          <OutputsPanel bench={bench} />,
          <AnswerPanel bench={bench} explained={sections} question={question} why={why} />,
          <SettingsPanel bench={bench} />,
          <NetworkPanel bench={bench} />,
          <PlanePanel bench={bench} />,
          <LossPanel bench={bench} />,
          <SweepPanel bench={bench} original={original} runId={runId} />,
        ]}
        onAwake={props.onAwake}
      />
    </div>
  );
}

const paneNames: Record<BenchPane, string> = { program: 'Program', outputs: 'Outputs', plane: 'Plane' };

/** In one column the program, the outputs and the plane take turns. */
function Panes({ bench, name }: { bench: Bench; name: string }) {
  const { info, pane: chosen } = bench.state;
  const panes = benchPanes.filter((pane) => pane !== 'plane' || hasPlane(info));
  const shown = panes.includes(chosen) ? chosen : 'program';
  return (
    <fieldset class="bench-panes">
      <legend class="visually-hidden">What is shown</legend>
      {panes.map((pane) => (
        <label key={pane}>
          <input
            type="radio"
            name={name}
            value={pane}
            checked={pane === shown}
            onChange={() => bench.showPane(pane)}
          />
          <span>{paneNames[pane]}</span>
        </label>
      ))}
    </fieldset>
  );
}
