import { intervalText, percentText } from '../../../src/words/numbers.ts';
import { farOffChoices } from '../../ui/first-run/far-off.ts';
import { FirstRunQuestion } from '../../ui/first-run/FirstRunQuestion.tsx';
import { useFirstRun } from '../../ui/first-run/use-first-run.ts';
import { NumberTable } from '../../ui/NumberTable.tsx';
import type { Mark, Point, Tone } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale } from '../../ui/plot/scale.ts';
import { useModel } from '../../ui/use-model.ts';
import { prefersReducedMotion } from '../../ui/use-ticker.ts';
import { createBornDead, farthestCell } from './born-dead.ts';
import type { BornDeadCell, BornDeadOptions, BornDeadState } from './born-dead.ts';
import { bornDeadWords } from './born-dead-words.ts';
import { createOtherNetworks } from './other-networks.ts';
import { shareAxis, tones } from './share-axis.ts';

export interface BornDeadViewProps {
  options: BornDeadOptions;
  /** What the page's build drew. */
  built: BornDeadState;
}

/** Networks of each width and depth that one press draws. */
const wanted = 400;

export function BornDeadView({ options, built }: BornDeadViewProps) {
  const firstRun = useFirstRun();
  const others = useModel((change) =>
    createOtherNetworks({
      create: () => createBornDead(options, built.drawn + 1),
      built,
      networks: wanted,
      atOnce: 4,
      isEndAlone: prefersReducedMotion,
      change,
      onDone: (state) => firstRun.end(bornDeadWords.result(farthestCell(state))),
    }),
  );
  const draw = () => {
    firstRun.begin();
    void others.start();
  };
  const { state, task } = others;
  const running = task.state === 'running';
  const { cells, drawn } = state;
  return (
    <div class="exhibit-body">
      <p class="figure-finding">{bornDeadWords.finding(state)}</p>
      <FirstRunQuestion
        firstRun={firstRun}
        question={bornDeadWords.question(wanted)}
        choices={farOffChoices}
        onRun={draw}
      />
      <div class="exhibit-buttons">
        <button type="button" class="exhibit-button" onClick={running ? others.cancel : draw}>
          {running ? 'Stop' : 'Draw other networks'}
        </button>
        <p class="live-status" role="status">
          {running ? 'Drawing' : task.why || bornDeadWords.drawn(drawn)}
        </p>
      </div>
      <Plot
        label={`Networks born dead against depth. ${bornDeadWords.finding(state)}`}
        x={{
          scale: linearScale(0.5, Math.max(...options.depths) + 0.5),
          name: 'hidden layers',
          ticks: [...options.depths],
        }}
        y={shareAxis('share of networks born dead')}
        marks={options.widths.flatMap((width, k) => birthMarks(width, tones[k % tones.length]!, cells))}
      />
      <p class="exhibit-note">
        Lines: 1 − (1 − 2<sup class="power">−N</sup>)<sup class="power">L</sup> for N units in each of L
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
    </div>
  );
}

function birthMarks(width: number, tone: Tone, cells: readonly BornDeadCell[]): Mark[] {
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
