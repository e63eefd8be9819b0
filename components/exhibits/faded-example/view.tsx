import { useSignal } from '@preact/signals';
import { judge, type Judgement } from './judge.ts';
import type { Example, FadedExampleModel, ShownLine, ShownStep } from './model.ts';
import { PassPicture } from './picture.tsx';
import { fadedWords } from './words.ts';

/** A backward pass on three samples, of which the reader does more and more. */
export function FadedExampleView({ model }: { model: FadedExampleModel }) {
  return (
    <div class="exhibit-body faded-example">
      <p class="figure-finding">{fadedWords.finding}</p>
      {model.examples.map((example, i) => (
        <PassView key={i} model={model} example={example} number={i + 1} />
      ))}
    </div>
  );
}

interface PassViewProps {
  model: FadedExampleModel;
  example: Example;
  number: number;
}

function PassView({ model, example, number }: PassViewProps) {
  const typed = useSignal<Record<string, string>>({});
  const judgements = useSignal<Record<string, Judgement | undefined>>({});
  // The line that is being filled in.
  const current = useSignal<string | undefined>(undefined);
  const { steps, blankSteps } = example;
  const blanks = steps.flatMap(({ lines }) => lines.filter(({ blank }) => blank));
  const isDone = blanks.length > 0 && blanks.every(({ id }) => judgements.value[id]?.kind === 'right');

  const type = (id: string, text: string) => {
    typed.value = { ...typed.value, [id]: text };
    judgements.value = { ...judgements.value, [id]: undefined };
  };
  const check = (lines: ShownLine[]) => {
    const next = { ...judgements.value };
    for (const { id, blank } of lines) {
      const text = typed.value[id] ?? '';
      if (blank && text.trim() !== '') next[id] = judge(blank, text, typed.value[blank.from?.line ?? '']);
    }
    judgements.value = next;
  };

  return (
    <section class="faded-pass" aria-labelledby={`faded-pass-${number}`}>
      <h3 id={`faded-pass-${number}`}>{fadedWords.pass(number, blankSteps)}</h3>
      <div class="faded-sides">
        <PassPicture weights={model.weights} example={example} line={current.value} />
        <ol class="faded-steps">
          {steps.map((step, s) => (
            <li key={step.id}>
              <p class="faded-step-title">{fadedWords.step(step.id).title}</p>
              {blankSteps === 0 && <p class="faded-why">{fadedWords.step(step.id).why}</p>}
              {step.lines.some(({ blank }) => blank) ? (
                <BlankStep
                  step={step}
                  name={`${number}-${s}`}
                  typed={typed.value}
                  judgements={judgements.value}
                  onType={type}
                  onFocus={(id) => (current.value = id)}
                  onCheck={() => check(step.lines)}
                />
              ) : (
                step.lines.map((line) => <GivenLine key={line.id} line={line} />)
              )}
            </li>
          ))}
        </ol>
      </div>
      {blankSteps > 0 && (
        <p class="faded-end" role="status">
          {isDone ? fadedWords.done(blanks.length, blankSteps) : ''}
        </p>
      )}
    </section>
  );
}

/** δ₁ = δ · v₁ · (1 − a₁²) = 0.0972 × 0.6 × 0.359 = 0.021 */
function GivenLine({ line: { symbol, formula, factors, value } }: { line: ShownLine }) {
  return (
    <p class="faded-line">
      <b>{symbol}</b> <span>= {formula}</span>{' '}
      {factors.length > 1 && <span>= {factors.map((factor) => bracketed(factor)).join(' × ')}</span>}{' '}
      <span>
        = <b>{fadedWords.number(value)}</b>
      </span>
    </p>
  );
}

const bracketed = (value: number) => (value < 0 ? `(${fadedWords.number(value)})` : fadedWords.number(value));

interface BlankStepProps {
  step: ShownStep;
  /** Tells the fields of this step from those of the others. */
  name: string;
  typed: Record<string, string>;
  judgements: Record<string, Judgement | undefined>;
  onType: (id: string, text: string) => void;
  onFocus: (id: string | undefined) => void;
  onCheck: () => void;
}

function BlankStep({ step, name, typed, judgements, onType, onFocus, onCheck }: BlankStepProps) {
  const { lines, notAsked } = step;
  return (
    <>
      {notAsked > 0 && <p class="faded-why">{fadedWords.asked(lines.length, notAsked)}</p>}
      <form
        class="faded-form"
        onSubmit={(event) => {
          event.preventDefault();
          onCheck();
        }}
      >
        {lines.map(({ id, symbol }) => {
          const judgement = judgements[id];
          return (
            <div key={id} class="faded-blank">
              <label>
                <b>{symbol}</b> =
                <input
                  type="text"
                  inputMode="text"
                  autocomplete="off"
                  spellcheck={false}
                  value={typed[id] ?? ''}
                  aria-invalid={judgement?.kind === 'wrong'}
                  aria-describedby={`faded-${name}-${id}`}
                  onInput={(event) => onType(id, event.currentTarget.value)}
                  onFocus={() => onFocus(id)}
                  onBlur={() => onFocus(undefined)}
                />
              </label>
              <p
                id={`faded-${name}-${id}`}
                class="faded-judgement"
                aria-live="polite"
                data-kind={judgement?.kind}
              >
                {judgement && fadedWords.judgement(judgement)}
              </p>
            </div>
          );
        })}
        <button type="submit" class="exhibit-button">
          Check
        </button>
      </form>
      <details class="faded-solution">
        <summary>How it is done</summary>
        <p class="faded-why">{fadedWords.step(step.id).why}</p>
        {lines.map((line) => (
          <GivenLine key={line.id} line={line} />
        ))}
      </details>
    </>
  );
}
