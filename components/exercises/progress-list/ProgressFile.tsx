import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import {
  emptyProgress,
  mergeProgress,
  progressOf,
  readHandIn,
  readProgress,
  saysHandIn,
  type Progress,
} from '../../../src/book/index.ts';
import { countedText } from '../../../src/words/counts.ts';
import { forgetDrafts } from '../exercises/draft.ts';
import { exportedFile, exportProgress, progress, saveProgress, type Trouble } from '../progress-store.ts';
import { keepHandInName } from './hand-in-name.ts';
import { ProgressTrouble } from '../ProgressTrouble.tsx';

/** Bytes. A record of every exercise of a book, with the programs of its reader, is a hundredth of it. */
const largestFile = 5_000_000;

/** Takes the progress to another device as a file, brings it back, or erases it. */
export function ProgressFile({ trouble }: { trouble: Trouble }) {
  const picker = useRef<HTMLInputElement>(null);
  const message = useSignal('');
  return (
    <section class="progress-file" aria-labelledby="progress-file">
      <h2 id="progress-file">Take it with you</h2>
      <p>
        Your answers are kept in this browser, on this device, and nowhere else. There is no account and no
        server.
      </p>
      <p class="progress-buttons">
        <button
          type="button"
          class="button"
          onClick={() => {
            exportProgress();
            message.value = `Saved as ${exportedFile}.`;
          }}
        >
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
            const [file] = event.currentTarget.files ?? [];
            if (file) void importFile(file).then((words) => (message.value = words));
            event.currentTarget.value = '';
          }}
        />
        <Erase
          onErase={() => {
            saveProgress(emptyProgress());
            forgetDrafts();
            keepHandInName('');
            message.value = 'Erased.';
          }}
        />
      </p>
      <p role="status">{message.value}</p>
      <ProgressTrouble trouble={trouble} />
    </section>
  );
}

/** Adds a file's answers to those on this device. Says what came of it; where it fails, nothing has changed. */
async function importFile(file: File): Promise<string> {
  if (file.size > largestFile) {
    return 'This file is far larger than a progress file. Choose the file that "Export" made.';
  }
  let text: string;
  try {
    text = await file.text();
  } catch {
    return 'This file could not be opened. Nothing was imported.';
  }
  const reading = saysHandIn(text) ? readOwnHandIn(text) : readProgress(text);
  if (reading.kind === 'invalid') return reading.why;
  const before = progress.value;
  if (!saveProgress(mergeProgress(before, reading.progress))) {
    progress.value = before;
    return 'This browser did not let the book keep the answers of this file. Nothing was imported.';
  }
  const filed = Object.entries(reading.progress.exercises);
  const newerHere = filed.filter(([id, { at }]) => (before.exercises[id]?.at ?? '') > at).length;
  const count = filed.length;
  const added = `Imported: ${count} ${count === 1 ? 'answer was' : 'answers were'} added to those on this device.`;
  return newerHere === 0
    ? added
    : `${added} Where this device has a later answer, it stays: ${countedText(newerHere, 'exercise')}.`;
}

/** What was handed in from another device is taken up again as progress. */
function readOwnHandIn(text: string): { kind: 'ok'; progress: Progress } | { kind: 'invalid'; why: string } {
  const reading = readHandIn(text);
  return reading.kind === 'ok'
    ? { kind: 'ok', progress: progressOf(reading.handIn) }
    : { kind: 'invalid', why: `This hand-in could not be read. ${reading.why}` };
}

/** A button that asks once more, and answers the second press of a hasty pair with "Keep them", which comes to lie under it. */
function Erase({ onErase }: { onErase: () => void }) {
  const isAsking = useSignal(false);
  const first = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const hasAsked = useRef(false);
  // The button that was pressed is gone: without this, a reader at the keyboard would be sent to the top of the page.
  useLayoutEffect(() => {
    if (isAsking.value) keep.current?.focus();
    else if (hasAsked.current) first.current?.focus();
    hasAsked.current = isAsking.value;
  }, [isAsking.value]);
  if (!isAsking.value) {
    return (
      <button
        key="erase"
        ref={first}
        type="button"
        class="button button-quiet"
        onClick={() => (isAsking.value = true)}
      >
        Erase
      </button>
    );
  }
  return (
    <>
      <button
        key="keep"
        ref={keep}
        type="button"
        class="button button-quiet"
        onClick={() => (isAsking.value = false)}
      >
        Keep them
      </button>
      <button
        key="yes"
        type="button"
        class="button"
        onClick={() => {
          isAsking.value = false;
          onErase();
        }}
      >
        Yes, erase all answers
      </button>
    </>
  );
}
