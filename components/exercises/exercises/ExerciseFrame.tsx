import type { ComponentChildren } from 'preact';
import { useSignal } from '@preact/signals';
import type { Verdict } from '../../../src/book/index.ts';
import { gradingWords } from '../../../src/words/grading.ts';
import { Words } from '../../ui/Words.tsx';
import { noteSolutionSeen, useProgress } from '../progress-store.ts';
import { ProgressTrouble } from '../ProgressTrouble.tsx';
import type { ExerciseData } from './exercise-data.ts';
import { kindNames } from './kind-names.ts';

interface Props {
  exercise: ExerciseData;
  verdict: Verdict | SaidVerdict | undefined;
  children: ComponentChildren;
}

/** A verdict on a program: its checks say the rest. */
export interface SaidVerdict {
  kind: 'unreadable' | 'right' | 'wrong';
  why: string;
}

/** What every exercise has around its answer: the question, the verdict, hints in steps, the solution. */
export function ExerciseFrame({ exercise, verdict, children }: Props) {
  const hintsShown = useSignal(0);
  const { id, hints, solution, solutionWaits } = exercise;
  const { progress, trouble } = useProgress();
  const isSolved = progress.exercises[id]?.solved ?? false;
  return (
    <section class="exercise" aria-labelledby={`${id}-title`} id={id}>
      <h3 class="exercise-title" id={`${id}-title`}>
        <span>
          {exercise.number}. {kindNames[exercise.kind]}
        </span>
        {isSolved && <span class="exercise-solved">solved</span>}
      </h3>
      <p class="exercise-question">
        <Words text={exercise.question} />
      </p>
      {children}
      <div class="exercise-verdict" aria-live="polite" data-verdict={verdict?.kind}>
        {verdict && (
          <p>
            <strong>{gradingWords.verdict[verdict.kind]}</strong>{' '}
            <Words text={'why' in verdict ? verdict.why : gradingWords.remark(verdict.remark)} />
          </p>
        )}
      </div>
      {hintsShown.value > 0 && (
        <ol class="exercise-hints" data-field="hints" aria-label="Hints">
          {hints.slice(0, hintsShown.value).map((hint, i) => (
            <li key={i}>
              <Words text={hint} />
            </li>
          ))}
        </ol>
      )}
      <div class="exercise-help">
        {hintsShown.value < hints.length && (
          <button
            type="button"
            class="button button-quiet"
            data-field="hints"
            onClick={() => hintsShown.value++}
          >
            {hintsShown.value === 0 ? 'Hint' : 'Another hint'}
          </button>
        )}
        {solution !== undefined && (isSolved || !solutionWaits) && (
          <details
            data-field="solution"
            onToggle={(event) => {
              if (event.currentTarget.open) noteSolutionSeen(id);
            }}
          >
            <summary>Solution</summary>
            <p>
              <Words text={solution} />
            </p>
          </details>
        )}
      </div>
      <ProgressTrouble trouble={verdict && trouble} />
    </section>
  );
}
