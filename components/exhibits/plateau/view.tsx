import { useComputed, useSignal } from '@preact/signals';
import { countText, fixedText, numberText } from '../../../src/words/numbers.ts';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { NumberTable } from '../../ui/NumberTable.tsx';
import type { Mark, Point } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale } from '../../ui/plot/scale.ts';
import { RoomFor } from '../../ui/RoomFor.tsx';
import { SeedSlider } from '../../ui/SeedSlider.tsx';
import type { Spec } from '../../../src/engine/index.ts';
import { createPlateau, frameAt, type Frame, type PlateauModel } from './model.ts';

export interface PlateauViewProps {
  spec: Spec;
  other: Spec;
  otherName: string;
  seed: number;
  epoch: number;
  epochs: number;
}

/** Epochs from one frame to the next. */
const every = 20;

export function PlateauView({ spec, other, otherName, epochs, ...first }: PlateauViewProps) {
  const seed = useSignal(first.seed);
  const epoch = useSignal(first.epoch);
  const model = useComputed(() => createPlateau({ spec, other, seed: seed.value, epochs, every }));
  const shown = model.value;
  const frame = frameAt(shown, epoch.value);
  return (
    <div class="exhibit-body">
      <p class="figure-finding" aria-live="polite">
        {findingOf(shown, epochs)}
      </p>
      <div class="exhibit-controls">
        <NumberSlider
          field="epoch"
          name="Epoch"
          value={epoch.value}
          low={0}
          high={epochs}
          step={every}
          valueText={countText}
          onChange={(value) => (epoch.value = Math.round(value / every) * every)}
        />
        <SeedSlider value={seed.value} onChange={(value) => (seed.value = value)} />
      </div>
      <LossPlot model={shown} frame={frame} epochs={epochs} otherName={otherName} />
      <p class="exhibit-note exhibit-words">
        <RoomFor texts={[wordsOf(shown, longestOf(frame))]}>{wordsOf(shown, frame)}</RoomFor>
      </p>
      <ol class="small-pictures picture-rows">
        {frame.z.map((z, unit) => (
          <li key={unit}>
            <UnitPlot z={z} unit={unit + 1} samples={shown.samples} bend={frame.bends[unit]!} />
          </li>
        ))}
      </ol>
      <NumberTable
        title="The hidden units at this epoch, in numbers"
        columns={['unit', ...shown.samples.map((sample) => `z on ${sample}`), 'bend']}
        rows={frame.z.map((z, unit) => [
          `unit ${unit + 1}`,
          ...z.map((value) => numberText(value, 3)),
          numberText(frame.bends[unit]!, 2),
        ])}
      />
    </div>
  );
}

interface LossPlotProps {
  model: PlateauModel;
  frame: Frame;
  epochs: number;
  otherName: string;
}

function LossPlot({ model, frame, epochs, otherName }: LossPlotProps) {
  const { frames, constantLoss, otherLoss } = model;
  const top = 0.4;
  const marks: Mark[] = [
    {
      kind: 'line',
      tone: 'target',
      width: 1.5,
      dash: 'dashed',
      quantity: 'one-half',
      points: [
        [0, constantLoss],
        [epochs, constantLoss],
      ],
    },
    {
      kind: 'line',
      tone: 'mended',
      width: 1.5,
      points: otherLoss.map((loss, i): Point => [i * every, Math.min(loss, top)]),
    },
    {
      kind: 'line',
      tone: 'output',
      width: 2.5,
      quantity: 'sigmoid-loss',
      points: frames.map(({ epoch, meanSquaredError }): Point => [epoch, Math.min(meanSquaredError, top)]),
    },
    {
      kind: 'line',
      tone: 'ink',
      width: 1,
      points: [
        [frame.epoch, 0],
        [frame.epoch, top],
      ],
    },
    { kind: 'dots', tone: 'ink', size: 9, points: [[frame.epoch, Math.min(frame.meanSquaredError, top)]] },
    {
      kind: 'label',
      tone: 'target',
      at: [epochs, constantLoss],
      side: 'above-left',
      text: 'one half to everything',
      quantity: 'one-half',
    },
    { kind: 'label', tone: 'mended', at: [epochs * 0.05, 0.03], side: 'right', text: otherName },
  ];
  return (
    <Plot
      label={`Mean squared error over ${countText(epochs)} epochs. ${findingOf(model, epochs)}.`}
      x={{ scale: linearScale(0, epochs), name: 'epochs', tickText: countText }}
      y={{ scale: linearScale(0, top), name: 'mean squared error' }}
      marks={marks}
    />
  );
}

const [low, high] = [-8, 8];
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const curve = Array.from({ length: 129 }, (_, i): Point => {
  const z = low + (i / 128) * (high - low);
  return [z, sigmoid(z)];
});

/** One hidden unit: where the four samples lie on its sigmoid. */
function UnitPlot({
  z,
  unit,
  samples,
  bend,
}: {
  z: number[];
  unit: number;
  samples: string[];
  bend: number;
}) {
  const points = z.map((at): Point => [Math.max(low, Math.min(high, at)), sigmoid(at)]);
  const marks: Mark[] = [
    // Between these the sigmoid differs from its tangent in the middle by less than a twentieth of its rise.
    { kind: 'band', axis: 'x', from: -straight, to: straight, tone: 'accent', quantity: 'straight-part' },
    { kind: 'line', tone: 'faint', width: 1.5, points: curve },
    { kind: 'dots', tone: 'output', size: 9, points, quantity: 'hidden-sums' },
  ];
  const name = `Hidden unit ${unit}`;
  return (
    <>
      <p class="small-picture-name small-picture-two-lines">
        {name} <span>bend {fixedText(bend, 3)}</span>
      </p>
      <Plot
        shape="low"
        label={`${name}: its pre-activations are ${z.map((at, k) => `${numberText(at, 2)} on ${samples[k]!}`).join(', ')}.`}
        x={{ scale: linearScale(low, high), name: '', ticks: [-8, -4, 0, 4, 8] }}
        y={{ scale: linearScale(-0.1, 1.1), name: '', ticks: [0, 0.5, 1] }}
        marks={marks}
      />
    </>
  );
}

/** The z at which the tangent 1/2 + z/4 is off by a twentieth of its rise: sigmoid(z) - 1/2 = 0.95 z/4. */
const straight = (() => {
  let [inside, outside] = [0.1, 3];
  for (let i = 0; i < 50; i++) {
    const middle = (inside + outside) / 2;
    if (sigmoid(middle) - 0.5 > (0.95 * middle) / 4) inside = middle;
    else outside = middle;
  }
  return inside;
})();

function findingOf({ learnedAt, stood }: PlateauModel, epochs: number): string {
  const plateau = `For about ${countText(Math.round(stood / 100) * 100)} epochs the loss hardly moves`;
  if (learnedAt === undefined) return `${plateau}, and after ${countText(epochs)} XOR is not learned yet`;
  return `${plateau}; from epoch ${countText(learnedAt)} on XOR is learned`;
}

/** A frame that takes the most room to tell: many digits in every number, and units that are all nearly straight. */
const longestOf = (frame: Frame): Frame => ({
  ...frame,
  epoch: 100_000,
  outputs: frame.outputs.map(() => 0.0012),
  bends: [0],
});

function wordsOf({ samples }: PlateauModel, { epoch, outputs, bends }: Frame): string {
  const answers = outputs.map((output, k) => `${numberText(output, 2)} to ${samples[k]!}`).join(', ');
  const most = Math.max(...bends.map(Math.abs));
  const words =
    most < 0.1
      ? 'no hidden unit bends by more than a tenth: they are nearly straight lines'
      : `the unit that bends most bends by ${numberText(most, 2)}`;
  return `At epoch ${countText(epoch)} the network answers ${answers}, and ${words}. A bend is what is left of a(00) + a(11) − a(10) − a(01).`;
}
