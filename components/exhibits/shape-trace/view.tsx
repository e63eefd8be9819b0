import { useComputed, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { ExhibitBody } from '../../ui/ExhibitBody.tsx';
import { numberText } from '../../ui/number-text.ts';
import { createModel, type NamedMatrix, type ShapeTraceModel, type SumOver } from './model.ts';

export interface ShapeTraceViewProps {
  batch: 1 | 2 | 4;
  sumOver: SumOver;
}

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
    const fresh = createModel({ batch: batch.value, sumOver: sumOver.value });
    fresh.step(steps.value);
    return fresh;
  });
  const shown = model.value;
  const spread = spreadOf(shown.biases[shown.biases.length - 1]!);
  return (
    <ExhibitBody finding={findingOf(shown, spread)}>
      <div class="exhibit-controls">
        <fieldset class="exhibit-choices">
          <legend>The bias gradient is summed over</legend>
          {axes.map(({ value, text }) => (
            <label key={value}>
              <input
                type="radio"
                name={`${id}-axis`}
                checked={sumOver.value === value}
                onChange={() => (sumOver.value = value)}
              />
              {text}
            </label>
          ))}
        </fieldset>
        <fieldset class="exhibit-choices exhibit-choices-row">
          <legend>Samples at once</legend>
          {([1, 2, 4] as const).map((size) => (
            <label key={size}>
              <input
                type="radio"
                name={`${id}-batch`}
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
  return (
    <div class={`shape-trace-matrix${isWrong ? ' shape-trace-wrong' : ''}`}>
      <p>
        <b>{matrix.name}</b> <span>{matrix.formula}</span>
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
      <p class="shape-trace-shape">{matrix.shape}</p>
    </div>
  );
}

/** What the update does to the biases, and the invariant it keeps. */
function BiasLine({ model, spread }: { model: ShapeTraceModel; spread: number }) {
  const bias = model.biases[model.biases.length - 1]!;
  const steps = model.biases.length - 1;
  const { biasUpdate } = model;
  return (
    <div class="exhibit-note exhibit-words">
      <p>
        {`After ${steps} ${steps === 1 ? 'step' : 'steps'} the biases are `}
        <b>{bias.map((value) => numberText(value, 4)).join(', ')}</b>
        {`, and max(b)\u00a0−\u00a0min(b)\u00a0=\u00a0${numberText(spread, 3)}.`}
      </p>
      <p>
        {biasUpdate.kind === 'matches' && 'db has one number for each bias: the shape of what it updates.'}
        {biasUpdate.kind === 'broadcast' &&
          `db is one number, ${numberText(biasUpdate.value, 4)}, and is subtracted from all three biases without a complaint. Biases that begin alike stay alike for ever.`}
        {biasUpdate.kind === 'refused' && `Here NumPy stops, luckily: ${biasUpdate.message}.`}
      </p>
    </div>
  );
}

function findingOf(model: ShapeTraceModel, spread: number): string {
  const steps = model.biases.length - 1;
  const after = steps === 0 ? '' : ` after ${steps} ${steps === 1 ? 'step' : 'steps'}`;
  switch (model.biasUpdate.kind) {
    case 'matches':
      return steps === 0
        ? 'Summed over the samples, the bias gradient has one number for each bias'
        : `Summed over the samples, the biases part: max(b) − min(b) is ${numberText(spread, 3)}${after}`;
    case 'broadcast':
      return `One number moves all three biases: max(b) − min(b) is ${numberText(spread, 3)}${after || ', and will stay so'}`;
    case 'refused':
      return 'Summed over the units, the shapes do not fit, and the program stops';
  }
}

function spreadOf(bias: number[]): number {
  return Math.max(...bias) - Math.min(...bias);
}
