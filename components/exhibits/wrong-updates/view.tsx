import { useComputed, useSignal } from '@preact/signals';
import { countText } from '../../../src/words/numbers.ts';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { LearningRateSlider } from '../../ui/LearningRateSlider.tsx';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { NumberTable } from '../../ui/NumberTable.tsx';
import type { Mark, Point } from '../../ui/plot/marks.ts';
import { Plot } from '../../ui/plot/Plot.tsx';
import { linearScale } from '../../ui/plot/scale.ts';
import { SeedSlider } from '../../ui/SeedSlider.tsx';
import { createWrongUpdates, type UpdatePicture, type WrongUpdatesOptions } from './model.ts';
import { wrongUpdatesWords } from './words.ts';

const lastUpdate = 40;

/** Small pictures: what each wrong rule did in one update, against what was due. */
export function WrongUpdatesView(props: WrongUpdatesOptions) {
  const update = useSignal(props.update);
  const learningRate = useSignal(props.learningRate);
  const seed = useSignal(props.seed);
  const pictures = useComputed(() =>
    createWrongUpdates({ update: update.value, learningRate: learningRate.value, seed: seed.value }),
  );
  const shown = pictures.value;
  return (
    <ExhibitBody finding={wrongUpdatesWords.finding(shown, update.value)}>
      <div class="exhibit-controls">
        <NumberSlider
          field="update"
          name="Update"
          value={update.value}
          low={1}
          high={lastUpdate}
          step={1}
          valueText={countText}
          onChange={(value) => (update.value = Math.max(1, Math.min(lastUpdate, Math.round(value))))}
        />
        <LearningRateSlider
          value={learningRate.value}
          high={2}
          onChange={(value) => (learningRate.value = value)}
        />
        <SeedSlider value={seed.value} onChange={(value) => (seed.value = value)} />
      </div>
      <ul class="wrong-updates-key">
        <li class="wrong-updates-hidden">hidden layer</li>
        <li class="wrong-updates-output">output</li>
        <li class="wrong-updates-due">
          as due: across, the step that is due; upwards, the step that was made
        </li>
      </ul>
      <ol class="wrong-updates picture-rows">
        {shown.map((picture) => (
          <li key={picture.rule}>
            <p class="small-picture-name">{wrongUpdatesWords.name(picture.rule)}</p>
            <StepsPlot picture={picture} />
            <p class="wrong-updates-code">
              <code>{wrongUpdatesWords.code(picture.rule)}</code>
            </p>
            <p>{wrongUpdatesWords.pattern(picture.rule)}</p>
          </li>
        ))}
      </ol>
      <NumberTable
        title="Every step in numbers: made (due)"
        columns={['parameter', ...shown.map(({ rule }) => wrongUpdatesWords.name(rule))]}
        rows={shown[0]!.steps.map((parameter, j) => [
          wrongUpdatesWords.parameter(parameter),
          ...shown.map(({ steps }) => {
            const { made, due } = steps[j]!;
            return `${wrongUpdatesWords.step(made)} (${wrongUpdatesWords.step(due)})`;
          }),
        ])}
      />
    </ExhibitBody>
  );
}

function StepsPlot({ picture }: { picture: UpdatePicture }) {
  const sizes = picture.steps.flatMap(({ due, made }) => [Math.abs(due), Math.abs(made)]);
  const largest = Math.max(0, ...sizes.filter(Number.isFinite)) * 1.15 || 1;
  const pointsOf = (layer: 'hidden' | 'output'): Point[] =>
    picture.steps
      .filter((step) => step.layer === layer && Number.isFinite(step.made) && Number.isFinite(step.due))
      .map(({ due, made }): Point => [due, made]);
  const isNumber = picture.steps.some(({ made }) => Number.isFinite(made));
  const axis = (points: Point[]): Mark => ({ kind: 'line', tone: 'faint', width: 1, points });
  const marks: Mark[] = [
    axis([
      [-largest, 0],
      [largest, 0],
    ]),
    axis([
      [0, -largest],
      [0, largest],
    ]),
    {
      kind: 'line',
      tone: 'target',
      width: 1.5,
      dash: 'dashed',
      quantity: 'step-due',
      points: [
        [-largest, -largest],
        [largest, largest],
      ],
    },
    { kind: 'dots', tone: 'output', size: 9, points: pointsOf('hidden'), quantity: 'step-made' },
    { kind: 'dots', tone: 'ink', size: 5, points: pointsOf('output'), quantity: 'step-made' },
    ...(isNumber
      ? []
      : [
          {
            kind: 'label',
            tone: 'ink',
            at: [-largest * 0.2, largest * 0.5],
            side: 'left',
            text: wrongUpdatesWords.notANumber,
          } satisfies Mark,
        ]),
  ];
  return (
    <Plot
      shape="square"
      label={wrongUpdatesWords.picture(picture)}
      x={{ scale: linearScale(-largest, largest), name: '', ticks: [0] }}
      y={{ scale: linearScale(-largest, largest), name: '', ticks: [0] }}
      marks={marks}
    />
  );
}
