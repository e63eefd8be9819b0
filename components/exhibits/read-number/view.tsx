import { useSignal } from '@preact/signals';
import { ExhibitBody } from '../../ui/exhibit/ExhibitBody.tsx';
import { measures, readNumber, type Measure } from './model.ts';
import { pastedNumber, pastedTargets } from './pasted.ts';
import { readNumberWords } from './words.ts';

export interface ReadNumberViewProps {
  number: string;
  measure: Measure;
  targets: string;
}

export function ReadNumberView(props: ReadNumberViewProps) {
  const number = useSignal(props.number);
  const measure = useSignal(props.measure);
  const targets = useSignal(props.targets);
  const typed = pastedNumber(number.value);
  const pasted = pastedTargets(targets.value);
  const model =
    'problem' in typed || 'problem' in pasted ? undefined : readNumber(measure.value, typed, pasted.rows);
  return (
    <ExhibitBody finding={model ? readNumberWords.finding(model) : 'Nothing to read yet'}>
      <div class="exhibit-controls">
        <label class="exhibit-field" data-field="number">
          <span>It stands at</span>
          <input
            type="text"
            value={number.value}
            aria-invalid={'problem' in typed}
            onInput={(event) => (number.value = event.currentTarget.value)}
          />
          <span class="exhibit-problem" role="status">
            {readNumberWords.numberProblem(typed)}
          </span>
        </label>
        <label class="exhibit-field" data-field="measure">
          <span>which is</span>
          <select
            value={measure.value}
            onChange={(event) => (measure.value = event.currentTarget.value as Measure)}
          >
            {measures.map((one) => (
              <option key={one} value={one}>
                {readNumberWords.measure(one)}
              </option>
            ))}
          </select>
        </label>
        <label class="exhibit-field exhibit-field-wide" data-field="targets">
          <span>and the targets are</span>
          <textarea
            class="exhibit-code"
            rows={2}
            spellcheck={false}
            value={targets.value}
            aria-invalid={'problem' in pasted}
            onInput={(event) => (targets.value = event.currentTarget.value)}
          />
          <span class="exhibit-problem" role="status">
            {readNumberWords.targetsProblem(pasted)}
          </span>
        </label>
      </div>
      <div class="number-readings" role="region" aria-label="Readings" tabIndex={0}>
        <ol role="list">
          {model?.readings.map((reading) => (
            <li key={`${JSON.stringify(reading.meaning)} ${reading.convention}`} data-exact={reading.isExact}>
              <strong>{readNumberWords.meaning(reading)}</strong> {readNumberWords.closeness(reading)}
            </li>
          ))}
        </ol>
        <p class="exhibit-note">{model && readNumberWords.note(model)}</p>
      </div>
    </ExhibitBody>
  );
}
