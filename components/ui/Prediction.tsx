import { useRef } from 'preact/hooks';
import './button.css';
import './Prediction.css';

export interface PredictionChoice {
  id: string;
  label: string;
}

/** What a reader has done about a prediction so far. */
export type PredictionState = { kind: 'open' } | { kind: 'skipped' } | { kind: 'made'; choice: string };

/** What happened: which choice was right, in a sentence, and a question that asks for the reason. */
export interface PredictionResult {
  choice: string;
  text: string;
  why: string;
}

export interface PredictionProps {
  question: string;
  choices: PredictionChoice[];
  state: PredictionState;
  /** Once it is known. */
  result?: PredictionResult | undefined;
  onChoose: (id: string) => void;
  onSkip: () => void;
}

/** One tap before the first run says what the reader expects; afterwards it stands beside what happened. */
export function Prediction({ question, choices, state, result, onChoose, onSkip }: PredictionProps) {
  const section = useRef<HTMLElement>(null);
  // The buttons go with the answer. Whoever pressed one stays where it was.
  const answer = (tell: () => void) => {
    section.current?.focus({ preventScroll: true });
    tell();
  };
  const made = state.kind === 'made' ? choices.find((choice) => choice.id === state.choice) : undefined;
  return (
    <section
      class="prediction"
      data-field="prediction"
      role="group"
      aria-label={state.kind === 'open' ? 'Prediction' : 'Prediction and result'}
      tabIndex={-1}
      ref={section}
    >
      {state.kind === 'open' ? (
        <>
          <p class="prediction-question">{question}</p>
          <div class="prediction-choices">
            {choices.map((choice) => (
              <button
                type="button"
                class="button"
                key={choice.id}
                onClick={() => answer(() => onChoose(choice.id))}
              >
                {choice.label}
              </button>
            ))}
            <button type="button" class="button button-quiet" onClick={() => answer(onSkip)}>
              Skip
            </button>
          </div>
        </>
      ) : (
        <>
          <dl class="prediction-outcome">
            <div>
              <dt>You predicted</dt>
              <dd>{made?.label ?? 'nothing: skipped'}</dd>
            </div>
            <div>
              <dt>It happened</dt>
              <dd>{result?.text ?? 'not run to its end yet'}</dd>
            </div>
          </dl>
          {result && made && (
            <p class="prediction-verdict" data-right={made.id === result.choice}>
              {made.id === result.choice ? 'As you said. ' : 'Not as you said. '}
              {result.why}
            </p>
          )}
        </>
      )}
    </section>
  );
}
