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
  /** Where the targets name classes: the class of each sample's target, and of its outputs where one is above all others. [N] */
  classes?: readonly { target: number | undefined; answer: number | undefined }[] | undefined;
  /** The samples to show, the worst first. Defaults to 8 spread evenly. */
  worst?: readonly number[] | undefined;
  /** The row to mark. */
  sample?: number;
  onSample?: (sample: number) => void;
}

/** Inputs of more numbers than these are shortened, and the sample is called by its place. */
const longInput = 4;

const tuple = (numbers: readonly number[], text: (value: number, index: number) => string) =>
  numbers.map((value, index) => text(value, index)).join(', ');

/** Outputs against targets, sample by sample: each on its side or not, or, for targets of many values, its error. */
export function OutputsTable(props: OutputsTableProps) {
  const { inputs, targets, outputs, exact = false, middles, classes, worst, sample, onSample } = props;
  const shown = worst ?? shownSamples(inputs.length);
  // Every digit of one output; several side by side would not be read.
  const outputText = (value: number) =>
    exact && targets[0]?.length === 1 ? exactText(value) : heldText(value, 4);
  const isRegression = !classes && new Set(targets.flat()).size > 2;
  const isRight = (n: number) =>
    classes
      ? outputs[n] !== undefined && classes[n]!.answer === classes[n]!.target
      : (outputs[n] ?? []).every(
          (value, o) => Math.sign(value - middles[o]!) === Math.sign(targets[n]![o]! - middles[o]!),
        );
  return (
    <table class="outputs-table">
      <caption class={shown.length === inputs.length ? 'outputs-all' : undefined}>
        {worst
          ? `The ${shown.length} worst of ${countText(inputs.length)} samples`
          : inputs.length > shown.length
            ? `Outputs of ${shown.length} of ${countText(inputs.length)} samples`
            : 'Outputs against targets'}
      </caption>
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col">Target</th>
          <th scope="col">Output</th>
          <th scope="col">{isRegression ? 'Error' : classes ? 'Class' : 'Side'}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((n) => (
          <tr key={n} data-current={n === sample}>
            <th scope="row">
              {onSample ? (
                <button type="button" aria-pressed={n === sample} onClick={() => onSample(n)}>
                  {inputText(inputs[n] ?? [], n)}
                </button>
              ) : (
                inputText(inputs[n] ?? [], n)
              )}
            </th>
            <td class="target-number">
              {classes ? classes[n]!.target : tuple(targets[n] ?? [], (value) => heldText(value, 6))}
            </td>
            <td class="output-number">
              {classes ? (
                <ClassText outputs={outputs[n] ?? []} {...classes[n]!} />
              ) : (
                tuple(outputs[n] ?? [], outputText)
              )}
            </td>
            {isRegression ? (
              <td class="output-error">
                {tuple(outputs[n] ?? [], (value, o) => heldText(value - (targets[n]?.[o] ?? 0)))}
              </td>
            ) : (
              <td class="side" data-right={isRight(n)}>
                {isRight(n) ? '✓' : '✕'} <span>{isRight(n) ? 'right' : 'wrong'}</span>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function inputText(input: readonly number[], n: number): string {
  const numbers = tuple(input.slice(0, longInput), (value) => heldText(value));
  return input.length > longInput ? `sample ${n + 1}: ${numbers}, …` : numbers;
}

interface ClassTextProps {
  outputs: readonly number[];
  target: number | undefined;
  answer: number | undefined;
}

/** Of few outputs all; of many the one that is above all others, and that of the target where it is another. */
function ClassText({ outputs, target, answer }: ClassTextProps) {
  if (outputs.length <= longInput) return <>{tuple(outputs, (value) => heldText(value))}</>;
  const named = [...new Set([answer, target])].filter((one) => one !== undefined);
  return <>{named.map((one) => `${one}:\u00a0${heldText(outputs[one] ?? NaN)}`).join(', ')}</>;
}
