import { countText, intervalText, percentText } from '../../../src/words/numbers.ts';
import { NumberTable } from '../../ui/NumberTable.tsx';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale, logScale } from '../../ui/plot/scale.ts';
import { useModel } from '../../ui/use-model.ts';
import { prefersReducedMotion } from '../../ui/use-ticker.ts';
import { farOffChoices } from '../../ui/first-run/far-off.ts';
import { FirstRunQuestion } from '../../ui/first-run/FirstRunQuestion.tsx';
import { useFirstRun } from '../../ui/first-run/use-first-run.ts';
import { farthestCell } from './model.ts';
import { createOtherNetworks } from './other-networks.ts';
import { survivalWords } from './words.ts';
import type { Mark, Point, Tone } from '../../ui/plot/marks.ts';
import type { SurvivalOptions, SurvivalState } from './model.ts';

export interface SurvivalViewProps {
  options: SurvivalOptions;
  /** What the page's build drew and trained. */
  built: SurvivalState;
}

/** Networks of each width and depth that one press draws. */
const wanted = 400;
const shareTicks = [0, 0.2, 0.4, 0.6, 0.8, 1];
const tones: Tone[] = ['broken', 'warning', 'accent', 'negative', 'mended'];

export function SurvivalView({ options, built }: SurvivalViewProps) {
  const firstRun = useFirstRun();
  const others = useModel((change) =>
    createOtherNetworks({
      options,
      built,
      networks: wanted,
      isEndAlone: prefersReducedMotion,
      change,
      onDone: (state) => firstRun.end(survivalWords.result(farthestCell(state))),
    }),
  );
  const draw = () => {
    firstRun.begin();
    void others.start();
  };
  const { state, task } = others;
  const running = task.state === 'running';
  const { cells, drawn, courses } = state;
  return (
    <div class="exhibit-body">
      <p class="figure-finding">{survivalWords.finding(state)}</p>
      <FirstRunQuestion
        firstRun={firstRun}
        question={survivalWords.question(wanted)}
        choices={farOffChoices}
        onRun={draw}
      />
      <div class="exhibit-buttons">
        <button type="button" class="exhibit-button" onClick={running ? others.cancel : draw}>
          {running ? 'Stop' : 'Draw other networks'}
        </button>
        <p class="live-status" role="status">
          {running ? 'Drawing' : task.why || `${countText(drawn)} networks of each width and depth`}
        </p>
      </div>
      <div class="exhibit-panels">
        <Plot
          label={`Networks born dead against depth. ${survivalWords.finding(state)}`}
          x={{
            scale: linearScale(0.5, Math.max(...options.depths) + 0.5),
            name: 'hidden layers',
            ticks: [...options.depths],
          }}
          y={{
            scale: linearScale(0, 1.1),
            name: 'share of networks born dead',
            ticks: shareTicks,
            tickText: (share) => percentText(share, 0),
          }}
          marks={options.widths.flatMap((width, k) => birthMarks(width, tones[k % tones.length]!, cells))}
        />
        <Plot
          label={`Dead networks in the course of training. ${courses.map(survivalWords.course).join('; ')}.`}
          x={{
            scale: logScale(0.5, Math.max(...courses.flatMap(({ updates }) => updates))),
            name: 'updates (0 at the left edge)',
          }}
          y={{
            scale: linearScale(0, 1.1),
            name: 'share of dead networks',
            ticks: shareTicks,
            tickText: (share) => percentText(share, 0),
          }}
          marks={courses.flatMap(({ label, updates, shares }, k): Mark[] => {
            const tone = tones[k % tones.length]!;
            const points = updates.map((update, at): Point => [Math.max(0.5, update), shares[at]!.share]);
            const middle = points[Math.floor(points.length / 2)]!;
            return [
              { kind: 'line', tone, points },
              { kind: 'label', at: middle, text: label, tone, side: 'above' },
            ];
          })}
        />
      </div>
      <p class="exhibit-note">
        Lines: 1 − (1 − 2<sup class="power">−N</sup>)<sup class="power">L</sup> for N units in each of L
        layers, exact for one sample. Dots: networks drawn and looked at. Networks of one width have their
        first layers in common, seed by seed, so the dots of a width stray to the same side.
      </p>
      <NumberTable
        title="Born dead, in numbers"
        columns={['units in a layer', 'hidden layers', 'born dead', '95% interval', 'theory']}
        rows={cells.map(({ width, depth, dead, theory }) => [
          width,
          depth,
          percentText(dead.share),
          intervalText(dead),
          percentText(theory),
        ])}
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

function birthMarks(width: number, tone: Tone, cells: SurvivalState['cells']): Mark[] {
  const own = cells.filter((cell) => cell.width === width);
  const [middle, last] = [own[own.length >> 1]!, own.at(-1)!];
  // Between the end of the highest curve, which is named above it, and that of the next there is no room.
  const isSecond = last.theory > 0.6 && last.theory < 0.99;
  return [
    {
      kind: 'line',
      tone,
      dash: 'dashed',
      points: own.map(({ depth, theory }): Point => [depth, theory]),
      quantity: 'born-dead-in-theory',
    },
    {
      kind: 'dots',
      tone,
      points: own.map(({ depth, dead }): Point => [depth, dead.share]),
      quantity: 'born-dead-counted',
    },
    {
      kind: 'label',
      ...(isSecond
        ? { at: [middle.depth, middle.theory], side: 'below-right' }
        : { at: [last.depth, last.theory], side: 'above-left' }),
      text: `${width} wide`,
      tone,
    },
  ];
}
