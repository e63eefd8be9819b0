import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { emptyProgress, mergeProgress, readProgress, type Progress } from '../../../src/book/index.ts';
import { progress, saveProgress, trouble } from '../progress-store.ts';

interface ListedExercise {
  id: string;
  /** "3. Compute" */
  name: string;
  question: string;
}

export interface ListedChapter {
  title: string;
  /** The page's address. */
  href: string;
  exercises: ListedExercise[];
}

/** What was answered, chapter by chapter, with a way back to where the reader stopped. */
export function ProgressListView({ chapters }: { chapters: ListedChapter[] }) {
  const { exercises } = progress.value;
  const all = chapters.flatMap((chapter) => chapter.exercises.map((exercise) => ({ chapter, exercise })));
  const solved = all.filter(({ exercise }) => exercises[exercise.id]?.solved).length;
  const next = whereToGoOn(chapters, progress.value);
  return (
    <div class="progress">
      <p class="progress-sum" aria-live="polite">
        {solved === 0 && Object.keys(exercises).length === 0
          ? 'Nothing answered yet on this device.'
          : `${solved} of ${all.length} exercises solved.`}
      </p>
      {next && (
        <p>
          <a class="button button-main" href={`${next.href}#${next.id}`}>
            {solved === 0 ? 'Begin' : 'Go on'} with “{next.title}”
          </a>
        </p>
      )}
      {chapters.map((chapter) => (
        <section key={chapter.href}>
          <h2>
            <a href={chapter.href}>{chapter.title}</a>
          </h2>
          <ol class="progress-exercises">
            {chapter.exercises.map(({ id, name, question }) => (
              <li key={id} data-state={stateOf(progress.value, id)}>
                <a href={`${chapter.href}#${id}`}>{name}</a>
                <span class="progress-question">{question}</span>
                <span class="progress-state">{stateWords[stateOf(progress.value, id)]}</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <ProgressFile />
    </div>
  );
}

const stateWords = {
  solved: 'solved',
  helped: 'solved, with the solution open',
  tried: 'tried, not solved yet',
  open: 'not answered',
} as const;

function stateOf({ exercises }: Progress, id: string): keyof typeof stateWords {
  const record = exercises[id];
  if (!record) return 'open';
  if (record.solved) return record.sawSolution ? 'helped' : 'solved';
  return record.tries > 0 ? 'tried' : 'open';
}

/** The exercise after the latest answer, else the first that is not solved. */
function whereToGoOn(
  chapters: ListedChapter[],
  { exercises }: Progress,
): { href: string; id: string; title: string } | undefined {
  const all = chapters.flatMap(({ href, title, exercises: listed }) =>
    listed.map(({ id }) => ({ href, id, title })),
  );
  const latest = all.reduce(
    (best, { id }, i) => ((exercises[id]?.at ?? '') > (exercises[all[best]?.id ?? '']?.at ?? '') ? i : best),
    -1,
  );
  const open = (entry: { id: string }) => !exercises[entry.id]?.solved;
  return all.slice(Math.max(0, latest)).find(open) ?? all.find(open);
}

/** Takes the progress to another device as a file, brings it back, or erases it. */
function ProgressFile() {
  const picker = useRef<HTMLInputElement>(null);
  const message = useSignal('');
  const erasing = useSignal(false);
  const download = () => {
    const url = URL.createObjectURL(
      new Blob([JSON.stringify(progress.value, null, 2)], { type: 'application/json' }),
    );
    const link = Object.assign(document.createElement('a'), {
      href: url,
      download: 'broken-by-one-line-progress.json',
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
    message.value = 'Saved as broken-by-one-line-progress.json.';
  };
  const upload = async (file: File | undefined) => {
    if (!file) return;
    const reading = file.size > 5_000_000 ? tooLarge : readProgress(await file.text());
    if (reading.kind === 'invalid') {
      message.value = reading.why;
      return;
    }
    saveProgress(mergeProgress(progress.value, reading.progress));
    message.value = `Imported. It was added to what is on this device: ${Object.keys(reading.progress.exercises).length} answers.`;
  };
  return (
    <section class="progress-file" aria-labelledby="progress-file">
      <h2 id="progress-file">Take it with you</h2>
      <p>
        Your answers are kept in this browser, on this device, and nowhere else. There is no account and no
        server.
      </p>
      <p class="progress-buttons">
        <button type="button" class="button" onClick={download}>
          Export as a file
        </button>
        <button type="button" class="button" onClick={() => picker.current?.click()}>
          Import a file
        </button>
        <input
          ref={picker}
          type="file"
          accept="application/json,.json"
          class="visually-hidden"
          tabIndex={-1}
          aria-label="Progress file to import"
          onChange={(event) => {
            void upload(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        {erasing.value ? (
          <>
            <button
              type="button"
              class="button"
              onClick={() => {
                saveProgress(emptyProgress());
                erasing.value = false;
                message.value = 'Erased.';
              }}
            >
              Yes, erase all answers
            </button>
            <button type="button" class="button button-quiet" onClick={() => (erasing.value = false)}>
              Keep them
            </button>
          </>
        ) : (
          <button type="button" class="button button-quiet" onClick={() => (erasing.value = true)}>
            Erase
          </button>
        )}
      </p>
      <p role="status">{message.value || trouble.value}</p>
    </section>
  );
}

const tooLarge = {
  kind: 'invalid',
  why: 'This file is far larger than a progress file. Choose the file that "Export" made.',
} as const;
