import { Prediction, type PredictionChoice } from '../Prediction.tsx';
import type { FirstRun } from './first-run.ts';
import './first-run.css';

export interface FirstRunQuestionProps {
  firstRun: FirstRun;
  question: string;
  choices: PredictionChoice[];
  /** Starts the run; an answer does it too. */
  onRun: () => void;
  /** Whether skipping the question starts the run as well, where nothing else does. Defaults to false. */
  skipRuns?: boolean;
}

/** What an exhibit asks before its first run, and afterwards the answer beside the result. It blocks nothing. */
export function FirstRunQuestion({
  firstRun,
  question,
  choices,
  onRun,
  skipRuns = false,
}: FirstRunQuestionProps) {
  return (
    <div class="first-run" aria-live="polite">
      <Prediction
        question={question}
        choices={choices}
        state={firstRun.state}
        result={firstRun.result}
        onChoose={(choice) => {
          firstRun.begin(choice);
          onRun();
        }}
        onSkip={() => {
          firstRun.begin();
          if (skipRuns) onRun();
        }}
      />
    </div>
  );
}
