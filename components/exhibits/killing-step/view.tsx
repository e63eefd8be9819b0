import { useComputed, useSignal } from '@preact/signals';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { countText, numberText } from '../../../src/words/numbers.ts';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { NumberTable } from '../../ui/NumberTable.tsx';
import type { Mark } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale, logScale } from '../../ui/plot/scale.ts';
import { createKillingStep, type KillingStepModel, type SampleThetas } from './model.ts';
import { killingStepWords } from './words.ts';

export interface KillingStepViewProps {
  samples: SampleThetas[];
  learningRate: number;
}

export function KillingStepView({ samples, learningRate }: KillingStepViewProps) {
  const rate = useSignal(learningRate);
  const model = useComputed(() => createKillingStep(samples, rate.value));
  const shown = model.value;
  return (
    <ExhibitBody finding={killingStepWords.finding(shown)}>
      <div class="exhibit-controls">
        <NumberSlider
          field="learningRate"
          name="Learning rate η"
          value={shown.learningRate}
          low={0.0001}
          high={0.1}
          step={0.1}
          log
          valueText={(value) => numberText(value, 3)}
          onChange={(value) => (rate.value = Number(value.toPrecision(3)))}
        />
        <p class="exhibit-note">
          The limit 1/(2η) is <strong>{killingStepWords.limit(shown.limit)}</strong>. A dot to its right is a
          network whose first step on that sample goes too far.
        </p>
      </div>
      <ThetaPlot model={shown} />
      <NumberTable
        title="The same in numbers"
        columns={['sample', 'living networks', 'median of Θ', 'beyond the limit']}
        rows={shown.samples.map((sample) => [
          sample.name,
          countText(sample.thetas.length),
          numberText(sample.median, 3),
          killingStepWords.lost(sample),
        ])}
      />
    </ExhibitBody>
  );
}

/** One row of dots a sample, one dot a network, and the limit across all rows. */
function ThetaPlot({ model }: { model: KillingStepModel }) {
  const { samples, limit } = model;
  const x = logScale(3, 3000);
  const y = linearScale(0.4, samples.length + 0.6);
  const rowOf = (i: number) => samples.length - i;
  const marks: Mark[] = [
    { kind: 'band', axis: 'x', from: Math.max(3, limit), to: 3000, tone: 'broken', quantity: 'theta-limit' },
    {
      kind: 'line',
      tone: 'broken',
      width: 2,
      quantity: 'theta-limit',
      points: [
        [limit, 0.4],
        [limit, samples.length + 0.6],
      ],
    },
    ...samples.flatMap(({ thetas, median }, i): Mark[] => [
      {
        kind: 'dots',
        tone: 'output',
        size: 4,
        quantity: 'theta',
        points: thetas.map((theta, k) => [theta, rowOf(i) + jitter(k)]),
      },
      {
        kind: 'line',
        tone: 'target',
        width: 3,
        quantity: 'theta-median',
        points: [
          [median, rowOf(i) - 0.32],
          [median, rowOf(i) + 0.32],
        ],
      },
    ]),
    {
      kind: 'label',
      tone: 'target',
      quantity: 'theta-median',
      at: [samples[0]!.median, rowOf(0) + 0.45],
      side: 'right',
      text: 'median',
    },
  ];
  return (
    <Plot
      label={killingStepWords.finding(model)}
      x={{ scale: x, name: 'Θ, how strongly the output reacts to a step on the sample' }}
      y={{
        scale: y,
        name: 'sample',
        ticks: samples.map((_, i) => rowOf(i)),
        tickText: (row) => samples[samples.length - row]?.name ?? '',
      }}
      marks={marks}
    />
  );
}

/** Spreads the dots of a row, the same way each time: the golden ratio fills a stretch evenly. */
function jitter(k: number): number {
  return (((k * 0.618034) % 1) - 0.5) * 0.55;
}
