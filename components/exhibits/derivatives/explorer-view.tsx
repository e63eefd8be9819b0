import { useComputed, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { numberText } from '../../../src/words/numbers.ts';
import { NumberTable } from '../../ui/NumberTable.tsx';
import { RoomFor } from '../../ui/RoomFor.tsx';
import { type ActivationExplorerModel, createActivationExplorer, type Given } from './explorer.ts';
import { FunctionPlot, SlopePlot } from './plots.tsx';
import { type PresetId, presetOf, presets } from './presets.ts';
import type { Problem } from './tokens.ts';
import { explorerWords } from './explorer-words.ts';

export interface ActivationExplorerViewProps {
  /** The id of one of the presets. */
  preset: string;
  range: [low: number, high: number];
}

type Valid = Extract<ActivationExplorerModel, { kind: 'valid' }>;

export function ActivationExplorerView({ preset, range }: ActivationExplorerViewProps) {
  const first = presetOf(preset);
  const presetId = useSignal<string>(first.id);
  const functionText = useSignal(first.functionText);
  const derivativeText = useSignal(first.derivativeText);
  const id = useId();
  const given = useSignal<Given>(first.given);

  const model = useComputed(() =>
    createActivationExplorer({
      functionText: functionText.value,
      derivativeText: derivativeText.value,
      given: given.value,
      range,
    }),
  );
  // While a formula cannot be read, the pictures stay at the last one that could.
  const latest = useSignal<Valid | undefined>(undefined);
  const read = model.value;
  if (read.kind === 'valid' && latest.peek() !== read) latest.value = read;
  const shown = read.kind === 'valid' ? read : latest.value;

  const choose = (id: string) => {
    const chosen = presetOf(id);
    presetId.value = id;
    functionText.value = chosen.functionText;
    derivativeText.value = chosen.derivativeText;
    given.value = chosen.given;
  };
  const problem = (where: 'function' | 'derivative') =>
    read.kind === 'invalid' && read.where === where ? read : undefined;

  return (
    <ExhibitBody finding={explorerWords.finding(read)}>
      <div class="exhibit-controls exhibit-controls-two">
        <label class="exhibit-field" data-field="preset">
          <span>Begin with</span>
          <select value={presetId.value} onChange={(event) => choose(event.currentTarget.value)}>
            <optgroup label="Right">{presets.filter(({ isWrong }) => !isWrong).map(optionOf)}</optgroup>
            <optgroup label="Wrong, as found in real programs">
              {presets.filter(({ isWrong }) => isWrong).map(optionOf)}
            </optgroup>
          </select>
        </label>
        <fieldset class="exhibit-choices" data-field="given">
          <legend>The derivative is given</legend>
          {(['pre-activation', 'activation'] as const).map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name={`${id}-given`}
                value={choice}
                checked={given.value === choice}
                onChange={() => (given.value = choice)}
              />
              {explorerWords.given(choice)}
            </label>
          ))}
        </fieldset>
        <FormulaField
          field="function"
          name="f(x) ="
          text={functionText.value}
          problem={problem('function')}
          onText={(text) => (functionText.value = text)}
        />
        <FormulaField
          field="derivative"
          name="f′(x) ="
          text={derivativeText.value}
          problem={problem('derivative')}
          onText={(text) => (derivativeText.value = text)}
        />
      </div>
      {shown ? <Pictures model={shown} /> : null}
    </ExhibitBody>
  );
}

function Pictures({ model }: { model: Valid }) {
  return (
    <>
      <div class="exhibit-panels">
        <FunctionPlot model={model} />
        <SlopePlot model={model} />
      </div>
      <p class="exhibit-note">
        <RoomFor texts={[explorerWords.longestTold]}>{explorerWords.told(model)}</RoomFor>
      </p>
      <NumberTable
        title="The slopes in numbers"
        columns={['z', 'f(z)', 'f′ as written', 'slope by differences']}
        rows={model.z
          .map((z, i) => [z, model.value[i]!, model.claimed[i]!, model.slope[i]!])
          .filter((_, i) => i % 40 === 0)
          .map(([z, value, claimed, slope]) => [
            numberText(z!),
            numberText(value!),
            numberText(claimed!),
            Number.isNaN(slope!) ? 'kink: no one slope' : numberText(Number(slope!.toFixed(6))),
          ])}
      />
    </>
  );
}

function FormulaField(props: {
  field: string;
  name: string;
  text: string;
  problem: { problem: Problem; at: number } | undefined;
  onText: (text: string) => void;
}) {
  const { field, name, text, problem, onText } = props;
  return (
    <label class="exhibit-field" data-field={field}>
      <span>{name}</span>
      <textarea
        class="exhibit-code"
        rows={3}
        spellcheck={false}
        autocapitalize="off"
        value={text}
        aria-invalid={problem !== undefined}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <span class="exhibit-problem" role="status">
        <RoomFor texts={[explorerWords.longestProblem]}>
          {problem ? explorerWords.problem(problem.problem, problem.at) : ''}
        </RoomFor>
      </span>
    </label>
  );
}

function optionOf({ id }: { id: PresetId }) {
  return (
    <option key={id} value={id}>
      {explorerWords.preset(id)}
    </option>
  );
}
