import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { CodeCheck, Verdict } from '../../../src/book/index.ts';
import type { LabSession } from '../../../src/lab/index.ts';
import { CodeEditor, type CodeFailure } from '../../ui/code-editor/CodeEditor.tsx';
import { noteAnswer } from '../progress-store.ts';
import { keepDraft, readDraft } from './draft.ts';
import type { CodeExerciseData } from './exercise-data.ts';
import { ExerciseFrame } from './ExerciseFrame.tsx';

/** A program to be mended in place, graded by what it does. */
export function CodeExercise({ exercise }: { exercise: CodeExerciseData }) {
  const { id, source, grade } = exercise;
  const text = useSignal(source);
  const undo = useSignal<string[]>([]);
  const failure = useSignal<CodeFailure | undefined>(undefined);
  const checks = useSignal<CodeCheck[]>([]);
  const verdict = useSignal<Verdict | undefined>(undefined);
  const busy = useSignal<{ done: number; total: number } | undefined>(undefined);
  const lab = useRef<LabSession | undefined>(undefined);
  const cancel = useRef<AbortController | undefined>(undefined);

  useEffect(() => {
    text.value = readDraft(id) ?? source;
    return () => {
      cancel.current?.abort();
      lab.current?.close();
    };
  }, []);

  const show = (next: string) => {
    text.value = next;
    keepDraft(id, next === source ? undefined : next);
    failure.value = undefined;
    verdict.value = undefined;
    checks.value = [];
  };
  /** A change made by a button can be taken back by a button. */
  const replace = (next: string) => {
    undo.value = [...undo.value, text.value];
    show(next);
  };

  const check = async () => {
    const control = new AbortController();
    cancel.current = control;
    busy.value = { done: 0, total: grade.seeds.count };
    verdict.value = undefined;
    failure.value = undefined;
    checks.value = [];
    const [{ openLab }, { gradeProgram }] = await Promise.all([
      import('../../../src/lab/index.ts'),
      import('./grade-program.ts'),
    ]);
    lab.current ??= openLab();
    const graded = await gradeProgram(lab.current, text.value, grade, {
      signal: control.signal,
      onProgress: (done, total) => (busy.value = { done, total }),
    });
    busy.value = undefined;
    if (graded.kind === 'failed') {
      failure.value = graded.failure;
      verdict.value = {
        kind: 'unreadable',
        why: 'The program could not be run. It is not counted as a try.',
      };
    } else if (graded.kind === 'checked') {
      checks.value = graded.checks;
      const right = graded.checks.every(({ met }) => met);
      verdict.value = right
        ? { kind: 'right', why: 'Your program does all that was asked.' }
        : { kind: 'wrong', why: 'See what is still missing below.' };
      noteAnswer(id, text.value === source ? 'unchanged' : 'changed', right);
    }
  };

  return (
    <ExerciseFrame exercise={exercise} verdict={verdict.value}>
      <CodeEditor
        label={`The program of exercise ${exercise.number}`}
        text={text.value}
        original={source}
        highlighted={<span dangerouslySetInnerHTML={{ __html: exercise.highlighted }} />}
        failure={failure.value}
        canUndo={undo.value.length > 0}
        onText={show}
        onUndo={() => {
          const before = undo.value.at(-1);
          undo.value = undo.value.slice(0, -1);
          if (before !== undefined) show(before);
        }}
        onReset={() => replace(source)}
      />
      <p class="exercise-run">
        {busy.value ? (
          <>
            <button type="button" class="button" onClick={() => cancel.current?.abort()}>
              Stop
            </button>
            <progress value={busy.value.done} max={busy.value.total} aria-label="Seeds run" />
          </>
        ) : (
          <button type="button" class="button button-main" onClick={() => void check()}>
            Run {grade.seeds.count} seeds and check
          </button>
        )}
      </p>
      {checks.value.length > 0 && (
        <ul class="exercise-checks" aria-label="What was asked, and what your program does">
          {checks.value.map(({ met, words }, i) => (
            <li key={i} data-met={met}>
              <span class="visually-hidden">{met ? 'Met: ' : 'Not met: '}</span>
              {words}
            </li>
          ))}
        </ul>
      )}
    </ExerciseFrame>
  );
}
