import { percentText } from '../../../src/words/numbers.ts';
import { SeedDots } from '../../ui/seed-dots/SeedDots.tsx';
import { Shares as ShareBars } from '../../ui/shares/Shares.tsx';
import { useModel } from '../../ui/use-model.ts';
import { farOffChoices } from '../../ui/first-run/far-off.ts';
import { FirstRunQuestion } from '../../ui/first-run/FirstRunQuestion.tsx';
import { groupedRuns, listedShares } from './outcomes.ts';
import { RunPanel } from './RunPanel.tsx';
import { useFirstRun } from '../../ui/first-run/use-first-run.ts';
import { createSeedSweep, farthestArm, sharesOfArms } from './seed-sweep.ts';
import { seedSweepWords } from './seed-sweep-words.ts';
import type { Shares } from '../../../src/sweep/index.ts';
import type { Arm } from './seed-sweep.ts';

export interface SeedSweepViewProps {
  arms: Arm[];
  seeds: number;
  /** What the sweeps of seeds 1, 2, … said when the page was built. The reader trains the seeds after them. */
  built: Shares[];
}

export function SeedSweepView({ arms, seeds, built }: SeedSweepViewProps) {
  const firstRun = useFirstRun();
  const model = useModel((change) =>
    createSeedSweep({
      arms,
      seeds,
      firstSeed: seeds + 1,
      change,
      onDone({ runs }) {
        const farthest = farthestArm(arms, built, sharesOfArms(runs) as Shares[]);
        firstRun.end(seedSweepWords.result(farthest, arms.length));
      },
    }),
  );
  const { task, runs, opened } = model;
  const running = task.state === 'running';
  const live = sharesOfArms(runs);
  const train = () => {
    firstRun.begin();
    void model.start();
  };
  return (
    <div class="exhibit-body">
      <p class="figure-finding">
        {seedSweepWords.finding(
          arms,
          arms.map((_, a) => live[a] ?? built[a]!),
        )}
      </p>
      <FirstRunQuestion
        firstRun={firstRun}
        question={seedSweepWords.question(seeds, arms.length)}
        choices={farOffChoices}
        onRun={train}
      />
      <div class="exhibit-buttons">
        <button type="button" class="exhibit-button" onClick={running ? model.cancel : train}>
          {running
            ? 'Stop'
            : `Train seeds ${seedSweepWords.seeds(seeds + 1, seeds)}${arms.length > 1 ? ' of each' : ''}`}
        </button>
        <progress
          class="sweep-progress"
          max={1}
          value={task.progress}
          hidden={!running}
          aria-label="Runs that have ended"
        />
        <p class="live-status" role="status">
          {seedSweepWords.status(model)}
        </p>
      </div>
      <p class="exhibit-note">{seedSweepWords.trained(arms)}</p>
      <div class="sweep-arms">
        {arms.map(({ label }, a) =>
          runs[a] ? (
            <section key={label} aria-label={label}>
              <h3 class="sweep-arm-title">
                {label}{' '}
                <span>
                  seeds {seedSweepWords.seeds(1, seeds)}: {percentText(built[a]!.solved.share)} solved
                </span>
              </h3>
              <SeedDots
                label={label}
                groups={groupedRuns(runs[a]!)}
                total={seeds}
                open={opened?.arm === a ? opened.run.seed : undefined}
                onOpen={(seed) => void model.open(a, seed)}
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
