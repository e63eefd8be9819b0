import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { countText, percentText } from '../../../src/words/numbers.ts';
import { SeedDots } from '../../ui/seed-dots/SeedDots.tsx';
import { Shares as ShareBars } from '../../ui/shares/Shares.tsx';
import { farOffChoices } from '../sweeping/far-off.ts';
import { FirstRunQuestion } from '../sweeping/FirstRunQuestion.tsx';
import { groupedRuns, listedShares } from '../sweeping/outcomes.ts';
import { RunPanel } from '../sweeping/RunPanel.tsx';
import { useFirstRun } from '../sweeping/use-first-run.ts';
import { createModel, farOffQuestion, farOffResult, findingOf, sharesOfArms } from './model.ts';
import type { Shares } from '../../../src/sweep/index.ts';
import type { Arm, SeedSweepModel } from './model.ts';

export interface SeedSweepViewProps {
  arms: Arm[];
  seeds: number;
  /** What the sweeps of seeds 1, 2, … said when the page was built. The reader trains the seeds after them. */
  built: Shares[];
}

export function SeedSweepView({ arms, seeds, built }: SeedSweepViewProps) {
  const revision = useSignal(0);
  const model = useMemo(
    () => createModel({ arms, seeds, firstSeed: seeds + 1, change: () => void revision.value++ }),
    [],
  );
  const firstRun = useFirstRun();
  useEffect(() => () => model.cancel(), []);
  void revision.value;
  const { state, runs, opened } = model;
  const running = state === 'running';
  const live = sharesOfArms(runs);
  const train = async () => {
    firstRun.begin();
    await model.start();
    if (model.state === 'done') firstRun.end(farOffResult(arms, built, sharesOfArms(model.runs) as Shares[]));
  };
  return (
    <div class="exhibit-body">
      <p class="figure-finding">
        {findingOf(
          arms,
          arms.map((_, a) => live[a] ?? built[a]!),
        )}
      </p>
      <FirstRunQuestion
        firstRun={firstRun}
        question={farOffQuestion(seeds, arms.length)}
        choices={farOffChoices}
        onRun={() => void train()}
      />
      <div class="exhibit-buttons">
        <button
          type="button"
          class="exhibit-button"
          onClick={() => (running ? model.cancel() : void train())}
        >
          {running
            ? 'Stop'
            : `Train seeds ${seedRange(seeds + 1, seeds)}${arms.length > 1 ? ' of each' : ''}`}
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
              <h3 class="sweep-arm-title">
                {label}{' '}
                <span>
                  seeds {seedRange(1, seeds)}: {percentText(built[a]!.solved.share)} solved
                </span>
              </h3>
              <SeedDots
                label={label}
                groups={groupedRuns(runs[a]!)}
                total={seeds}
                open={opened?.arm === a ? opened.run.seed : undefined}
                onOpen={(seed) => model.open(a, seed)}
              />
              {opened?.arm === a ? <RunPanel run={opened.run} label={label} /> : null}
            </section>
          ) : (
            <ShareBars key={label} label={label} shares={listedShares(built[a]!)} total={seeds} />
          ),
        )}
      </div>
    </div>
  );
}

/** So many seeds from the first: "101 to 200". */
const seedRange = (first: number, count: number) => `${countText(first)} to ${countText(first + count - 1)}`;

function statusOf({ state, progress, why, seeds }: SeedSweepModel): string {
  switch (state) {
    case 'ready':
      return `The bars are seeds ${seedRange(1, seeds)}, trained when the book was built.`;
    case 'running':
      return `${percentText(Math.floor(progress * 10) / 10, 0)} of the runs have ended.`;
    case 'done':
      return `Seeds ${seedRange(seeds + 1, seeds)} have ended. Choose a dot to open its run.`;
    case 'cancelled':
      return 'Stopped. What has ended is shown.';
    case 'failed':
      return `The sweep could not be run: ${why}`;
  }
}
