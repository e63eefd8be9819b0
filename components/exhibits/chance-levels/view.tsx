import { useComputed, useSignal } from '@preact/signals';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { NumberTable } from '../../ui/NumberTable.tsx';
import type { Mark, Tone } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale } from '../../ui/plot/scale.ts';
import { RoomFor } from '../../ui/RoomFor.tsx';
import { type ChanceLevels, chanceLevelsOf } from './model.ts';
import { typedCounts } from './typed-counts.ts';
import { chanceLevelsWords } from './words.ts';

export interface ChanceLevelsViewProps {
  counts: number[];
}

export function ChanceLevelsView(props: ChanceLevelsViewProps) {
  const text = useSignal(props.counts.join(', '));
  const counts = useSignal(props.counts);
  const isRefused = useSignal(false);
  const levels = useComputed(() => chanceLevelsOf(counts.value));
  const setText = (typed: string) => {
    text.value = typed;
    const found = typedCounts(typed);
    isRefused.value = found === undefined;
    if (found) counts.value = found;
  };
  const shown = levels.value;
  return (
    <ExhibitBody
      finding={<RoomFor texts={[chanceLevelsWords.longest]}>{chanceLevelsWords.finding(shown)}</RoomFor>}
    >
      <div class="exhibit-controls">
        <label class="exhibit-field exhibit-field-wide" data-field="counts">
          <span>Samples of each class</span>
          <input
            type="text"
            value={text.value}
            aria-invalid={isRefused.value}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <span class="exhibit-problem" role="status">
            {isRefused.value ? chanceLevelsWords.refused : ''}
          </span>
        </label>
      </div>
      <LevelsPlot levels={shown} />
      <NumberTable
        title="What it prints that knows nothing"
        columns={['what it knows', 'value', 'formula']}
        rows={chanceLevelsWords.rows(shown)}
        open
      />
    </ExhibitBody>
  );
}

/** The levels as lines across, like those at which a curve of the loss stands. */
function LevelsPlot({ levels }: { levels: ChanceLevels }) {
  const { evenLoss, constantLoss, twiceLoss } = levels;
  const top = Math.max(evenLoss, twiceLoss) * 1.25;
  const level = (
    at: number,
    tone: Tone,
    words: string,
    side: 'above-left' | 'above-right' | 'below-left' | 'below-right',
    quantity: string,
  ): Mark[] => [
    {
      kind: 'line',
      tone,
      width: 2.5,
      points: [
        [0, at],
        [1, at],
      ],
      quantity,
    },
    { kind: 'label', tone, at: [side.endsWith('left') ? 0.98 : 0.02, at], side, text: words, quantity },
  ];
  // Of two lines that lie close together one is named above and the other below.
  const areClose = (one: number, other: number) => Math.abs(one - other) < top / 6;
  const marks: Mark[] = [
    ...level(
      twiceLoss,
      'warning',
      chanceLevelsWords.twice(twiceLoss),
      areClose(twiceLoss, constantLoss) ? 'below-left' : 'above-left',
      'floor-of-two',
    ),
    ...level(
      constantLoss,
      'output',
      chanceLevelsWords.constant(constantLoss),
      areClose(constantLoss, evenLoss) ? 'below-right' : 'above-right',
      'loss-of-shares',
    ),
    ...level(evenLoss, 'target', chanceLevelsWords.even(evenLoss), 'above-right', 'chance-loss'),
  ];
  return (
    <Plot
      shape="low"
      label={chanceLevelsWords.picture(levels)}
      x={{ scale: linearScale(0, 1), name: '', ticks: [] }}
      y={{ scale: linearScale(0, top), name: 'loss' }}
      marks={marks}
    />
  );
}
