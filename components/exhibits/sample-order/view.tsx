import { useComputed, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { countText, numberText } from '../../../src/words/numbers.ts';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { LearningRateSlider } from '../../ui/LearningRateSlider.tsx';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { NumberTable } from '../../ui/NumberTable.tsx';
import type { Mark, Point, Tone } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale } from '../../ui/plot/scale.ts';
import { RoomFor } from '../../ui/RoomFor.tsx';
import { SeedSlider } from '../../ui/SeedSlider.tsx';
import { xor } from '../../../src/engine/index.ts';
import { createSampleOrder, movedBy, type SampleOrderModel, type SampleOrderOptions } from './model.ts';
import { sampleOrderWords } from './words.ts';

/** The samples in their first order: 00, 10, 01, 11. */
const firstOrder = [0, 1, 2, 3];

export type SampleOrderViewProps = Omit<SampleOrderOptions, 'order'>;

export function SampleOrderView(props: SampleOrderViewProps) {
  const order = useSignal<number[]>(firstOrder);
  const inARow = useSignal(props.inARow);
  const learningRate = useSignal(props.learningRate);
  const seed = useSignal(props.seed);
  const model = useComputed(() =>
    createSampleOrder({
      order: order.value,
      inARow: inARow.value,
      learningRate: learningRate.value,
      updates: props.updates,
      seed: seed.value,
    }),
  );
  const shown = model.value;
  return (
    <ExhibitBody
      finding={<RoomFor texts={[sampleOrderWords.longest]}>{sampleOrderWords.finding(shown)}</RoomFor>}
    >
      <OrderList order={order.value} onMove={(next) => (order.value = next)} />
      <div class="exhibit-controls">
        <NumberSlider
          field="inARow"
          name="Updates in a row"
          value={inARow.value}
          low={1}
          high={5000}
          step={0.5}
          log
          valueText={(value) => countText(Math.round(value))}
          onChange={(value) => {
            // Between two whole numbers an arrow key would be rounded back: it then goes on to the next.
            const rounded = Math.round(value);
            const next =
              rounded === inARow.value && value !== rounded ? rounded + Math.sign(value - rounded) : rounded;
            inARow.value = Math.max(1, Math.min(5000, next));
          }}
        />
        <LearningRateSlider
          value={learningRate.value}
          high={2}
          onChange={(value) => (learningRate.value = value)}
        />
        <SeedSlider value={seed.value} onChange={(value) => (seed.value = value)} />
      </div>
      <AnswersPlot model={shown} updates={props.updates} />
      <NumberTable
        title="The answers in numbers"
        columns={['update', ...xor.inputs.map((_, k) => sampleOrderWords.name(k))]}
        rows={shown.frames
          .filter((_, i) => i % 24 === 0)
          .map(({ update, outputs }) => [
            countText(update),
            ...outputs.map((output) => numberText(output, 3)),
          ])}
      />
    </ExhibitBody>
  );
}

/** Of each sample: its line in the picture, and on its card. */
const tones: Tone[] = ['negative', 'output', 'accent', 'positive'];
const isDashed = (sample: number) => xor.targets[sample]![0] === 0;

interface OrderListProps {
  order: number[];
  onMove: (order: number[]) => void;
}

/** The samples as cards in a row: a pointer or the arrow keys move them. */
function OrderList({ order, onMove }: OrderListProps) {
  const list = useRef<HTMLOListElement>(null);
  const cards = useRef(new Map<number, HTMLButtonElement>());
  const moved = useRef<number | undefined>(undefined);
  const move = (place: number, by: number) => {
    moved.current = order[place];
    onMove(movedBy(order, place, by));
  };
  // A card that is put elsewhere in the page loses the focus, which belongs to whoever moves it by keys.
  useLayoutEffect(() => {
    if (moved.current !== undefined) cards.current.get(moved.current)?.focus();
    moved.current = undefined;
  }, [order]);
  const onKeyDown = (event: KeyboardEvent, place: number) => {
    const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -9, End: 9 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    move(place, by);
  };
  const onPointerMove = (event: PointerEvent & { currentTarget: HTMLButtonElement }, sample: number) => {
    if (!list.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left, width } = list.current.getBoundingClientRect();
    const under = Math.floor(((event.clientX - left) / width) * order.length);
    const place = order.indexOf(sample);
    const to = Math.max(0, Math.min(order.length - 1, under));
    if (to !== place) onMove(movedBy(order, place, to - place));
  };
  return (
    <ol ref={list} class="sample-order-cards" aria-label="The order of the samples">
      {order.map((sample, place) => (
        <li key={sample}>
          <button
            ref={(card) => {
              if (card) cards.current.set(sample, card);
            }}
            type="button"
            class="sample-order-card"
            aria-label={sampleOrderWords.place(sample, place, order.length)}
            onKeyDown={(event) => onKeyDown(event, place)}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={(event) => onPointerMove(event, sample)}
          >
            <b>{sampleOrderWords.name(sample)}</b> <span>target {xor.targets[sample]![0]!}</span>
            <span
              class={`sample-order-line tone-${tones[sample]!}${isDashed(sample) ? ' sample-order-dashed' : ''}`}
            />
          </button>
        </li>
      ))}
    </ol>
  );
}

function AnswersPlot({ model, updates }: { model: SampleOrderModel; updates: number }) {
  const marks = xor.inputs.map((_, k): Mark => ({
    kind: 'line',
    tone: tones[k]!,
    width: 2,
    ...(isDashed(k) && { dash: 'dashed' as const }),
    points: model.frames.map(({ update, outputs }): Point => [update, outputs[k]!]),
    quantity: 'answers',
  }));
  return (
    <Plot
      label={sampleOrderWords.picture(model)}
      x={{ scale: linearScale(0, updates), name: 'updates', tickText: countText }}
      y={{ scale: linearScale(-0.05, 1.05), name: 'answer', ticks: [0, 0.5, 1] }}
      marks={marks}
    />
  );
}
