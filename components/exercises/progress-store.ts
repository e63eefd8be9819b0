/**
 * The reader's progress on this device: one signal for all exercises on a page, kept in localStorage.
 *
 * Where the store is refused or full, the page goes on with what it has in memory and says so.
 */
import { signal } from '@preact/signals';
import {
  emptyProgress,
  readProgress,
  recordAnswer,
  recordSolutionSeen,
  type Progress,
} from '../../src/book/index.ts';

const key = 'broken-by-one-line.progress';

export const progress = signal<Progress>(emptyProgress());

/** What is wrong with keeping the progress, in words; empty while all is well. */
export const trouble = signal('');

function load(text: string | null): void {
  if (text === null) {
    progress.value = emptyProgress();
    return;
  }
  const reading = readProgress(text);
  if (reading.kind === 'ok') progress.value = reading.progress;
  else {
    keepAside(text);
    trouble.value =
      'The progress kept on this device could not be read. It was put aside, not erased, and a new record was begun.';
  }
}

/** A damaged record is never overwritten. */
function keepAside(text: string): void {
  try {
    localStorage.setItem(`${key}.unreadable`, text);
  } catch {
    // The record stays where it is until the next answer; there is no second place to put it.
  }
}

export function saveProgress(next: Progress): void {
  progress.value = next;
  try {
    localStorage.setItem(key, JSON.stringify(next));
    trouble.value = '';
  } catch {
    trouble.value =
      'This browser does not let the book keep your progress. It will last until you close the page; you can export it on the progress page.';
  }
}

export const noteAnswer = (id: string, answer: string, right: boolean): void =>
  saveProgress(recordAnswer(progress.value, id, { answer, right, at: new Date().toISOString() }));

export const noteSolutionSeen = (id: string): void =>
  saveProgress(recordSolutionSeen(progress.value, id, new Date().toISOString()));

if (typeof window !== 'undefined') {
  try {
    load(localStorage.getItem(key));
    window.addEventListener('storage', (event) => {
      if (event.key === key) load(event.newValue);
    });
  } catch {
    trouble.value = 'This browser does not let the book keep your progress.';
  }
}
