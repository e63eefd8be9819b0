import { useComputed, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { numberText } from '../../../src/words/numbers.ts';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { NumberTable } from '../../ui/NumberTable.tsx';
import type { Mark, Point } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale } from '../../ui/plot/scale.ts';
import { RoomFor } from '../../ui/RoomFor.tsx';
import {
  type ClassScoresModel,
  type ClassScoresOptions,
  createClassScores,
  type ScoreKind,
  scoreKinds,
} from './model.ts';
import { classScoresWords } from './words.ts';

/** Scores beyond these are pulled no further. */
const [low, high] = [-50, 50];

export function ClassScoresView(props: ClassScoresOptions) {
  const scores = useSignal([...props.scores]);
  const target = useSignal(props.target);
  const kind = useSignal<ScoreKind>(props.kind);
  const id = useId();
  const options = useComputed((): ClassScoresOptions => ({
    scores: scores.value,
    target: target.value,
    kind: kind.value,
  }));
  const model = useComputed(() => createClassScores(options.value));
  const shown = model.value;
  const change = (next: (score: number) => number) => {
    scores.value = scores.value.map((score) =>
      Number(Math.max(low, Math.min(high, next(score))).toPrecision(12)),
    );
  };
  const finding = classScoresWords.finding(options.value, shown);
  return (
    <ExhibitBody finding={<RoomFor texts={[classScoresWords.longest]}>{finding}</RoomFor>}>
      <div class="exhibit-controls">
        {scores.value.map((score, c) => (
          <NumberSlider
            key={c}
            field={`score${c + 1}`}
            name={`Score of ${classScoresWords.className(c)}`}
            value={score}
            low={-10}
            high={10}
            step={0.1}
            valueText={(value) => numberText(value, 3)}
            onChange={(value) =>
              (scores.value = scores.value.map((old, other) => (other === c ? value : old)))
            }
          />
        ))}
        <label class="exhibit-field" data-field="target">
          <span>The right class</span>
          <select
            value={String(target.value)}
            onChange={(event) => (target.value = Number(event.currentTarget.value))}
          >
            {scores.value.map((_, c) => (
              <option key={c} value={String(c)}>
                {classScoresWords.className(c)}
              </option>
            ))}
          </select>
        </label>
        <fieldset class="exhibit-choices" data-field="kind">
          <legend>The scores go through</legend>
          {scoreKinds.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={`${id}-kind`}
                value={one}
                checked={kind.value === one}
                onChange={() => (kind.value = one)}
              />
              {classScoresWords.kind(one)}
            </label>
          ))}
        </fieldset>
      </div>
      <p class="class-scores-buttons" data-moves="score1 score2 score3">
        <button type="button" class="button" onClick={() => change((score) => score + 10)}>
          Add 10 to every score
        </button>{' '}
        <button type="button" class="button" onClick={() => change((score) => score * 2)}>
          Double every score
        </button>{' '}
        <button type="button" class="button" onClick={() => (scores.value = [...props.scores])}>
          Back to the start
        </button>
      </p>
      <div class="class-scores-plots">
        <ProbabilityPlot model={shown} target={target.value} />
        <LossPlot model={shown} />
      </div>
      <p class="exhibit-note">
        <RoomFor texts={[classScoresWords.total({ ...shown, total: 1.2345 })]}>
          {classScoresWords.total(shown)}
        </RoomFor>
      </p>
      <NumberTable
        title="The three classes, in numbers"
        columns={['class', 'score', 'probability', 'what comes back']}
        rows={scores.value.map((score, c) => [
          classScoresWords.className(c),
          numberText(score, 4),
          numberText(shown.probabilities[c]!, 3),
          numberText(shown.back[c]!, 3),
        ])}
        open
      />
    </ExhibitBody>
  );
}

/** For each class its probability upwards, and beside it what comes back, turned round: the way its score will go. */
function ProbabilityPlot({ model, target }: { model: ClassScoresModel; target: number }) {
  const bar = (at: number, height: number): Point[] => [
    [at, 0],
    [at, height],
  ];
  const marks: Mark[] = [
    {
      kind: 'line',
      tone: 'faint',
      width: 1,
      points: [
        [0, 0],
        [4, 0],
      ],
    },
    ...model.probabilities.flatMap((p, c): Mark[] => [
      {
        kind: 'line',
        tone: c === target ? 'target' : 'output',
        width: 18,
        points: bar(c + 0.88, p),
        quantity: 'probabilities',
      },
      {
        kind: 'line',
        tone: 'accent',
        width: 7,
        points: bar(c + 1.22, -model.back[c]!),
        quantity: 'what-comes-back',
      },
    ]),
    { kind: 'label', tone: 'ink', at: [0.34, 1.05], side: 'right', text: 'wide: probability' },
    {
      kind: 'label',
      tone: 'accent',
      at: [0.34, -0.95],
      side: 'right',
      text: 'narrow: where the score will go',
    },
  ];
  return (
    <Plot
      label={classScoresWords.picture(model)}
      x={{
        scale: linearScale(0.3, 3.7),
        name: 'class',
        ticks: [1, 2, 3],
      }}
      y={{ scale: linearScale(-1.15, 1.15), name: '', ticks: [-1, 0, 1] }}
      marks={marks}
    />
  );
}

/** The loss on a line, with its floor and what it is where nothing is known. */
function LossPlot({ model }: { model: ClassScoresModel }) {
  const { loss, leastLoss, chanceLoss } = model;
  const top = 4;
  const marks: Mark[] = [
    ...(leastLoss > 0
      ? [
          {
            kind: 'band',
            axis: 'y',
            from: 0,
            to: leastLoss,
            tone: 'dead',
            hatched: true,
            quantity: 'least-loss',
          } satisfies Mark,
        ]
      : []),
    {
      kind: 'line',
      tone: 'target',
      width: 1.5,
      dash: 'dashed',
      points: [
        [0, chanceLoss],
        [1, chanceLoss],
      ],
      quantity: 'chance-loss',
    },
    {
      kind: 'label',
      tone: 'target',
      at: [0.04, chanceLoss],
      side: 'above-right',
      text: `nothing known, ${numberText(chanceLoss, 4)}`,
      quantity: 'chance-loss',
    },
    {
      kind: 'line',
      tone: 'output',
      width: 3,
      points: [
        [0, Math.min(loss, top)],
        [1, Math.min(loss, top)],
      ],
    },
    {
      kind: 'label',
      tone: 'output',
      at: [0.97, Math.min(loss, top)],
      side: loss > top - 0.5 ? 'below-left' : 'above-left',
      text: `loss ${numberText(loss, 3)}`,
    },
  ];
  return (
    <Plot
      label={classScoresWords.picture(model)}
      x={{ scale: linearScale(0, 1), name: 'this sample', ticks: [] }}
      y={{ scale: linearScale(0, top), name: '', ticks: [0, 1, 2, 3, 4] }}
      marks={marks}
    />
  );
}
