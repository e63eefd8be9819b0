import { useRef } from 'preact/hooks';
import { areClasses, classOf, judgementOf, middles } from '../../../src/engine/index.ts';
import type { Frame, ProgramInfo } from '../../../src/lab/index.ts';
import { LiveStatus } from '../../ui/LiveStatus.tsx';
import { NetworkDiagram } from '../../ui/network-diagram/NetworkDiagram.tsx';
import { countedText } from '../../../src/words/counts.ts';
import { listText } from '../../../src/words/lists.ts';
import { countText, heldText } from '../../../src/words/numbers.ts';
import { outcomeWords } from '../../../src/words/outcomes.ts';
import { OutputsTable } from '../../ui/OutputsTable.tsx';
import { PlayButtons, PlaySettings } from '../../ui/PlayControls.tsx';
import { Prediction } from '../../ui/Prediction.tsx';
import { Scrubber } from '../../ui/Scrubber.tsx';
import { prefersReducedMotion, useTicker } from '../../ui/use-ticker.ts';
import type { BenchState } from './bench-state.ts';
import type { FindingSections } from '../../../src/book/index.ts';
import { DiagnosisPanel } from './diagnosis-panel.tsx';
import type { Bench } from './model.ts';
import { hasAllOutputs, stateText } from './outcome-words.ts';
import { wrongByClass } from './worst-samples.ts';
import { benchWords } from './words.ts';

const outcomeKinds = ['solved', 'constant', 'partly', 'diverged'] as const;

export interface RunPanelProps {
  bench: Bench;
  /** Where links to the run lead. */
  id: string;
}

/** The run: its buttons, and beside them in a sentence where it stands and what has changed. */
export function RunPanel({ bench, id }: RunPanelProps) {
  const { state } = bench;
  const { info, frame, activity } = state;
  /** The whole bench: a run goes on while any of it is in sight. */
  const bed = useRef<HTMLElement | null>(null);
  useTicker(bed, activity.kind === 'running', bench.tick);

  return (
    <section
      class="bench-run"
      role="group"
      id={id}
      tabIndex={-1}
      aria-label="The run"
      ref={(section) => {
        bed.current = section?.closest<HTMLElement>('.bench') ?? null;
      }}
    >
      <PlayButtons
        running={activity.kind === 'running'}
        busy={activity.kind === 'working' && !activity.waits}
        runLabel={runLabel(state)}
        onRun={() => beginRun(bench)}
        onPause={bench.pause}
        onStepUpdate={() => void bench.step(1)}
        onStepEpoch={() => void bench.step(info.updatesPerEpoch)}
        onReset={() => void bench.reset()}
      />
      <div class="bench-status">
        <Subject bench={bench} />
        <LiveStatus text={activity.kind === 'idle' ? benchWords.said(state.said) : ''} />
        <Working bench={bench} />
        <p class="bench-where" aria-hidden={activity.kind === 'idle'}>
          {activity.kind !== 'idle' &&
            `Update ${countText(frame.update)}, epoch ${countText(Math.floor(frame.update / info.updatesPerEpoch))}, mean squared error ${heldText(frame.meanSquaredError, 4)}${hasAllOutputs(frame) ? `. ${stateText(frame, info, state.nonFiniteAt)}` : ''}`}
        </p>
      </div>
    </section>
  );
}

/** Starts or goes on with the run; for readers who want no movement, up to its end at once. */
function beginRun(bench: Bench): void {
  void (prefersReducedMotion() ? bench.runToEnd() : bench.run());
}

/** What the run is made from, how fast it is shown, and which of its updates. */
export function SettingsPanel({ bench }: { bench: Bench }) {
  const { state } = bench;
  const { info, frame, activity } = state;
  return (
    <section class="bench-settings" role="group" aria-label="Seed, speed and update">
      <PlaySettings
        busy={activity.kind !== 'idle'}
        seed={state.seed}
        speeds={bench.paces().map((pace) => ({ text: benchWords.pace(pace) }))}
        speed={state.pace}
        onSeed={(seed) => void bench.reset(seed)}
        onSeedSet={bench.setSeed}
        onSpeed={bench.setPace}
      />
      <Scrubber
        value={frame.update}
        max={state.furthest}
        step={info.updatesPerEpoch}
        disabled={!state.loaded || state.stale}
        onValue={(update) => void bench.seek(update)}
      />
    </section>
  );
}

/** The outputs at the update that is shown, and what the program printed. */
export function OutputsPanel({ bench }: { bench: Bench }) {
  const { state } = bench;
  const { info, frame } = state;
  return (
    <section class="bench-outputs" data-field="outputs" role="group" aria-label="The outputs">
      {state.absent ? (
        <p class="bench-quiet">
          {state.absent === 'not-run'
            ? 'Press Run to see its outputs.'
            : 'There is no network: the program could not be loaded. Why is said with it.'}
        </p>
      ) : (
        <>
          <OutputsTable
            inputs={info.inputs}
            targets={info.targets}
            outputs={frame.outputs}
            middles={middles(info.targets)}
            classes={classesOf(info, frame)}
            worst={state.worst}
            sample={shownSample(state)}
            onSample={bench.showSample}
            exact
          />
          {state.worst && <WrongByClass state={state} />}
        </>
      )}
      {state.printed.length > 0 && (
        <details class="bench-printed">
          <summary>Printed by the program: {countedText(state.printed.length, 'line')}</summary>
          <pre tabIndex={0}>{state.printed.join('\n')}</pre>
        </details>
      )}
    </section>
  );
}

/** Where the targets name classes: which class each sample is of, and which the network takes it for. */
function classesOf({ targets }: ProgramInfo, { outputs }: Frame) {
  if (!areClasses(targets)) return undefined;
  return targets.map((target, n) => ({
    target: classOf(target),
    answer: outputs[n] && classOf(outputs[n]),
  }));
}

/** So many classes are counted one by one. */
const mostClasses = 12;

/** Of many samples a table shows few: this counts the others. */
function WrongByClass({ state: { info, frame } }: { state: BenchState }) {
  if (!areClasses(info.targets) || info.targets[0]!.length > mostClasses) return null;
  const counts = wrongByClass(info, frame).flatMap(({ wrong, count }, one) =>
    wrong === 0 ? [] : [`${countText(wrong)} of ${countText(count)} of class ${one}`],
  );
  return counts.length === 0 ? null : <p class="bench-quiet">Wrong: {listText(counts)}.</p>;
}

/** The network at the update that is shown, on one sample. */
export function NetworkPanel({ bench }: { bench: Bench }) {
  const { state } = bench;
  const { info, frame } = state;
  return (
    <section class="bench-network" data-field="network" role="group" aria-label="The network">
      {!state.absent && frame.layers.length > 0 && (
        <NetworkDiagram
          inputs={info.inputs}
          layers={frame.layers}
          sample={shownSample(state)}
          label={`The network, ${info.widths.join('-')}, after ${countedText(frame.update, 'update')}.`}
        />
      )}
      {!state.absent && frame.layers.length === 0 && (
        <p class="bench-quiet">
          The program does not export <code>layers</code>, so its network can’t be drawn.
        </p>
      )}
    </section>
  );
}

const shownSample = ({ sample, info }: BenchState) => Math.min(sample, info.inputs.length - 1);

export interface AnswerPanelProps {
  bench: Bench;
  /** The sections that explain what the diagnosis finds. */
  explained: FindingSections;
  /** Asked before the first run; without one nothing is asked. */
  question?: string | undefined;
  /** Asks for the reason once the result is known. */
  why: string;
}

/** What the reader expects, then what happened and what is wrong: one place, which is in sight beside the run. */
export function AnswerPanel({ bench, explained, question, why }: AnswerPanelProps) {
  const { state } = bench;
  const { info, firstResult, prediction } = state;
  const judged = judgementOf(info.targets);
  return (
    <div class="bench-answer" role="group" aria-label="What you expect, and what was found" tabIndex={0}>
      {question !== undefined && (prediction.kind === 'made' || !firstResult) && (
        <Prediction
          question={question}
          choices={outcomeKinds.map((kind) => ({ id: kind, label: outcomeWords.guess(kind, judged.by) }))}
          state={prediction}
          result={
            firstResult && {
              choice: firstResult.kind,
              text: outcomeWords.sentence(firstResult, judged),
              why,
            }
          }
          onChoose={(choice) => {
            bench.predict(choice);
            beginRun(bench);
          }}
          onSkip={() => bench.predict(undefined)}
        />
      )}
      <DiagnosisPanel bench={bench} explained={explained} />
    </div>
  );
}

function runLabel(state: BenchState): string {
  if (state.loaded && state.stale && state.subject === 'yours') return 'Run changes';
  return state.loaded && state.frame.update > 0 && !state.stale ? 'Run on' : 'Run';
}

/** Says when what is on the bench is not the reader's own program as it stands in the editor. */
function Subject({ bench }: { bench: Bench }) {
  const { state } = bench;
  if (state.opened || state.subject === 'posted') {
    const whose =
      state.subject === 'posted' ? `the program ${benchWords.posted(bench.posted)}` : 'your program';
    const same = state.opened?.same
      ? ' Its outputs are those of its dot, to the last bit.'
      : state.opened && ' Its outputs differ from those of its dot: the program does not do the same twice.';
    return (
      <p class="bench-subject">
        On the bench: seed {state.seed} of {whose}.{same}{' '}
        {state.subject === 'posted' && (
          <button type="button" class="button" onClick={bench.backToYours}>
            Back to your program
          </button>
        )}
      </p>
    );
  }
  if (state.loaded && state.stale) {
    return <p class="bench-subject">The program has changed since this run. Run starts it afresh.</p>;
  }
  return null;
}

function Working({ bench }: { bench: Bench }) {
  const { activity } = bench.state;
  const training = activity.kind === 'working' ? activity.training : undefined;
  if (!training) return null;
  const { done, seed } = training;
  return (
    <div class="bench-working">
      <label>
        {seed === undefined ? 'Training' : `Training seed ${seed}`} <progress max={1} value={done} />
      </label>
      <button type="button" class="button" onClick={bench.pause}>
        Stop
      </button>
    </div>
  );
}
