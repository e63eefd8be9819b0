import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { percentText } from '../../ui/number-text.ts';
import { SeedDots } from '../../ui/seed-dots/SeedDots.tsx';
import { Shares as ShareBars } from '../../ui/shares/Shares.tsx';
import { groupedRuns, listedShares } from '../sweeping/outcomes.ts';
import { RunPanel } from '../sweeping/RunPanel.tsx';
import { createModel, findingOf, sharesOfArms } from './model.ts';
import type { Shares } from '../../../src/sweep/index.ts';
import type { Arm, SeedSweepModel } from './model.ts';

export interface SeedSweepViewProps {
  arms: Arm[];
  seeds: number;
  /** What the same sweeps said when the page was built. */
  built: Shares[];
}

export function SeedSweepView({ arms, seeds, built }: SeedSweepViewProps) {
  const revision = useSignal(0);
  const model = useMemo(() => createModel({ arms, seeds, change: () => void revision.value++ }), []);
  useEffect(() => () => model.cancel(), []);
  void revision.value;
  const { state, runs, opened } = model;
  const running = state === 'running';
  const live = sharesOfArms(runs);
  return (
    <div class="exhibit-body">
      <p class="figure-finding">
        {findingOf(
          arms,
          arms.map((_, a) => live[a] ?? built[a]!),
        )}
      </p>
      <div class="exhibit-buttons">
        <button
          type="button"
          class="exhibit-button"
          onClick={() => (running ? model.cancel() : void model.start())}
        >
          {running ? 'Stop' : `Train ${seeds} seeds${arms.length > 1 ? ' of each' : ''}`}
        </button>
        <progress
          class="sweep-progress"
          max={1}
          value={model.progress}
          hidden={!running}
          aria-label="Runs that have ended"
        />
        <p class="live-status" role="status">
          {statusOf(model)}
        </p>
      </div>
      <div class="sweep-arms">
        {arms.map(({ label }, a) =>
          runs[a] ? (
            <section key={label} aria-label={label}>
              <h3 class="sweep-arm-title">{label}</h3>
              <SeedDots
                label={label}
                groups={groupedRuns(runs[a]!)}
                total={seeds}
                open={opened?.arm === a ? opened.run.seed : undefined}
                onOpen={(seed) => model.open(a, seed)}
              />
            </section>
          ) : (
            <ShareBars key={label} label={label} shares={listedShares(built[a]!)} total={seeds} />
          ),
        )}
      </div>
      {opened ? <RunPanel run={opened.run} label={arms[opened.arm]!.label} /> : null}
    </div>
  );
}

function statusOf({ state, progress, why, seeds }: SeedSweepModel): string {
  switch (state) {
    case 'ready':
      return 'The bars are what these seeds did when the book was built.';
    case 'running':
      return `${percentText(Math.floor(progress * 10) / 10)} of the runs have ended.`;
    case 'done':
      return `${seeds} seeds of each have ended. Choose a dot to open its run.`;
    case 'cancelled':
      return 'Stopped. What has ended is shown.';
    case 'failed':
      return `The sweep could not be run: ${why}`;
  }
}
