import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { fingerprint, type CodeCheck, type Graded } from '../../../src/book/index.ts';
import type { LabSession } from '../../../src/lab/index.ts';
import { gradingWords } from '../../../src/words/grading.ts';
import { CodeEditor, type CodeFailure } from '../../ui/code-editor/CodeEditor.tsx';
import { noteAnswer, useProgress } from '../progress-store.ts';
import { keepDraft, readDraft } from './draft.ts';
import type { CodeExerciseData } from './exercise-data.ts';
import { CheckList } from '../../ui/check-list/CheckList.tsx';
import { ExerciseFrame, type SaidVerdict } from './ExerciseFrame.tsx';

/** A program to be mended in place, graded by what it does. */
export function CodeExercise({ exercise }: { exercise: CodeExerciseData }) {
  const { id, source, grade } = exercise;
  const text = useSignal(source);
  /** Whether the reader's text began from an earlier version of this program. */
  const earlier = useSignal(false);
  const undo = useSignal<string[]>([]);
  const failure = useSignal<CodeFailure | undefined>(undefined);
  const checks = useSignal<CodeCheck[]>([]);
  const verdict = useSignal<SaidVerdict | undefined>(undefined);
  const busy = useSignal<{ done: number; total: number } | undefined>(undefined);
  const lab = useRef<LabSession | undefined>(undefined);
  const cancel = useRef<AbortController | undefined>(undefined);
  /** What the text is kept as: one that began from a link is kept beside the reader's own. */
  const keptAs = useRef(id);
  const { progress } = useProgress();
  const latest = progress.exercises[id]?.answer;

  useEffect(() => {
    const draft = readDraft(id, source);
    text.value = draft?.text ?? source;
    earlier.value = draft?.earlier ?? false;
    return () => {
      cancel.current?.abort();
      lab.current?.close();
    };
  }, []);

  const clear = () => {
    failure.value = undefined;
    verdict.value = undefined;
    checks.value = [];
  };
  const show = (next: string) => {
    // What is being checked is no longer what the reader sees.
    cancel.current?.abort();
    text.value = next;
    if (next === source) earlier.value = false;
    keepDraft(keptAs.current, next === source ? undefined : next, earlier.value ? undefined : source);
    clear();
  };
  /** A change made by a button can be taken back by a button. */
  const replace = (next: string) => {
    undo.value = [...undo.value, text.value];
    show(next);
  };

  /** A link says which program to begin from. */
  const begin = (given: string) => {
    keptAs.current = `${id}@${fingerprint(given)}`;
    show(readDraft(keptAs.current, source)?.text ?? given);
  };

  const check = async () => {
    const control = new AbortController();
    cancel.current = control;
    const checked = text.value;
    clear();
    busy.value = { done: 0, total: grade.seeds.count };
    let graded: Graded;
    try {
      const [{ openLab }, { gradeProgram }] = await Promise.all([
        import('../../../src/lab/index.ts'),
        import('./grade-program.ts'),
      ]);
      lab.current ??= openLab();
      graded = await gradeProgram(lab.current, { source: checked, given: source }, grade, {
        signal: control.signal,
        onProgress: (done, total) => (busy.value = { done, total }),
      });
    } catch {
      graded = { kind: 'failed', failure: noLab };
    }
    busy.value = undefined;
    if (text.value !== checked) return;
    if (graded.kind === 'stopped') verdict.value = { kind: 'unreadable', why: gradingWords.stopped };
    else if (graded.kind === 'failed') {
      failure.value = graded.failure;
      verdict.value = { kind: 'unreadable', why: gradingWords.couldNotRun };
    } else {
      checks.value = graded.checks;
      const right = graded.checks.every(({ met }) => met);
      verdict.value = right
        ? { kind: 'right', why: gradingWords.allMet }
        : { kind: 'wrong', why: gradingWords.someMissing };
      noteAnswer(id, checked, right);
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
        compares={earlier.value}
        canUndo={undo.value.length > 0}
        onText={show}
        onTextSet={begin}
        onUndo={() => {
          const before = undo.value.at(-1);
          undo.value = undo.value.slice(0, -1);
          if (before !== undefined) show(before);
        }}
        onReset={() => replace(source)}
      >
        {latest !== undefined && latest !== text.value && latest !== source && (
          <button type="button" class="button" onClick={() => replace(latest)}>
            My latest try
          </button>
        )}
      </CodeEditor>
      {earlier.value && (
        <p class="code-note">
          Your program began from an earlier version of this exercise. It is as you left it; what differs from
          the program as it stands here now is marked.
        </p>
      )}
      <p class="exercise-run">
        <button
          type="button"
          class={busy.value ? 'button' : 'button button-main'}
          onClick={() => (busy.value ? cancel.current?.abort() : void check())}
        >
          {busy.value ? 'Stop' : `Run ${grade.seeds.count} seeds and check`}
        </button>
        {busy.value && <progress value={busy.value.done} max={busy.value.total} aria-label="Seeds run" />}
      </p>
      {checks.value.length > 0 && <CheckList checks={checks.value} />}
    </ExerciseFrame>
  );
}

const noLab = {
  message:
    'The part of the book that runs programs could not be loaded. Your text is kept; reload the page to try again.',
};
