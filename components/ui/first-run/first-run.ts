/**
 * What a reader expects of an exhibit's first run, and what came of it. The expectation comes before the run or not at all:
 * a run that begins while the question is open closes it.
 */
import type { PredictionResult, PredictionState } from '../Prediction.tsx';

export interface FirstRun {
  readonly state: PredictionState;
  readonly result: PredictionResult | undefined;
  /** The reader has answered, has skipped the question, or runs without an answer. */
  begin(choice?: string): void;
  /** A run has come to its end. Of several, the first is the one that was asked about. */
  end(result: PredictionResult): void;
}

/** @param change Called after every change. */
export function createFirstRun(change: () => void): FirstRun {
  const firstRun = {
    state: { kind: 'open' } as PredictionState,
    result: undefined as PredictionResult | undefined,
    begin(choice?: string) {
      if (firstRun.state.kind !== 'open') return;
      firstRun.state = choice === undefined ? { kind: 'skipped' } : { kind: 'made', choice };
      change();
    },
    end(result: PredictionResult) {
      if (firstRun.result) return;
      firstRun.result = result;
      change();
    },
  };
  return firstRun;
}
