import { useComputed, useSignal } from '@preact/signals';
import { numberText } from '../../../src/words/numbers.ts';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { NumberSlider } from '../../ui/NumberSlider.tsx';
import { RoomFor } from '../../ui/RoomFor.tsx';
import { type ArrayShape, type BroadcastModel, createBroadcast, shapes } from './model.ts';
import { broadcastWords } from './words.ts';

export interface BroadcastViewProps {
  predictions: number[];
  targets: number[];
  predictionShape: ArrayShape;
  targetShape: ArrayShape;
}

export function BroadcastView(props: BroadcastViewProps) {
  const predictions = useSignal(props.predictions);
  const predictionShape = useSignal(props.predictionShape);
  const targetShape = useSignal(props.targetShape);
  const model = useComputed(() =>
    createBroadcast({
      predictions: predictions.value,
      targets: props.targets,
      predictionShape: predictionShape.value,
      targetShape: targetShape.value,
    }),
  );
  const shown = model.value;
  const count = props.targets.length;
  const shapeField = (field: string, name: string, shape: typeof predictionShape) => (
    <label class="exhibit-field" data-field={field}>
      <span>{name}</span>
      <select
        value={shape.value}
        onChange={(event) => (shape.value = event.currentTarget.value as ArrayShape)}
      >
        {shapes.map((one) => (
          <option key={one} value={one}>
            {broadcastWords.shape(one, count)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <ExhibitBody
      finding={<RoomFor texts={[broadcastWords.longest]}>{broadcastWords.finding(shown)}</RoomFor>}
    >
      <div class="exhibit-controls">
        {shapeField('predictionShape', 'Shape of the predictions', predictionShape)}
        {shapeField('targetShape', 'Shape of the targets', targetShape)}
        {predictions.value.map((prediction, k) => (
          <NumberSlider
            key={k}
            field={`prediction${k + 1}`}
            name={`Prediction ${k + 1}, target ${numberText(props.targets[k]!, 2)}`}
            value={prediction}
            low={-0.5}
            high={1.5}
            step={0.05}
            valueText={(value) => numberText(value, 2)}
            onChange={(value) =>
              (predictions.value = predictions.value.map((old, other) => (other === k ? value : old)))
            }
          />
        ))}
      </div>
      <p class="broadcast-code">
        <code>{broadcastWords.code(predictionShape.value, targetShape.value)}</code>
      </p>
      <div class="broadcast-room" style={{ '--rows': count }}>
        <DifferenceTable model={shown} predictions={predictions.value} targets={props.targets} />
      </div>
      <p class="exhibit-note">
        <RoomFor
          texts={[broadcastWords.best({ ...shown, isTable: true, best: [-0.123], rightError: 0.0123 })]}
        >
          {broadcastWords.best(shown)}
        </RoomFor>
      </p>
    </ExhibitBody>
  );
}

interface DifferenceTableProps {
  model: BroadcastModel;
  predictions: readonly number[];
  targets: readonly number[];
}

/** The difference as it lies in memory, with what each row and column is made of at its head. */
function DifferenceTable({ model, predictions, targets }: DifferenceTableProps) {
  const { difference, madeOf, isTable } = model;
  // Along an axis of the table that only one of the two arrays has, that array stands at the head.
  const rowsArePredictions = isTable && madeOf[0]![0]!.prediction === madeOf[0]![1]!.prediction;
  const head = (values: readonly number[], k: number) => numberText(values[k]!, 2);
  return (
    <table class="cell-table broadcast-table" aria-label={broadcastWords.table(model)}>
      {isTable ? (
        <thead>
          <tr>
            <td />
            {difference[0]!.map((_, column) => (
              <th key={column} scope="col">
                {rowsArePredictions ? `− ${head(targets, column)}` : head(predictions, column)}
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody>
        {difference.map((row, r) => (
          <tr key={r}>
            {isTable ? (
              <th scope="row">{rowsArePredictions ? head(predictions, r) : `− ${head(targets, r)}`}</th>
            ) : null}
            {row.map((value, c) => {
              const { prediction, target } = madeOf[r]![c]!;
              return (
                <td
                  key={c}
                  class={prediction === target ? 'cell-meant' : 'cell-other'}
                  data-quantity={prediction === target ? 'own-difference' : 'other-difference'}
                >
                  {numberText(value, 2)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
