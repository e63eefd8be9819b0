import { useComputed, useSignal } from '@preact/signals';
import { countText, numberText, percentText } from '../../../src/words/numbers.ts';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { NumberTable } from '../../ui/NumberTable.tsx';
import type { Mark, Point, Tone } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale, logScale } from '../../ui/plot/scale.ts';
import { RoomFor } from '../../ui/RoomFor.tsx';
import { SeedSlider } from '../../ui/SeedSlider.tsx';
import {
  createSignalDepth,
  type Fate,
  fatesOfStacks,
  fineSignal,
  type SignalDepthModel,
  type SignalDepthOptions,
  type StackActivation,
  stackActivations,
} from './model.ts';
import { signalDepthWords } from './words.ts';

const largestDepth = 20;
const weightSizes = Array.from({ length: 25 }, (_, i) => 0.1 * 100 ** (i / 24));
/** Beyond these the picture is cut off. */
const [least, most] = [1e-6, 1e4];

export function SignalDepthView(props: SignalDepthOptions) {
  const activation = useSignal(props.activation);
  const weights = useSignal(props.weights);
  const inputs = useSignal(props.inputs);
  const depth = useSignal(props.depth);
  const seed = useSignal(props.seed);
  const options = useComputed((): SignalDepthOptions => ({
    activation: activation.value,
    weights: weights.value,
    inputs: inputs.value,
    depth: depth.value,
    seed: seed.value,
  }));
  const model = useComputed(() => createSignalDepth(options.value));
  const fates = useComputed(() =>
    fatesOfStacks(
      { activation: activation.value, inputs: inputs.value, seed: seed.value },
      weightSizes,
      largestDepth,
    ),
  );

  const shown = model.value;
  return (
    <ExhibitBody
      finding={
        <RoomFor texts={signalDepthWords.longest}>{signalDepthWords.finding(options.value, shown)}</RoomFor>
      }
    >
      <div class="exhibit-controls">
        <label class="exhibit-field" data-field="activation">
          <span>Activation</span>
          <select
            value={activation.value}
            onChange={(event) => (activation.value = event.currentTarget.value as StackActivation)}
          >
            {stackActivations.map((name) => (
              <option key={name} value={name}>
                {signalDepthWords.activation(name)}
              </option>
            ))}
          </select>
        </label>
        <NumberSlider
          field="weights"
          name="Size of the weights, times √n"
          value={weights.value}
          low={0.1}
          high={10}
          step={0.05}
          log
          valueText={(value) => numberText(value, 3)}
          onChange={(value) => (weights.value = value)}
        />
        <NumberSlider
          field="inputs"
          name="Size of the inputs"
          value={inputs.value}
          low={0.01}
          high={1000}
          step={0.1}
          log
          valueText={(value) => numberText(value, 3)}
          onChange={(value) => (inputs.value = value)}
        />
        <NumberSlider
          field="depth"
          name="Layers"
          value={depth.value}
          low={1}
          high={largestDepth}
          step={1}
          valueText={countText}
          onChange={(value) => (depth.value = Math.max(1, Math.min(largestDepth, Math.round(value))))}
        />
        <SeedSlider value={seed.value} onChange={(value) => (seed.value = value)} />
      </div>
      <LayersPlot options={options.value} model={shown} />
      <MapPlot fates={fates.value} weights={weights.value} depth={depth.value} />
      <NumberTable
        title="Layer by layer, in numbers"
        columns={['layer', 'signal', 'what comes back', 'slope below 1/20']}
        rows={[
          ['inputs', numberText(shown.signal[0]!, 3), '', ''],
          ...shown.gradient.map((gradient, l) => [
            countText(l + 1),
            numberText(shown.signal[l + 1]!, 3),
            numberText(gradient, 3),
            percentText(shown.flat[l]!, 0),
          ]),
        ]}
      />
    </ExhibitBody>
  );
}

/** The signal upwards and what comes back down, along the layers. */
function LayersPlot({ options, model }: { options: SignalDepthOptions; model: SignalDepthModel }) {
  const { signal, gradient } = model;
  const inside = (value: number) => Math.max(least, Math.min(most, value));
  // Exactly nothing has no place on a scale of powers: it is drawn along the lower edge.
  const up = signal.map((value, l): Point => [l, inside(value)]);
  const down = gradient.map((value, l): Point => [l + 1, inside(value)]);
  const marks: Mark[] = [
    {
      kind: 'band',
      axis: 'y',
      from: fineSignal[0],
      to: fineSignal[1],
      tone: 'mended',
      quantity: 'fine-signal',
    },
    { kind: 'line', tone: 'accent', width: 2, dash: 'dashed', points: down, quantity: 'what-comes-back' },
    { kind: 'dots', tone: 'accent', size: 5, points: down, quantity: 'what-comes-back' },
    { kind: 'line', tone: 'output', width: 2.5, points: up, quantity: 'signal' },
    { kind: 'dots', tone: 'output', size: 7, points: up, quantity: 'signal' },
    {
      kind: 'label',
      tone: 'output',
      at: [0, up[0]![1]],
      side: up[0]![1] > 1000 ? 'below-right' : 'above-right',
      text: 'signal',
      quantity: 'signal',
    },
    {
      kind: 'label',
      tone: 'accent',
      at: [options.depth, down.at(-1)![1]],
      side: down.at(-1)![1] > signal.at(-1)! || down.at(-1)![1] < least * 10 ? 'above-left' : 'below-left',
      text: 'what comes back',
      quantity: 'what-comes-back',
    },
  ];
  return (
    <Plot
      label={signalDepthWords.picture(options, model)}
      x={{
        scale: linearScale(0, Math.max(2, options.depth)),
        name: 'layer',
        ticks: Array.from({ length: options.depth + 1 }, (_, l) => l).filter(
          (l) => options.depth <= 10 || l % 5 === 0,
        ),
      }}
      y={{ scale: logScale(least, most), name: 'size', ticks: [1e-6, 1e-4, 1e-2, 1, 1e2, 1e4] }}
      marks={marks}
    />
  );
}

const dotOf: Record<Fate, { tone: Tone; size: number }> = {
  fine: { tone: 'mended', size: 11 },
  vanished: { tone: 'faint', size: 4 },
  dead: { tone: 'dead', size: 3 },
  saturated: { tone: 'warning', size: 7 },
  'too-large': { tone: 'broken', size: 9 },
};

/** A dot for every size of weights and every depth, large where the signal arrives. */
function MapPlot({ fates, weights, depth }: { fates: Fate[][]; weights: number; depth: number }) {
  const pointsOf = (fate: Fate): Point[] =>
    fates.flatMap((column, i) =>
      column.flatMap((found, l): Point[] => (found === fate ? [[weightSizes[i]!, l + 1]] : [])),
    );
  const groups = (Object.keys(dotOf) as Fate[]).map((fate) => ({ fate, points: pointsOf(fate) }));
  const marks: Mark[] = [
    ...groups.map(({ fate, points }): Mark => ({ kind: 'dots', ...dotOf[fate], points, quantity: fate })),
    {
      kind: 'line',
      tone: 'ink',
      width: 1,
      points: [
        [weights, 0],
        [weights, largestDepth + 2.4],
      ],
    },
    {
      kind: 'line',
      tone: 'ink',
      width: 1,
      points: [
        [0.08, depth],
        [12.5, depth],
      ],
    },
    ...groups
      .filter(({ points }) => points.length >= 12)
      .map(({ fate, points }): Mark => ({
        kind: 'label',
        tone: 'ink',
        ...placeOf(points),
        text: signalDepthWords.fate(fate),
        quantity: fate,
      })),
  ];
  const fine = weightSizes.filter((_, i) => fates[i]![depth - 1] === 'fine');
  return (
    <Plot
      label={signalDepthWords.map(depth, fine)}
      x={{
        scale: logScale(0.08, 12.5),
        name: 'size of the weights, times √n',
        ticks: [0.1, 0.3, 1, 3, 10],
      }}
      y={{ scale: linearScale(0, largestDepth + 2.4), name: 'layers', ticks: [1, 5, 10, 15, 20] }}
      marks={marks}
    />
  );
}

/**
 * Where a region is named: above its dots in the topmost row, to the left from the last of few, which has no room to its right. A
 * region that ends below is named above its highest row of some length.
 */
function placeOf(points: Point[]): { at: Point; side: 'left' | 'right' } {
  const rows = new Map<number, Point[]>();
  for (const point of points) rows.set(point[1], [...(rows.get(point[1]) ?? []), point]);
  const top = rows.get(largestDepth) ?? [];
  const few = top.length === 1 || top.length === 2;
  if (few) return { at: [top.at(-1)![0], largestDepth + 1.2], side: 'left' };
  const highest = Math.max(...[...rows].flatMap(([depth, row]) => (row.length > 2 ? [depth] : [])), 0);
  const [first] = rows.get(highest) ?? points;
  return { at: [first![0], highest + 1.2], side: 'right' };
}
