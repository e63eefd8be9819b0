import { countText, percentText } from '../../../src/words/numbers.ts';
import { farOffChoices } from '../../ui/first-run/far-off.ts';
import { FirstRunQuestion } from '../../ui/first-run/FirstRunQuestion.tsx';
import { useFirstRun } from '../../ui/first-run/use-first-run.ts';
import { NumberTable } from '../../ui/NumberTable.tsx';
import type { Mark, Point } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { logScale } from '../../ui/plot/scale.ts';
import { useModel } from '../../ui/use-model.ts';
import { prefersReducedMotion } from '../../ui/use-ticker.ts';
import { createOtherNetworks } from './other-networks.ts';
import { shareAxis, tones } from './share-axis.ts';
import { createSurvival, farthestCourse } from './survival.ts';
import type { Course, SurvivalArm, SurvivalState } from './survival.ts';
import { survivalWords } from './survival-words.ts';

export interface SurvivalViewProps {
  arms: SurvivalArm[];
  /** What the page's build trained. */
  built: SurvivalState;
}

/** Networks of each training that one press trains. */
const wanted = 100;

export function SurvivalView({ arms, built }: SurvivalViewProps) {
  const firstRun = useFirstRun();
  const others = useModel((change) =>
    createOtherNetworks({
      create: () => createSurvival(arms, built.trained + 1),
      built,
      networks: wanted,
      atOnce: 1,
      isEndAlone: prefersReducedMotion,
      change,
      onDone: (state) => firstRun.end(survivalWords.result(farthestCourse(built, state))),
    }),
  );
  const train = () => {
    firstRun.begin();
    void others.start();
  };
  const { state, task } = others;
  const running = task.state === 'running';
  const { courses, trained } = state;
  return (
    <div class="exhibit-body">
      <p class="figure-finding">{survivalWords.finding(state)}</p>
      <FirstRunQuestion
        firstRun={firstRun}
        question={survivalWords.question(wanted, arms.length)}
        choices={farOffChoices}
        onRun={train}
      />
      <div class="exhibit-buttons">
        <button type="button" class="exhibit-button" onClick={running ? others.cancel : train}>
          {running ? 'Stop' : 'Train other networks'}
        </button>
        <p class="live-status" role="status">
          {running ? 'Training' : task.why || survivalWords.trained(trained, arms.length)}
        </p>
      </div>
      <Plot
        label={`Dead networks in the course of training. ${survivalWords.finding(state)}.`}
        x={{
          scale: logScale(0.5, Math.max(...courses.flatMap(({ updates }) => updates))),
          name: 'updates (0 at the left edge)',
        }}
        y={shareAxis('share of dead networks')}
        marks={courses.flatMap(courseMarks)}
      />
      <NumberTable
        title="Dead in training, in numbers"
        columns={['updates', ...courses.map(({ label }) => label)]}
        rows={(courses[0]?.updates ?? []).map((update, at) => [
          countText(update),
          ...courses.map(({ shares }) => percentText(shares[at]!.share)),
        ])}
      />
    </div>
  );
}

function courseMarks({ label, updates, shares }: Course, k: number): Mark[] {
  const tone = tones[k % tones.length]!;
  const points = updates.map((update, at): Point => [Math.max(0.5, update), shares[at]!.share]);
  const middle = points[Math.floor(points.length / 2)]!;
  return [
    { kind: 'line', tone, points },
    { kind: 'label', at: middle, text: label, tone, side: 'above' },
  ];
}
