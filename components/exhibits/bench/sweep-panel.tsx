import { Words } from '../../ui/Words.tsx';
import { SeedDots } from '../../ui/seed-dots/SeedDots.tsx';
import { countedText } from '../../../src/words/counts.ts';
import { countText } from '../../../src/words/numbers.ts';
import type { BenchState, Subject, SweepRow } from './bench-state.ts';
import type { Bench } from './model.ts';
import { sweepSeedCount } from './bench-sweep.ts';
import { stateText } from './outcome-words.ts';
import { groupsOf } from './sweep-groups.ts';

export interface SweepPanelProps {
  bench: Bench;
  original: string;
  /** The id of the run's panel, where an opened seed is seen. */
  runId: string;
}

/** Evidence: the program as posted and the reader's, side by side, over the same seeds. */
export function SweepPanel({ bench, original, runId }: SweepPanelProps) {
  const { state } = bench;
  const { sweep, info } = state;
  const { running } = sweep;
  return (
    <section class="bench-sweep" role="group" aria-label="Two hundred seeds">
      <p class="bench-title">Two hundred seeds</p>
      <p class="bench-quiet">
        One run is an anecdote. This trains {sweepSeedCount} networks, seeds 1 to {sweepSeedCount}, with the
        program as posted and with yours.
      </p>
      <div class="sweep-controls">
        {running ? (
          <button type="button" class="button button-main" onClick={bench.cancelSweep}>
            Cancel
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
            {running.subject === 'posted' ? 'As posted' : 'Yours'}: {running.done} of {running.total}
            <progress max={running.total} value={running.done} />
          </label>
        )}
      </div>
      {sweep.failure && (
        <p class="code-failure" role="alert">
          {sweep.failure.line !== undefined && <strong>Line {sweep.failure.line}: </strong>}
          <Words text={sweep.failure.message} />
        </p>
      )}
      <Opened bench={bench} runId={runId} />
      <div class="sweep-sides">
        <Side title="As posted" subject="posted" row={sweep.posted} bench={bench} />
        <Side
          title={
            sweep.yours && sweep.yours.source !== state.text ? 'Yours, before your last changes' : 'Yours'
          }
          subject="yours"
          row={sweep.yours}
          bench={bench}
        >
          {state.text === original
            ? 'Change the program, and its seeds stand here beside those of the original.'
            : 'Run the seeds to see what your change is worth.'}
        </Side>
      </div>
      {sweep.epochs !== undefined && sweep.epochs < info.epochs && (
        <p class="bench-quiet">
          Each seed trains {countedText(sweep.epochs, 'epoch')} here, so that the answer comes within seconds;
          the program itself trains {countText(info.epochs)}. With more epochs the shares can differ.
        </p>
      )}
    </section>
  );
}

/** Which seed was opened, and the way to it. */
function Opened({ bench, runId }: { bench: Bench; runId: string }) {
  const { opened, frame, info, activity, sweep, nonFiniteAt } = bench.state;
  if (activity.kind === 'working' && activity.what.startsWith('Training seed')) {
    return <p class="sweep-open">{activity.what} on the bench …</p>;
  }
  if (!opened) return <p class="sweep-open">{sweep.posted && 'Press a dot to open its run on the bench.'}</p>;
  return (
    <p class="sweep-open">
      On the bench: seed {opened.seed}, {opened.subject === 'posted' ? 'as posted' : 'yours'}, after{' '}
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
        type="number"
        inputMode="numeric"
        min={1}
        placeholder="measured"
        value={sweep.epochs ?? ''}
        disabled={sweep.running !== undefined}
        onChange={(event) => {
          bench.setSweepEpochs(event.currentTarget.valueAsNumber);
          event.currentTarget.value = String(bench.state.sweep.epochs ?? '');
        }}
      />
      <span>of {countText(info.epochs)}</span>
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
  const { running } = state.sweep;
  const total = running?.subject === subject ? running.total : (row?.results.length ?? 0);
  return (
    <div class="sweep-side" data-subject={subject}>
      <p class="sweep-title">{title}</p>
      {row ? (
        <SeedDots
          label={`${title}: ${row.results.length} seeds by outcome, ${countedText(row.epochs, 'epoch')} each`}
          groups={groupsOf(row.results)}
          total={total}
          open={state.opened?.subject === subject ? state.opened.seed : undefined}
          onOpen={(seed) => void bench.openSeed(subject, seed)}
        />
      ) : (
        <p class="bench-quiet">{children}</p>
      )}
    </div>
  );
}
