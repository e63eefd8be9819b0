import { useSignal } from '@preact/signals';
import { gradeOption, type Verdict } from '../../../src/book/index.ts';
import { Words } from '../../ui/Words.tsx';
import { noteAnswer } from '../progress-store.ts';
import type { OptionExerciseData } from './exercise-data.ts';
import { ExerciseFrame } from './ExerciseFrame.tsx';

/** A prediction or a choice: one of several answers, each with its reason. */
export function OptionExercise({ exercise }: { exercise: OptionExerciseData }) {
  const chosen = useSignal<string | undefined>(undefined);
  const verdict = useSignal<Verdict | undefined>(undefined);
  const check = () => {
    verdict.value = gradeOption(exercise.options, chosen.value);
    if (chosen.value !== undefined) noteAnswer(exercise.id, chosen.value, verdict.value.kind === 'right');
  };
  return (
    <ExerciseFrame exercise={exercise} verdict={verdict.value}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        <fieldset class="exercise-options" data-field="answer">
          <legend class="visually-hidden">Answers</legend>
          {exercise.options.map((option) => (
            <label key={option.id}>
              <input
                type="radio"
                name={exercise.id}
                value={option.id}
                checked={chosen.value === option.id}
                onChange={() => {
                  chosen.value = option.id;
                  verdict.value = undefined;
                }}
              />
              <span>
                <Words text={option.text} />
              </span>
            </label>
          ))}
        </fieldset>
        <button type="submit" class="button button-main">
          {exercise.kind === 'prediction' ? 'That is my prediction' : 'Check'}
        </button>
      </form>
    </ExerciseFrame>
  );
}
