import { useComputed, useSignal } from '@preact/signals';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { numberText } from '../../../src/words/numbers.ts';
import { NumberTable } from '../../ui/NumberTable.tsx';
import { RoomFor } from '../../ui/RoomFor.tsx';
import type { Mark, Point } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale } from '../../ui/plot/scale.ts';
import { typedNumbers } from '../../ui/typed-number.ts';
import { createRangeGap, outputRanges, type RangeGapModel } from './model.ts';
import { rangeGapWords } from './words.ts';

export interface RangeGapViewProps {
  activation: string;
  targets: number[];
  scaled: boolean;
}

export function RangeGapView(props: RangeGapViewProps) {
  const activation = useSignal(props.activation);
  const targetsText = useSignal(props.targets.join(', '));
  const targets = useSignal(props.targets);
  const isRefused = useSignal(false);
  const scaled = useSignal(props.scaled);
  const model = useComputed(() =>
    createRangeGap({ activation: activation.value, targets: targets.value, scaled: scaled.value }),
  );

  const setTargets = (text: string) => {
    targetsText.value = text;
    const numbers = typedNumbers(text, 12);
    isRefused.value = numbers === undefined;
    if (numbers) targets.value = numbers;
  };

  const shown = model.value;
  return (
    <ExhibitBody finding={rangeGapWords.finding(shown)}>
      <div class="exhibit-controls">
        <label class="exhibit-field" data-field="activation">
          <span>Activation at the output</span>
          <select
            value={activation.value}
            onChange={(event) => (activation.value = event.currentTarget.value)}
          >
            {outputRanges.map((range) => (
              <option key={range.id} value={range.id}>
                {rangeGapWords.choice(range)}
              </option>
            ))}
          </select>
        </label>
        <label class="exhibit-field" data-field="targets">
          <span>Targets</span>
          <input
            type="text"
            value={targetsText.value}
            aria-invalid={isRefused.value}
            onInput={(event) => setTargets(event.currentTarget.value)}
          />
          <span class="exhibit-problem" role="status">
            {isRefused.value ? 'Type 1 to 12 numbers and commas.' : ''}
          </span>
        </label>
        <label class="exhibit-check" data-field="scaled">
          <input
            type="checkbox"
            checked={scaled.value}
            onChange={(event) => (scaled.value = event.currentTarget.checked)}
          />
          Move the targets into the range first
        </label>
      </div>
      <RangePlot model={shown} />
      <p class="exhibit-note">
        <RoomFor texts={[rangeGapWords.longest]}>
          {scaled.value ? rangeGapWords.scaled(shown) : rangeGapWords.asTheyAre(shown)}
        </RoomFor>
      </p>
      <NumberTable
        title="What is left of each target, in numbers"
        columns={[
          'target',
          ...(shown.scaling ? ['trained towards'] : []),
          'best output',
          'squared error left',
        ]}
        rows={shown.best.map(({ target, aim, output, reached, squaredError }) => [
          numberText(target),
          ...(shown.scaling ? [numberText(aim)] : []),
          `${reached ? '' : 'near '}${numberText(output)}`,
          numberText(squaredError),
        ])}
      />
    </ExhibitBody>
  );
}

/** The range as a band, a row for each target: the target, the best output, and the gap between them. */
function RangePlot({ model }: { model: RangeGapModel }) {
  const { range, best } = model;
  const edges = [range.low, range.high].filter(Number.isFinite);
  const values = [...edges, ...best.map(({ aim }) => aim)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const margin = Math.max(0.4, (most - least) * 0.22);
  const [low, high] = [least - margin, most + margin];
  const rows = best.length;
  // One row is named; the others are read like it.
  const named = best.findIndex(({ squaredError }) => squaredError > 0);
  const marks: Mark[] = [
    { kind: 'band', axis: 'x', from: range.low, to: range.high, tone: 'mended', quantity: 'range' },
    ...(range.low > low
      ? [{ kind: 'band', axis: 'x', from: low, to: range.low, tone: 'dead', hatched: true } satisfies Mark]
      : []),
    ...(range.high < high
      ? [{ kind: 'band', axis: 'x', from: range.high, to: high, tone: 'dead', hatched: true } satisfies Mark]
      : []),
    ...edges.map((edge): Mark => ({
      kind: 'line',
      tone: 'mended',
      width: 2,
      quantity: 'range',
      points: [
        [edge, 0],
        [edge, rows + 1],
      ],
    })),
    {
      kind: 'label',
      tone: 'mended',
      quantity: 'range',
      at: [Math.max(low, range.low), rows + 0.6],
      side: 'right',
      text: 'range',
    },
    ...best.flatMap(({ aim, output, squaredError }, i): Mark[] => {
      const row = rows - i - 0.05;
      const gap: Point[] = [
        [output, row],
        [aim, row],
      ];
      const isMissed = squaredError > 0;
      return [
        ...(isMissed
          ? [{ kind: 'line', tone: 'broken', width: 4, points: gap, quantity: 'distance' } satisfies Mark]
          : []),
        { kind: 'dots', tone: 'output', size: 12, points: [[output, row]] },
        { kind: 'dots', tone: 'target', size: isMissed ? 12 : 6, points: [[aim, row]] },
        ...(i === named
          ? ([
              {
                kind: 'label',
                tone: 'output',
                at: [output, row],
                side: aim > output ? 'left' : 'right',
                text: 'best output',
              },
              { kind: 'label', tone: 'target', at: [aim, row], side: 'below', text: 'target' },
            ] satisfies Mark[])
          : []),
        ...(isMissed
          ? [
              {
                kind: 'label',
                tone: 'broken',
                quantity: 'distance',
                at: [(aim + output) / 2, row],
                side: 'above',
                text: `${numberText(squaredError, 3)} left`,
              } satisfies Mark,
            ]
          : []),
      ];
    }),
  ];
  return (
    <Plot
      label={`${rangeGapWords.finding(model)}.`}
      x={{ scale: linearScale(low, high), name: 'output' }}
      y={{
        scale: linearScale(0.3, rows + 1),
        name: model.scaling ? 'sample, with its target moved into the range' : 'sample, with its target',
        ticks: best.map((_, i) => rows - i - 0.05),
        tickText: (value) => numberText(best[Math.round(rows - value - 0.05)]?.target ?? NaN, 3),
      }}
      marks={marks}
    />
  );
}
