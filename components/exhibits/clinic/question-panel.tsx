import { useRef } from 'preact/hooks';
import { countText } from '../../../src/words/numbers.ts';
import type { Question } from '../../../src/clinic/index.ts';
import { troubleText } from './answer-words.ts';
import { languageNames } from './form-words.ts';
import type { ClinicModel } from './model.ts';
import { questionWords } from './question-words.ts';
import { shapesOf } from './read-answers.ts';

/** One question at a time, the one that tells most for its trouble. */
export function QuestionPanel({ model }: { model: ClinicModel }) {
  const { patient, question, stage } = model;
  // What was pressed goes with its question: whoever works by keyboard stays here, before the next.
  const title = useRef<HTMLHeadingElement>(null);
  if (!patient || stage === 'waiting') return null;
  return (
    <section class="clinic-part" aria-labelledby="clinic-question">
      <h2 id="clinic-question" ref={title} tabIndex={-1}>
        One more number
      </h2>
      {question ? (
        <Asking
          key={question.question}
          model={model}
          question={question.question}
          onDone={() => title.current?.focus()}
        />
      ) : (
        <p>
          {model.exhausted
            ? 'No further number that the program can print would tell much more. What is left can only be told apart by the proof below, or by looking at the code.'
            : 'The best question is being worked out …'}
        </p>
      )}
    </section>
  );
}

function Asking({ model, question, onDone }: { model: ClinicModel; question: Question; onDone: () => void }) {
  const { language } = model.fields;
  const { ask, recipe } = questionWords[question];
  const own = recipe[language as keyof typeof recipe];
  return (
    <form
      class="clinic-asking"
      onSubmit={(event) => {
        event.preventDefault();
        model.answer();
        if (!model.trouble) onDone();
      }}
    >
      <p class="clinic-ask">{ask}</p>
      {model.question!.gain === 0 && (
        <p>
          No number is needed to decide between the suspects; this one puts the first of them to the test.
        </p>
      )}
      <details open={question === 'check'}>
        <summary>How to get it in {languageNames[language as keyof typeof languageNames]}</summary>
        <pre>
          <code>{own}</code>
        </pre>
        <p>The names are those that such programs mostly have; put in yours.</p>
      </details>
      <AnswerFields model={model} question={question} />
      {model.trouble && (
        <p class="clinic-refused" role="alert">
          {troubleText(model.trouble)}
        </p>
      )}
      <div class="button-row">
        <button type="submit" class="button button-main">
          Take this into account
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            model.skip();
            onDone();
          }}
        >
          Skip: ask something else
        </button>
      </div>
    </form>
  );
}

function AnswerFields({ model, question }: { model: ClinicModel; question: Question }) {
  const { patient } = model;
  const d = patient!.description;
  switch (question) {
    case 'loss1':
    case 'loss10':
    case 'loss100':
    case 'loss1000':
    case 'lossEnd':
      return <Answer model={model} name={question} label={`The loss${lossOver(model)}`} rows={1} />;
    case 'hidden':
      return (
        <>
          {patient!.layout.hiddenLayers.map((l) => (
            <Answer
              key={l}
              model={model}
              name={`hidden.${l}`}
              label={`Hidden layer ${l + 1}: a row for each sample, ${d.widths[l]} numbers each`}
            />
          ))}
        </>
      );
    case 'initial':
      return <Answer model={model} name="initial" label={parametersLabel(model)} />;
    case 'moved':
      return (
        <>
          <Answer model={model} name="moved.before" label={`Before training. ${parametersLabel(model)}`} />
          <Answer model={model} name="moved.after" label="After training, in the same order" />
        </>
      );
    case 'check':
      return <CheckFields model={model} />;
    default:
      return (
        <Answer model={model} name={question} label="The outputs for all samples, in the order of the data" />
      );
  }
}

const lossOver = ({ patient }: ClinicModel) =>
  patient!.description.batch === 'mean' ? ', averaged over the samples' : ', summed over the samples';

function parametersLabel({ patient }: ClinicModel): string {
  const shapes = shapesOf(patient!.description);
  const parts = shapes.map(
    ({ inputs, units }, l) =>
      `${countText(inputs * units)} weights and ${countText(units)} biases of layer ${l + 1}`,
  );
  return `All numbers, layer by layer, weights before biases: ${parts.join(', ')}`;
}

export function Answer({
  model,
  name,
  label,
  rows = 4,
}: {
  model: ClinicModel;
  name: string;
  label: string;
  rows?: number;
}) {
  const id = `clinic-answer-${name}`;
  return (
    <div class="clinic-field clinic-wide">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        spellcheck={false}
        value={model.answers[name] ?? ''}
        onInput={({ currentTarget }) => model.write(name, currentTarget.value)}
      />
    </div>
  );
}

const seen: [value: string, words: string][] = [
  ['', 'Choose what you see'],
  ['1', 'all near 1: right'],
  ['0.5', 'all near ½'],
  ['2', 'all near 2'],
  ['-1', 'all near −1'],
  ['other', 'all near one other number'],
  ['differs', 'different numbers'],
  ['stays', 'all 0: it does not move'],
  ['nothing', '0 / 0: no gradient, no step'],
  ['moves', 'infinite: it moves without a gradient'],
  ['absent', 'there are none'],
];

function CheckFields({ model }: { model: ClinicModel }) {
  const d = model.patient!.description;
  const sample = d.batch === 'sample' ? d.data.inputs[largestInput(d.data.inputs)]! : undefined;
  return (
    <>
      <p>
        {sample
          ? `Make one update with the sample ${sample.join(' ')} (of the first weights a sample of zeros shows nothing), and divide what each parameter moved by rate times slope of that sample’s loss.`
          : 'Make one update with all samples, and divide what each parameter moved by rate times slope of the loss.'}{' '}
        What comes out?
      </p>
      <div class="clinic-fields">
        {shapesOf(d).flatMap((_, l) =>
          (d.biases === 'none' ? (['weights'] as const) : (['weights', 'biases'] as const)).map((part) => {
            const name = `check.${l}.${part}`;
            const value = model.answers[name] ?? '';
            const isOther = value !== '' && !seen.some(([one]) => one === value);
            return (
              <div class="clinic-field" key={name}>
                <label for={`clinic-${name}`}>
                  {part === 'weights' ? 'Weights' : 'Biases'} of layer {l + 1}
                </label>
                <select
                  id={`clinic-${name}`}
                  value={isOther ? 'other' : value}
                  onChange={({ currentTarget }) => model.write(name, currentTarget.value)}
                >
                  {seen.map(([one, words]) => (
                    <option key={one} value={one}>
                      {words}
                    </option>
                  ))}
                </select>
                {(isOther || value === 'other') && (
                  <input
                    type="text"
                    aria-label={`That number, for the ${part} of layer ${l + 1}`}
                    value={value === 'other' ? '' : value}
                    onInput={({ currentTarget }) => model.write(name, currentTarget.value || 'other')}
                  />
                )}
              </div>
            );
          }),
        )}
      </div>
    </>
  );
}

function largestInput(inputs: readonly number[][]): number {
  const sizes = inputs.map((row) => row.reduce((sum, x) => sum + x * x, 0));
  return sizes.indexOf(Math.max(...sizes));
}
