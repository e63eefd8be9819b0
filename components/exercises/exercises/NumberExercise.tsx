import { useSignal } from '@preact/signals';
import { gradeNumber, type Verdict } from '../../../src/book/index.ts';
import { noteAnswer } from '../progress-store.ts';
import type { NumberExerciseData } from './exercise-data.ts';
import { ExerciseFrame } from './ExerciseFrame.tsx';

/** A number with a tolerance and, where it has one, a unit. */
export function NumberExercise({ exercise }: { exercise: NumberExerciseData }) {
  const typed = useSignal('');
  const verdict = useSignal<Verdict | undefined>(undefined);
  const check = () => {
    verdict.value = gradeNumber(
      { ...exercise, solution: exercise.solution ?? 'Your number is the right one.' },
      typed.value,
    );
    if (verdict.value.kind !== 'unreadable') {
      noteAnswer(exercise.id, typed.value, verdict.value.kind === 'right');
    }
  };
  return (
    <ExerciseFrame exercise={exercise} verdict={verdict.value}>
      <form
        class="exercise-number"
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        <label data-field="answer">
          Your number{exercise.unit && ` (${exercise.unit})`}
          <input
            type="text"
            inputMode="decimal"
            autocomplete="off"
            spellcheck={false}
            value={typed.value}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
              verdict.value = undefined;
            }}
          />
        </label>
        <button type="submit" class="button button-main">
          Check
        </button>
      </form>
    </ExerciseFrame>
  );
}
