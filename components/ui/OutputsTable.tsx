import { countText, exactText, heldText } from '../../src/words/numbers.ts';
import { shownSamples } from './shown-samples.ts';
import './OutputsTable.css';

export interface OutputsTableProps {
  /** [N, I] */
  inputs: readonly (readonly number[])[];
  /** [N, O] */
  targets: readonly (readonly number[])[];
  /** [N, O] */
  outputs: readonly (readonly number[])[];
  /** Whether outputs show every digit of the double. Defaults to false. */
  exact?: boolean;
  /**
   * Between the two targets of each output, which is right on its target's side. Where targets take more than two values,
   * the error is shown instead. [O]
   */
  middles: readonly number[];
  /** Samples to show at most, spread evenly. Defaults to 8. */
  rows?: number;
  /** The row to mark. */
  sample?: number;
  onSample?: (sample: number) => void;
}

const tuple = (numbers: readonly number[], text: (value: number, index: number) => string) =>
  numbers.map((value, index) => text(value, index)).join(', ');

/** Outputs against targets, sample by sample: each on its side or not, or, for targets of many values, its error. */
export function OutputsTable(props: OutputsTableProps) {
  const { inputs, targets, outputs, exact = false, middles, rows, sample, onSample } = props;
  const shown = shownSamples(inputs.length, rows);
  const outputText = (value: number) => (exact ? exactText(value) : heldText(value, 4));
  const isRegression = new Set(targets.flat()).size > 2;
  const onItsSide = (n: number) =>
    (outputs[n] ?? []).every(
      (value, o) => Math.sign(value - middles[o]!) === Math.sign(targets[n]![o]! - middles[o]!),
    );
  return (
    <table class="outputs-table">
      <caption>
        {inputs.length > shown.length
          ? `Outputs of ${shown.length} of ${countText(inputs.length)} samples`
          : 'Outputs against targets'}
      </caption>
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col">Target</th>
          <th scope="col">Output</th>
          <th scope="col">{isRegression ? 'Error' : 'Side'}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((n) => (
          <tr key={n} data-current={n === sample}>
            <th scope="row">
              {onSample ? (
                <button type="button" aria-pressed={n === sample} onClick={() => onSample(n)}>
                  {tuple(inputs[n] ?? [], (value) => heldText(value))}
                </button>
              ) : (
                tuple(inputs[n] ?? [], (value) => heldText(value))
              )}
            </th>
            <td class="target-number">{tuple(targets[n] ?? [], exactText)}</td>
            <td class="output-number">{tuple(outputs[n] ?? [], outputText)}</td>
            {isRegression ? (
              <td class="output-error">
                {tuple(outputs[n] ?? [], (value, o) => heldText(value - (targets[n]?.[o] ?? 0)))}
              </td>
            ) : (
              <td class="side" data-right={onItsSide(n)}>
                {onItsSide(n) ? '✓' : '✕'} <span>{onItsSide(n) ? 'right' : 'wrong'}</span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
