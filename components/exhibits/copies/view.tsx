import { useComputed, useSignal } from '@preact/signals';
import { countText, numberText } from '../../../src/words/numbers.ts';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { LearningRateSlider } from '../../ui/LearningRateSlider.tsx';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { NumberTable } from '../../ui/NumberTable.tsx';
import type { Mark, Point } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale, logScale } from '../../ui/plot/scale.ts';
import { RoomFor } from '../../ui/RoomFor.tsx';
import { SeedSlider } from '../../ui/SeedSlider.tsx';
import { type CopiesModel, type CopiesOptions, createCopies } from './model.ts';
import { copiesWords } from './words.ts';

/** The slider's powers of ten; its low end stands for no difference at all. */
const [lowestPower, highestPower] = [-16, 0];
/** Beyond these the lower picture is cut off. */
const [least, most] = [1e-17, 100];

export function CopiesView(props: CopiesOptions) {
  const start = useSignal(props.start);
  const apart = useSignal(props.apart);
  const learningRate = useSignal(props.learningRate);
  const seed = useSignal(props.seed);
  const model = useComputed(() =>
    createCopies({
      start: start.value,
      apart: apart.value,
      learningRate: learningRate.value,
      epochs: props.epochs,
      seed: seed.value,
    }),
  );
  const power = apart.value === 0 ? lowestPower : Math.log10(apart.value);
  const shown = model.value;
  return (
    <ExhibitBody finding={<RoomFor texts={[copiesWords.longest]}>{copiesWords.finding(shown)}</RoomFor>}>
      <div class="exhibit-controls">
        <NumberSlider
          field="start"
          name="Every weight starts at"
          value={start.value}
          low={0}
          high={1}
          step={0.05}
          valueText={(value) => numberText(value, 2)}
          onChange={(value) => (start.value = value)}
        />
        <NumberSlider
          field="apartPower"
          name="They differ from that"
          value={power}
          low={lowestPower}
          high={highestPower}
          step={0.5}
          valueText={() => copiesWords.apart(apart.value)}
          onChange={(value) =>
            (apart.value = value <= lowestPower ? 0 : Number((10 ** value).toPrecision(2)))
          }
        />
        <LearningRateSlider
          value={learningRate.value}
          high={0.5}
          onChange={(value) => (learningRate.value = value)}
        />
        <SeedSlider value={seed.value} onChange={(value) => (seed.value = value)} />
      </div>
      <WeightsPlot model={shown} epochs={props.epochs} />
      <DifferencePlot model={shown} epochs={props.epochs} />
      <p class="exhibit-note">
        <RoomFor texts={[copiesWords.answers({ ...shown, outputs: [-0.0012, -0.0012, -0.0012, -0.0012] })]}>
          {copiesWords.answers(shown)}
        </RoomFor>
      </p>
      <NumberTable
        title="The four units, in numbers"
        columns={['epoch', 'unit 1', 'unit 2', 'unit 3', 'unit 4', 'largest difference']}
        rows={shown.frames
          .filter((_, i) => i % 20 === 0)
          .map(({ epoch, weights, difference }) => [
            countText(epoch),
            ...weights.map((weight) => numberText(weight, 6)),
            numberText(difference, 2),
          ])}
      />
    </ExhibitBody>
  );
}

function WeightsPlot({ model, epochs }: { model: CopiesModel; epochs: number }) {
  const finite = model.frames.flatMap(({ weights }) => weights).filter(Number.isFinite);
  const low = Math.max(-50, Math.min(0, ...finite));
  const high = Math.min(50, Math.max(1, ...finite));
  const margin = (high - low) * 0.08;
  const marks = [0, 1, 2, 3].map((unit): Mark => ({
    kind: 'line',
    tone: 'output',
    width: 2.5,
    quantity: 'unit-weights',
    points: model.frames.map(({ epoch, weights }): Point => [epoch, weights[unit]!]),
  }));
  return (
    <Plot
      shape="low"
      label={copiesWords.weights(model)}
      x={{ scale: linearScale(0, epochs), name: '', tickText: countText }}
      y={{ scale: linearScale(low - margin, high + margin), name: 'weight from the first input' }}
      marks={marks}
    />
  );
}

function DifferencePlot({ model, epochs }: { model: CopiesModel; epochs: number }) {
  // Exactly nothing has no place on a scale of powers: it is drawn along the lower edge.
  const points = model.frames.map(({ epoch, difference }): Point => [
    epoch,
    Math.max(least, Math.min(most, difference)),
  ]);
  return (
    <Plot
      shape="low"
      label={copiesWords.difference(model)}
      x={{ scale: linearScale(0, epochs), name: 'epochs', tickText: countText }}
      y={{
        scale: logScale(least, most),
        name: 'largest difference between two units',
        ticks: [1e-16, 1e-12, 1e-8, 1e-4, 1],
      }}
      marks={[{ kind: 'line', tone: 'accent', width: 2.5, points, quantity: 'unit-difference' }]}
    />
  );
}
