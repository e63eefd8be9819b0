import { useState } from 'preact/hooks';
import type * as View from './capacity/view.tsx';
import { Words } from '../../ui/Words.tsx';
import { SeedDots } from '../../ui/seed-dots/SeedDots.tsx';
import { judgementOf } from '../../../src/engine/index.ts';
import { countedText, durationText } from '../../../src/words/counts.ts';
import { countText } from '../../../src/words/numbers.ts';
import type { BenchState, Subject, SweepRow } from './bench-state.ts';
import type { Bench } from './model.ts';
import { sweepSeedCount } from './bench-sweep.ts';
import { stateText } from './outcome-words.ts';
import { benchWords, failureOf } from './words.ts';
import { dotOrder, groupsOf } from './sweep-groups.ts';
import { SharesByEpochs } from '../../ui/shares/SharesByEpochs.tsx';
import { outcomeWords } from '../../../src/words/outcomes.ts';

export interface SweepPanelProps {
  bench: Bench;
  original: string;
  /** The id of the run's panel, where an opened seed is seen. */
  runId: string;
}

/** What is done sooner needs no word. */
const worthSayingMs = 3_000;

/** Evidence: the program as posted and the reader's, side by side, over the same seeds. */
export function SweepPanel({ bench, original, runId }: SweepPanelProps) {
  const { state, comparesSeeds } = bench;
  const postedIs = benchWords.posted(bench.posted);
  const { sweep } = state;
  const { running } = sweep;
  const failure = sweep.failure && failureOf(sweep.failure);
  return (
    <section class="bench-sweep" data-field="sweep" role="group" aria-label="Two hundred seeds">
      <p class="bench-title">Two hundred seeds</p>
      <p class="bench-quiet">
        One run is an anecdote. This trains {sweepSeedCount} networks, seeds 1 to {sweepSeedCount}, with{' '}
        {comparesSeeds ? `the program ${postedIs} and with yours` : 'your program'}, up to the program’s own
        number of epochs.
      </p>
      <div class="sweep-controls">
        {running ? (
          <button type="button" class="button button-main" onClick={bench.cancelSweep}>
            Stop
          </button>
        ) : (
          <button
            type="button"
            class="button button-main"
            disabled={state.activity.kind !== 'idle'}
            onClick={() => void bench.sweep()}
          >
            Run {sweepSeedCount} seeds
          </button>
        )}
        <Budget bench={bench} />
        {running && (
          <label class="sweep-progress">
            {running === 'posted' ? capital(postedIs) : 'Yours'}
            <progress max={1} value={sweep[running]?.part ?? 0} /> <Left row={sweep[running]} />
          </label>
        )}
      </div>
      {failure && (
        <p class="code-failure" role="alert">
          {failure.line !== undefined && <strong>Line {failure.line}: </strong>}
          <Words text={failure.message} />
        </p>
      )}
      <Opened bench={bench} runId={runId} />
      <div class="sweep-sides">
        {comparesSeeds && (
          <Side title={capital(postedIs)} subject="posted" row={sweep.posted} bench={bench} />
        )}
        <Side
          title={
            sweep.yours && sweep.yours.source !== state.text ? 'Yours, before your last changes' : 'Yours'
          }
          subject="yours"
          row={sweep.yours}
          bench={bench}
        >
          {!comparesSeeds
            ? 'Not run yet.'
            : state.text === original
              ? 'Change the program, and its seeds stand here beside those of the original.'
              : 'Run the seeds to see what your change is worth.'}
        </Side>
      </div>
      <MoreUnits bench={bench} />
    </section>
  );
}

/** What trains wider networks comes when a reader asks for it. */
function MoreUnits({ bench }: { bench: Bench }) {
  const [view, setView] = useState<typeof View>();
  // Without it the seeds are there as before.
  const load = () => void import('./capacity/view.tsx').then(setView, () => undefined);
  return (
    <details class="bench-more-units" onToggle={load}>
      <summary>Would more units help?</summary>
      {view ? <view.CapacityView bench={bench} /> : <p class="bench-quiet">It is being loaded.</p>}
    </details>
  );
}

/** How long it may still take: said soon enough for a reader to go on reading, or to ask for fewer epochs. */
function Left({ row }: { row: SweepRow | undefined }) {
  const { leftMs } = row ?? {};
  return (
    <span class="sweep-left">
      {leftMs === undefined || leftMs < worthSayingMs ? '' : `${durationText(leftMs)} left at most`}
    </span>
  );
}

/** Which seed was opened, and the way to it. */
function Opened({ bench, runId }: { bench: Bench; runId: string }) {
  const { opened, frame, info, activity, sweep, nonFiniteAt } = bench.state;
  const hasDots = sweep.posted !== undefined || sweep.yours !== undefined;
  if (activity.kind === 'working' && activity.training?.seed !== undefined) {
    return <p class="sweep-open">Training seed {activity.training.seed} on the bench …</p>;
  }
  if (!opened) return <p class="sweep-open">{hasDots && 'Press a dot to open its run on the bench.'}</p>;
  return (
    <p class="sweep-open">
      On the bench: seed {opened.seed},{' '}
      {opened.subject === 'posted' ? benchWords.posted(bench.posted) : 'yours'}, after{' '}
      {countedText(frame.update, 'update')}. {stateText(frame, info, nonFiniteAt)}.{' '}
      <a href={`#${runId}`}>See it</a>
    </p>
  );
}

function Budget({ bench }: { bench: Bench }) {
  const { sweep, info } = bench.state;
  return (
    <label class="sweep-budget">
      Epochs a seed
      <input
        class="number-field"
        type="number"
        inputMode="numeric"
        min={1}
        placeholder={countText(info.epochs)}
        value={sweep.epochs ?? ''}
        disabled={sweep.running !== undefined}
        onChange={(event) => {
          bench.setSweepEpochs(event.currentTarget.valueAsNumber);
          event.currentTarget.value = String(bench.state.sweep.epochs ?? '');
        }}
      />
    </label>
  );
}

interface SideProps {
  title: string;
  subject: Subject;
  row: SweepRow | undefined;
  bench: Bench;
  children?: string;
}

function Side({ title, subject, row, bench, children = 'Not run yet.' }: SideProps) {
  const { state }: { state: BenchState } = bench;
  return (
    <div class="sweep-side" data-moves="seed" data-subject={subject}>
      <p class="sweep-title">{title}</p>
      {row ? (
        <>
          <p class="bench-quiet">{reachedText(row)}</p>
          <SeedDots
            label={`${title}: ${row.results.length} seeds by outcome`}
            groups={groupsOf(row.results, judgementOf(state.info.targets).by)}
            total={sweepSeedCount}
            open={state.opened?.subject === subject ? state.opened.seed : undefined}
            onOpen={(seed) => void bench.openSeed(subject, seed)}
          />
          {row.levels.length > 1 && (
            <SharesByEpochs
              label={`${title}: outcomes of ${sweepSeedCount} seeds against epochs`}
              kinds={dotOrder.map((kind) => ({
                kind,
                label: kind === 'failed' ? failedLabel : outcomeWords.label(kind),
              }))}
              levels={row.levels}
              end={row.epochs}
            />
          )}
        </>
      ) : (
        <p class="bench-quiet">{children}</p>
      )}
    </div>
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

const failedLabel = 'stopped by an error';

/** How far a row has come. */
function reachedText(row: SweepRow): string {
  const { epochs, levels, part } = row;
  if (part === 1) return `Each seed trained ${countedText(epochs, 'epoch')}.`;
  const reached = levels.at(-1)?.epochs ?? 0;
  return `Every seed has come to ${countedText(reached, 'epoch')} of ${countText(epochs)}.`;
}
