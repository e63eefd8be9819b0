/**
 * The reader's progress on this device: one signal for all exercises on a page, kept by the browser.
 *
 * Where the store is refused or full, the page goes on with what it has in memory and says so.
 */
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import {
  emptyProgress,
  progressName,
  readerStore,
  readProgress,
  recordAnswer,
  recordSolutionSeen,
  type Progress,
} from '../../src/book/index.ts';
import { saveFile } from '../ui/save-file.ts';

const name = progressName;
const store = readerStore(import.meta.env.BASE_URL);

export const progress = signal<Progress>(emptyProgress());

/** What is wrong with keeping the progress: the browser refuses to keep it, or what was kept could not be read. */
export type Trouble = 'not-kept' | 'unreadable' | undefined;
const trouble = signal<Trouble>(undefined);

/**
 * The progress and its trouble, for a component: while the page built without a reader is taken over, those of nobody, and
 * then the reader's. A first rendering that differed from the built page would leave that page's attributes in place.
 */
export function useProgress(): { progress: Progress; trouble: Trouble } {
  const [isTakenOver, setTakenOver] = useState(false);
  useEffect(() => setTakenOver(true), []);
  return isTakenOver
    ? { progress: progress.value, trouble: trouble.value }
    : { progress: emptyProgress(), trouble: undefined };
}

function load(text: string | null): void {
  if (text === null) {
    progress.value = emptyProgress();
    return;
  }
  const reading = readProgress(text);
  if (reading.kind === 'ok') progress.value = reading.progress;
  else {
    keepAside(text);
    trouble.value = 'unreadable';
  }
}

/** A damaged record is put where no answer overwrites it. */
function keepAside(text: string): void {
  try {
    store?.setItem(`${name}.unreadable`, text);
  } catch {
    // The record stays where it is until the next answer; there is no second place to put it.
  }
}

/** Takes the progress over and keeps it. Says whether it could be kept. */
export function saveProgress(next: Progress): boolean {
  progress.value = next;
  try {
    if (!store) throw new Error('The browser has no store.');
    store.setItem(name, JSON.stringify(next));
    trouble.value = undefined;
    return true;
  } catch {
    trouble.value = 'not-kept';
    return false;
  }
}

export function noteAnswer(id: string, answer: string, right: boolean): void {
  saveProgress(recordAnswer(progress.value, id, { answer, right, at: new Date().toISOString() }));
}

export function noteSolutionSeen(id: string): void {
  saveProgress(recordSolutionSeen(progress.value, id, new Date().toISOString()));
}

/** Hands the progress to the reader as a file. */
export function exportProgress(): void {
  saveFile(exportedFile, JSON.stringify(progress.value, null, 2), 'application/json');
}

export const exportedFile = 'broken-by-one-line-progress.json';

if (typeof window !== 'undefined') {
  try {
    if (!store) throw new Error('The browser has no store.');
    const { getItem, keyOf } = store;
    load(getItem(name));
    // Another tab has written.
    window.addEventListener('storage', (event) => {
      if (event.key === keyOf(name) || event.key === null) load(getItem(name));
    });
    // The page comes back as it was left; since then the reader may have answered on other pages.
    window.addEventListener('pageshow', (event) => {
      if (event.persisted && trouble.value !== 'not-kept') load(getItem(name));
    });
  } catch {
    trouble.value = 'not-kept';
  }
}
