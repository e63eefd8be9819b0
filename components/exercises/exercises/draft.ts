/** What a reader has typed into a code exercise, kept on this device until it is reset. */

const prefix = 'broken-by-one-line.exercise.';

export function readDraft(exerciseId: string): string | undefined {
  try {
    return localStorage.getItem(prefix + exerciseId) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the text; undefined forgets it. Where the browser refuses, the text lasts until the page is closed. */
export function keepDraft(exerciseId: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(prefix + exerciseId);
    else localStorage.setItem(prefix + exerciseId, text);
  } catch {
    // Nothing to be done here: the text is still in the editor.
  }
}

/** Forgets the texts of all code exercises. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
