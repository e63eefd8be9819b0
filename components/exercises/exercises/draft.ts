/** What a reader has typed into a code exercise, kept on this device until it is reset. */

import { fingerprint, readerStore } from '../../../src/book/index.ts';

const prefix = 'broken-by-one-line.exercise.';
const store = readerStore(import.meta.env.BASE_URL);

export interface Draft {
  text: string;
  /** Whether it began from an earlier version of the exercise's program. */
  earlier: boolean;
}

/** Beside each text stands the fingerprint of the program that it began from. */
const fromName = (exerciseId: string) => `${prefix}${exerciseId}.from`;

/** @param source The exercise's program as it is now. */
export function readDraft(exerciseId: string, source: string): Draft | undefined {
  try {
    const text = store?.getItem(prefix + exerciseId) ?? undefined;
    if (text === undefined) return undefined;
    return { text, earlier: text !== source && store?.getItem(fromName(exerciseId)) !== fingerprint(source) };
  } catch {
    return undefined;
  }
}

/** The text as it was typed last; undefined where nothing was typed, or all of it was taken back. */
export function typedText(exerciseId: string): string | undefined {
  return readDraft(exerciseId, '')?.text;
}

/**
 * Keeps the text; undefined forgets it. Where the browser refuses, the text lasts until the page is closed.
 *
 * @param source The program it began from; undefined for one that is no longer in the book.
 */
export function keepDraft(exerciseId: string, text: string | undefined, source: string | undefined): void {
  try {
    if (text === undefined) store?.removeItem(prefix + exerciseId);
    else store?.setItem(prefix + exerciseId, text);
    if (text === undefined || source === undefined) store?.removeItem(fromName(exerciseId));
    else store?.setItem(fromName(exerciseId), fingerprint(source));
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
