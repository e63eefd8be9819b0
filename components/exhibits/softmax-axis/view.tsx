import { useComputed, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { fixedText } from '../../../src/words/numbers.ts';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { RoomFor } from '../../ui/RoomFor.tsx';
import { SeedSlider } from '../../ui/SeedSlider.tsx';
import { createSoftmaxAxis, type SoftmaxAxis, softmaxAxes } from './model.ts';
import { scoresOf } from './scores.ts';
import { softmaxAxisWords } from './words.ts';

export interface SoftmaxAxisViewProps {
  axis: SoftmaxAxis;
}

export function SoftmaxAxisView(props: SoftmaxAxisViewProps) {
  const axis = useSignal<SoftmaxAxis>(props.axis);
  const seed = useSignal(1);
  const id = useId();
  const scores = useComputed(() => scoresOf(seed.value));
  const model = useComputed(() => createSoftmaxAxis({ scores: scores.value, axis: axis.value }));
  const { probabilities, rowSums, columnSums } = model.value;
  return (
    <ExhibitBody
      finding={
        <RoomFor texts={[softmaxAxisWords.longest]}>
          {softmaxAxisWords.finding(axis.value, model.value)}
        </RoomFor>
      }
    >
      <div class="exhibit-controls">
        <fieldset class="exhibit-choices" data-field="axis">
          <legend>The softmax adds up over</legend>
          {softmaxAxes.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={`${id}-axis`}
                value={one}
                checked={axis.value === one}
                onChange={() => (axis.value = one)}
              />
              {softmaxAxisWords.axis(one)}
            </label>
          ))}
        </fieldset>
        <SeedSlider value={seed.value} onChange={(value) => (seed.value = value)} />
      </div>
      <p class="softmax-axis-code">
        <code>{softmaxAxisWords.code(axis.value)}</code>
      </p>
      <div
        class="softmax-axis-scroll"
        tabIndex={0}
        role="group"
        aria-label="The probabilities and their sums"
      >
        <table class="cell-table softmax-axis-table">
          <thead>
            <tr>
              <td />
              {columnSums.map((_, k) => (
                <th key={k} scope="col">
                  class {k + 1}
                </th>
              ))}
              <th scope="col">sum</th>
            </tr>
          </thead>
          <tbody>
            {probabilities.map((row, n) => (
              <tr key={n}>
                <th scope="row">sample {n + 1}</th>
                {row.map((p, k) => (
                  <td key={k} class={p === Math.max(...row) ? 'softmax-axis-given' : undefined}>
                    {fixedText(p, 3)}
                  </td>
                ))}
                <Total of={rowSums[n]!} />
              </tr>
            ))}
            <tr>
              <th scope="row">sum</th>
              {columnSums.map((total, k) => (
                <Total key={k} of={total} />
              ))}
              <td />
            </tr>
          </tbody>
        </table>
      </div>
    </ExhibitBody>
  );
}

/** A sum at the margin, framed where it is 1. */
function Total({ of }: { of: number }) {
  const isOne = Math.abs(of - 1) < 1e-9;
  return (
    <td class={isOne ? 'cell-meant' : 'cell-other'} data-quantity={isOne ? 'adds-up-to-one' : undefined}>
      {fixedText(of, 3)}
    </td>
  );
}
