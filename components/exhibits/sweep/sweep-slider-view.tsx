import { useMemo } from 'preact/hooks';
import { intervalText, percentText } from '../../../src/words/numbers.ts';
import { nameInSentence } from '../../../src/words/names.ts';
import { outcomeOrder, outcomeWords } from '../../../src/words/outcomes.ts';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { NumberTable } from '../../ui/NumberTable.tsx';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale, logScale } from '../../ui/plot/scale.ts';
import { Shares } from '../../ui/shares/Shares.tsx';
import { FirstRunQuestion } from '../../ui/first-run/FirstRunQuestion.tsx';
import { listedShares } from './outcomes.ts';
import { settings } from './settings.ts';
import { highestStep } from './gap.ts';
import { createSweepSlider } from './sweep-slider.ts';
import type { Training } from '../../../src/book/index.ts';
import type { SettingName } from './settings.ts';
import { useFirstRun } from '../../ui/first-run/use-first-run.ts';
import { useModel } from '../../ui/use-model.ts';
import type { TriedValue } from './sweep-slider.ts';
import { sliderWords } from './sweep-slider-words.ts';

export interface SweepSliderViewProps {
  training: Training;
  setting: SettingName;
  low: number;
  high: number;
  seeds: number;
  /** What sweeps over the whole range said when the page was built. */
  built: TriedValue[];
}

export function SweepSliderView({ training, setting: name, low, high, seeds, built }: SweepSliderViewProps) {
  const setting = settings[name];
  const firstRun = useFirstRun();
  const gap = useMemo(() => highestStep(built, setting), []);
  const model = useModel((change) =>
    createSweepSlider({
      training,
      setting,
      seeds,
      known: built,
      change,
      onSwept({ value, shares }) {
        // A reader who moves the slider on before the sweep has ended takes its place.
        if (gap && value === gap.middle && firstRun.state.kind !== 'open')
          firstRun.end(sliderWords.result(gap, shares.solved.share));
      },
    }),
  );
  const { value, shares, sharesAt, tried, task } = model;
  const x = setting.log ? logScale(low, high) : linearScale(low, high);
  return (
    <div class="exhibit-body">
      <p class="figure-finding" role="status">
        {task?.why || sliderWords.finding(model, setting.title)}
      </p>
      {gap && (
        <FirstRunQuestion
          firstRun={firstRun}
          question={sliderWords.question(gap)}
          choices={sliderWords.choices(gap)}
          onRun={() => void model.set(gap.middle)}
          skipRuns
        />
      )}
      <div class="exhibit-controls">
        <NumberSlider
          field={name}
          name={setting.title}
          value={value}
          low={low}
          high={high}
          step={setting.whole && !setting.log ? 1 : setting.log ? 0.1 : 0.01}
          log={setting.log}
          valueText={sliderWords.value}
          onChange={(next) => void model.set(setting.whole ? Math.round(next) : next)}
        />
      </div>
      {shares ? (
        <Shares
          label={`${setting.title} ${sliderWords.value(sharesAt!)}`}
          shares={listedShares(shares)}
          total={seeds}
        />
      ) : null}
      <Plot
        shape="low"
        label={sliderWords.picture(tried, setting.title)}
        x={{ scale: x, name: nameInSentence(setting.title), tickText: sliderWords.value }}
        y={{
          scale: linearScale(0, 1.08),
          name: 'share solved',
          ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
          tickText: (share) => percentText(share, 0),
        }}
        marks={[
          {
            kind: 'line',
            tone: 'faint',
            dash: 'dotted',
            points: tried.map((t) => [t.value, t.shares.solved.low]),
          },
          {
            kind: 'line',
            tone: 'faint',
            dash: 'dotted',
            points: tried.map((t) => [t.value, t.shares.solved.high]),
          },
          { kind: 'line', tone: 'mended', points: tried.map((t) => [t.value, t.shares.solved.share]) },
          ...(shares
            ? [
                {
                  kind: 'dots' as const,
                  tone: 'accent' as const,
                  size: 12,
                  points: [[sharesAt!, shares.solved.share]] as [number, number][],
                },
              ]
            : []),
        ]}
      />
      <NumberTable
        title="The shares in numbers"
        columns={[
          setting.title,
          ...outcomeOrder.map((kind) => outcomeWords.label(kind)),
          '95% interval of solved',
        ]}
        rows={tried.map((t) => [
          sliderWords.value(t.value),
          ...outcomeOrder.map((kind) => percentText(t.shares[kind].share)),
          intervalText(t.shares.solved),
        ])}
      />
    </div>
  );
}
