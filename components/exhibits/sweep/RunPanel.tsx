import { middles } from '../../../src/engine/index.ts';
import { NumberTable } from '../../ui/NumberTable.tsx';
import { OutputsTable } from '../../ui/OutputsTable.tsx';
import { numberText } from '../../../src/words/numbers.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { logScale } from '../../ui/plot/scale.ts';
import { outcomeWords } from '../../../src/words/outcomes.ts';
import type { OpenRun } from './open-run.ts';

/** One run of a sweep: how its error went, and what it says now. */
export function RunPanel({ run, label }: { run: OpenRun; label: string }) {
  const { seed, losses, outcome, inputs, targets, outputs } = run;
  const shown = losses.filter(([update, loss]) => update > 0 && Number.isFinite(loss) && loss > 0);
  const all = shown.map(([, loss]) => loss);
  const low = Math.min(...all, 0.01);
  const high = Math.max(...all, 1);
  const last = shown.at(-1);
  const ended = last ? ` from ${numberText(shown[0]![1], 2)} to ${numberText(last[1], 2)}` : '';
  return (
    <section class="sweep-run" aria-label={`Seed ${seed}, ${label}`}>
      <p class="sweep-run-title" role="status">
        <strong>Seed {seed}</strong>, {label}: {outcomeWords.label(outcome.kind)}
      </p>
      <div class="exhibit-panels">
        {shown.length > 1 ? (
          <Plot
            shape="low"
            label={`Seed ${seed}: the mean squared error goes${ended}.`}
            x={{ scale: logScale(1, losses.at(-1)![0]), name: 'updates' }}
            y={{ scale: logScale(low / 1.5, high * 1.5), name: 'mean squared error' }}
            marks={[{ kind: 'line', tone: outcome.kind === 'solved' ? 'mended' : 'broken', points: shown }]}
          />
        ) : (
          <p class="exhibit-note">The error was not finite after the first updates.</p>
        )}
        <OutputsTable inputs={inputs} targets={targets} outputs={outputs} middles={middles(targets)} exact />
      </div>
      <NumberTable
        title="The error in numbers"
        columns={['updates', 'mean squared error']}
        rows={losses.map(([update, loss]) => [update, numberText(loss)])}
      />
    </section>
  );
}
