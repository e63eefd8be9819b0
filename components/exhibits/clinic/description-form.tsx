import type { ComponentChildren } from 'preact';
import {
  batchNames,
  biasNames,
  type FieldName,
  languages,
  lossNames,
  taskNames,
  weightNames,
} from '../../../src/clinic/index.ts';
import {
  activationOptions,
  batchWords,
  biasWords,
  languageNames,
  lossWords,
  problemText,
  taskWords,
  weightWords,
} from './form-words.ts';
import type { ClinicModel } from './model.ts';

/** What the network is meant to be; each part may be unknown. */
export function DescriptionForm({ model }: { model: ClinicModel }) {
  const { fields } = model;
  const isLeaky = fields.hidden === 'leakyRelu' || fields.output === 'leakyRelu';
  return (
    <section class="clinic-part" aria-labelledby="clinic-description">
      <h2 id="clinic-description">What is the network meant to be?</h2>
      <div class="clinic-fields">
        <Choice
          model={model}
          field="task"
          label="Task"
          options={taskNames.map((name) => [name, taskWords[name]])}
        />
        {fields.task === 'own' && (
          <label class="clinic-field clinic-wide">
            <span>The rows: inputs, an arrow, targets</span>
            <textarea
              rows={5}
              value={fields.rows}
              placeholder={'0 0 -> 0\n0 1 -> 1'}
              onInput={({ currentTarget }) => model.set('rows', currentTarget.value)}
            />
          </label>
        )}
        <Text
          model={model}
          field="widths"
          label="Hidden units: 4, or 8 4 for two layers; 0 for none"
          unknown="widths"
        />
        <Choice
          model={model}
          field="hidden"
          label="Hidden activation"
          options={activationOptions('hidden')}
          unknown="hidden"
        />
        {isLeaky && <Text model={model} field="slope" label="Slope of leaky ReLU below 0" />}
        <Choice
          model={model}
          field="output"
          label="Output activation"
          options={activationOptions('output')}
          unknown="output"
        />
        <Choice
          model={model}
          field="loss"
          label="Loss"
          options={lossNames.map((name) => [name, lossWords[name]])}
          unknown="loss"
        />
        <Text model={model} field="rate" label="Learning rate" unknown="rate" />
        <Choice
          model={model}
          field="batch"
          label="When the weights are updated"
          options={batchNames.map((name) => [name, batchWords[name]])}
          unknown="batch"
        />
        <Choice
          model={model}
          field="weights"
          label="First weights"
          options={weightNames.map((name) => [name, weightWords[name]])}
          unknown="weights"
        />
        <Choice
          model={model}
          field="biases"
          label="First biases"
          options={biasNames.map((name) => [name, biasWords[name]])}
        />
        <Text model={model} field="epochs" label="Epochs: passes through the data" unknown="epochs" />
        <Choice
          model={model}
          field="language"
          label="Language"
          options={languages.map((name) => [name, languageNames[name]])}
        />
      </div>
      {model.problems.length > 0 && (
        <ul class="clinic-problems" role="alert">
          {model.problems.map((problem) => (
            <li key={problemText(problem)}>{problemText(problem)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface FieldProps {
  model: ClinicModel;
  field: FieldName;
  label: string;
  /** The setting that may be unknown. */
  unknown?: string;
}

function Choice({ options, ...props }: FieldProps & { options: readonly (readonly [string, string])[] }) {
  const { model, field } = props;
  return (
    <Field {...props}>
      {(isUnknown, id) => (
        <select
          id={id}
          disabled={isUnknown}
          value={model.fields[field]}
          onChange={({ currentTarget }) => model.set(field, currentTarget.value)}
        >
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Text(props: FieldProps) {
  const { model, field } = props;
  return (
    <Field {...props}>
      {(isUnknown, id) => (
        <input
          id={id}
          type="text"
          inputMode="text"
          autocomplete="off"
          spellcheck={false}
          disabled={isUnknown}
          value={model.fields[field]}
          onInput={({ currentTarget }) => model.set(field, currentTarget.value)}
        />
      )}
    </Field>
  );
}

function Field({
  model,
  field,
  label,
  unknown,
  children,
}: FieldProps & { children: (isUnknown: boolean, id: string) => ComponentChildren }) {
  const isUnknown = unknown !== undefined && model.fields.unknown.split(',').includes(unknown);
  const id = `clinic-${field}`;
  return (
    <div class="clinic-field">
      <label for={id}>{label}</label>
      {children(isUnknown, id)}
      {unknown && (
        <label class="clinic-unknown">
          <input type="checkbox" checked={isUnknown} onChange={() => model.toggleUnknown(unknown)} />
          <span>
            I don’t know<span class="visually-hidden">: {label}</span>
          </span>
        </label>
      )}
    </div>
  );
}
