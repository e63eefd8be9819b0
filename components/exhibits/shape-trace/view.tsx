import { useComputed, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { numberText } from '../../../src/words/numbers.ts';
import { RoomFor } from '../../ui/RoomFor.tsx';
import { createShapeTrace, type NamedMatrix, type ShapeTraceModel, type SumOver } from './model.ts';
import { shapeWords } from './words.ts';

export interface ShapeTraceViewProps {
  batch: 1 | 2 | 4;
  sumOver: SumOver;
}

const batches = [1, 2, 4] as const;
const mostSamples = Math.max(...batches);

const axes: { value: SumOver; text: string }[] = [
  { value: 'samples', text: 'the samples, g.sum(axis=0)' },
  { value: 'everything', text: 'everything, g.sum()' },
  { value: 'units', text: 'the units, g.sum(axis=1)' },
];

export function ShapeTraceView(props: ShapeTraceViewProps) {
  const batch = useSignal(props.batch);
  const sumOver = useSignal(props.sumOver);
  const steps = useSignal(0);
  const id = useId();
  const model = useComputed(() => {
    const fresh = createShapeTrace({ batch: batch.value, sumOver: sumOver.value });
    fresh.step(steps.value);
    return fresh;
  });
  const shown = model.value;
  const spread = spreadOf(shown.biases[shown.biases.length - 1]!);
  return (
    <ExhibitBody finding={shapeWords.finding(shown, spread)}>
      <div class="exhibit-controls">
        <fieldset class="exhibit-choices" data-field="sumOver">
          <legend>The bias gradient is summed over</legend>
          {axes.map(({ value, text }) => (
            <label key={value}>
              <input
                type="radio"
                name={`${id}-axis`}
                value={value}
                checked={sumOver.value === value}
                onChange={() => (sumOver.value = value)}
              />
              {text}
            </label>
          ))}
        </fieldset>
        <fieldset class="exhibit-choices exhibit-choices-row" data-field="batch">
          <legend>Samples at once</legend>
          {batches.map((size) => (
            <label key={size}>
              <input
                type="radio"
                name={`${id}-batch`}
                value={size}
                checked={batch.value === size}
                onChange={() => (batch.value = size)}
              />
              {size}
            </label>
          ))}
        </fieldset>
        <div class="exhibit-buttons">
          <button type="button" class="exhibit-button" onClick={() => (steps.value += 1)}>
            Step
          </button>
          <button type="button" class="exhibit-button" onClick={() => (steps.value += 20)}>
            20 steps
          </button>
          <button type="button" class="exhibit-button" onClick={() => (steps.value = 0)}>
            Back to the start
          </button>
        </div>
      </div>
      <div class="shape-trace">
        {shown.trace.map((matrix) => (
          <Matrix
            key={matrix.name}
            matrix={matrix}
            isWrong={matrix.name === 'db' && shown.biasUpdate.kind !== 'matches'}
          />
        ))}
      </div>
      <BiasLine model={shown} spread={spread} />
    </ExhibitBody>
  );
}

function Matrix({ matrix, isWrong }: { matrix: NamedMatrix; isWrong: boolean }) {
  const rowsLeft = mostRows(matrix) - matrix.values.length;
  return (
    <div
      class={`shape-trace-matrix${isWrong ? ' shape-trace-wrong' : ''}`}
      style={{ '--columns': mostColumns(matrix) }}
    >
      <p>
        <b>{matrix.name}</b> <span>{shapeWords.formula(matrix)}</span>
      </p>
      <table aria-label={`${matrix.name}, shape ${matrix.shape}`}>
        <tbody>
          {matrix.values.map((row, i) => (
            <tr key={i}>
              {row.map((value, j) => (
                <td key={j}>{numberText(value, 3)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rowsLeft > 0 && <div class="shape-trace-absent" style={{ '--rows-left': rowsLeft }} />}
      <p class="shape-trace-shape">{matrix.shape}</p>
    </div>
  );
}

/** The columns for which a matrix has its room: a bias gradient has one for each unit, each sample, or one alone. */
function mostColumns({ name, values }: NamedMatrix): number {
  return name === 'db' ? mostSamples : values[0]!.length;
}

/** The rows for which it has its room: those before dW have one for each sample. */
function mostRows({ name, values }: NamedMatrix): number {
  return name === 'dW' || name === 'db' ? values.length : mostSamples;
}

/** What the update does to the biases, and the invariant it keeps. */
function BiasLine({ model, spread }: { model: ShapeTraceModel; spread: number }) {
  const bias = model.biases[model.biases.length - 1]!;
  const [before, after] = shapeWords.states(model.biases.length - 1);
  return (
    <div class="exhibit-note">
      <p>
        <RoomFor texts={[longestStates]}>
          {before}
          <b>{shapeWords.biases(bias)}</b>
          {after(spread)}
        </RoomFor>
      </p>
      <p>
        <RoomFor texts={[longestUpdate]}>{shapeWords.update(model.biasUpdate, model.trace)}</RoomFor>
      </p>
    </div>
  );
}

const longestStates = (() => {
  const [before, after] = shapeWords.states(1000);
  return `${before}${shapeWords.biases([-0.0001, -0.0001, -0.0001])}${after(0.0001)}`;
})();
const longestUpdate = shapeWords.update({ kind: 'broadcast', value: -0.1234 });

function spreadOf(bias: number[]): number {
  return Math.max(...bias) - Math.min(...bias);
}
