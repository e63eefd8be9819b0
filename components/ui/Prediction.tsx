export interface PredictionChoice {
  id: string;
  label: string;
}

export interface PredictionProps {
  question: string;
  choices: PredictionChoice[];
  /** What the reader has done about it so far. */
  state: { kind: 'open' } | { kind: 'skipped' } | { kind: 'made'; choice: string };
  /** What happened, once it has: which choice was right, in a sentence, and a question that asks for the reason. */
  result?: { choice: string; text: string; why: string } | undefined;
  onChoose: (id: string) => void;
  onSkip: () => void;
}

/** One tap before the first run says what the reader expects; afterwards it stands beside what happened. */
export function Prediction({ question, choices, state, result, onChoose, onSkip }: PredictionProps) {
  if (state.kind === 'open') {
    return (
      <section class="prediction" role="group" aria-label="Prediction">
        <p class="prediction-question">{question}</p>
        <div class="prediction-choices">
          {choices.map((choice) => (
            <button type="button" class="button" key={choice.id} onClick={() => onChoose(choice.id)}>
              {choice.label}
            </button>
          ))}
          <button type="button" class="button button-quiet" onClick={onSkip}>
            Skip
          </button>
        </div>
      </section>
    );
  }
  const made = state.kind === 'made' ? choices.find((choice) => choice.id === state.choice) : undefined;
  return (
    <section class="prediction" role="group" aria-label="Prediction and result">
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
    </section>
  );
}
