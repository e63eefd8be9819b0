/** What a reader has typed into a code exercise, kept on this device until it is reset. */

import { readerStore } from '../../../src/book/index.ts';

const prefix = 'broken-by-one-line.exercise.';
const store = readerStore(import.meta.env.BASE_URL);

export function readDraft(exerciseId: string): string | undefined {
  try {
    return store?.getItem(prefix + exerciseId) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the text; undefined forgets it. Where the browser refuses, the text lasts until the page is closed. */
export function keepDraft(exerciseId: string, text: string | undefined): void {
  try {
    if (text === undefined) store?.removeItem(prefix + exerciseId);
    else store?.setItem(prefix + exerciseId, text);
  } catch {
    // Nothing to be done here: the text is still in the editor.
  }
}

/** Forgets the texts of all code exercises. */
export function forgetDrafts(): void {
  try {
    for (const name of store?.namesWith(prefix) ?? []) store?.removeItem(name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
