import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { numberText, percentText } from '../../../src/words/numbers.ts';
import { outcomeOrder, outcomeWords } from '../../../src/words/outcomes.ts';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { NumberTable } from '../../ui/NumberTable.tsx';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale, logScale } from '../../ui/plot/scale.ts';
import { Shares } from '../../ui/shares/Shares.tsx';
import { FirstRunQuestion } from '../sweeping/FirstRunQuestion.tsx';
import { listedShares } from '../sweeping/outcomes.ts';
import { settings } from '../sweeping/settings.ts';
import { gapChoices, gapQuestion, gapResult, highestStep, type Gap } from './gap.ts';
import { createModel } from './model.ts';
import type { Training } from '../../../src/book/index.ts';
import type { SettingName } from '../sweeping/settings.ts';
import { useFirstRun } from '../sweeping/use-first-run.ts';
import type { SweepSliderModel, TriedValue } from './model.ts';

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
  const revision = useSignal(0);
  const setting = settings[name];
  const model = useMemo(
    () => createModel({ training, setting, seeds, known: built, change: () => void revision.value++ }),
    [],
  );
  const firstRun = useFirstRun();
  const gap = useMemo(() => highestStep(built, setting), []);
  useEffect(() => () => model.cancel(), []);
  void revision.value;
  const { value, shares, sharesAt, tried, why } = model;
  const x = setting.log ? logScale(low, high) : linearScale(low, high);
  const valueText = (at: number) => numberText(at, 3);
  const tryMiddle = async ({ middle }: Gap) => {
    await model.set(middle);
    // A reader who moves the slider on before the sweep has ended takes its place.
    if (model.sharesAt === middle) firstRun.end(gapResult(gap!, model.shares!.solved.share, valueText));
  };
  return (
    <div class="exhibit-body">
      <p class="figure-finding" role="status">
        {why || findingOf(model, setting.title, valueText)}
      </p>
      {gap && (
        <FirstRunQuestion
          firstRun={firstRun}
          question={gapQuestion(gap, valueText)}
          choices={gapChoices(gap)}
          onRun={() => void tryMiddle(gap)}
          skipRuns
        />
      )}
      <div class="exhibit-controls">
        <NumberSlider
          name={setting.title}
          value={value}
          low={low}
          high={high}
          step={setting.whole && !setting.log ? 1 : setting.log ? 0.1 : 0.01}
          log={setting.log}
          valueText={valueText}
          onChange={(next) => void model.set(setting.whole ? Math.round(next) : next)}
        />
      </div>
      {shares ? (
        <Shares
          label={`${setting.title} ${valueText(sharesAt!)}`}
          shares={listedShares(shares)}
          total={seeds}
        />
      ) : null}
      <Plot
        shape="low"
        label={`The share of networks that solve the task, against ${setting.title.toLowerCase()}: ${extremes(tried, valueText)}.`}
        x={{ scale: x, name: setting.title.toLowerCase(), tickText: valueText }}
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
          valueText(t.value),
          ...outcomeOrder.map((kind) => percentText(t.shares[kind].share)),
          `${percentText(t.shares.solved.low)} to ${percentText(t.shares.solved.high)}`,
        ])}
      />
    </div>
  );
}

function findingOf(
  { shares, sharesAt }: SweepSliderModel,
  title: string,
  valueText: (value: number) => string,
): string {
  if (!shares) return `${title}: no sweep yet`;
  const { solved } = shares;
  return `${title} ${valueText(sharesAt!)}: ${percentText(solved.share)} of the networks solve the task`;
}

function extremes(tried: readonly TriedValue[], valueText: (value: number) => string): string {
  if (tried.length === 0) return 'no sweep yet';
  const by = (a: TriedValue, b: TriedValue) => a.shares.solved.share - b.shares.solved.share;
  const [least, most] = [tried.toSorted(by)[0]!, tried.toSorted(by).at(-1)!];
  const words = (t: TriedValue) => `${percentText(t.shares.solved.share)} at ${valueText(t.value)}`;
  return `from ${words(least)} to ${words(most)}`;
}
