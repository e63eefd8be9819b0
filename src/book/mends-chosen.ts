/** What the fault board says when its switches change, so that a bench of the same case on the page can follow. */

const eventName = 'book:mends-chosen';

export interface MendsChosen {
  caseId: string;
  /** Ids of the faults that are to be mended; all others are to be there. */
  mended: string[];
}

/** By case, for a bench that wakes only when it is scrolled to. */
const latest = new Map<string, MendsChosen>();

export function announceMends(chosen: MendsChosen): void {
  latest.set(chosen.caseId, chosen);
  document.dispatchEvent(new CustomEvent(eventName, { detail: chosen }));
}

/**
 * Hears of the switches from now on, and at once of what they were set to before.
 *
 * @returns a function that stops listening.
 */
export function onMendsChosen(listener: (chosen: MendsChosen) => void): () => void {
  const heard = (event: Event) => listener((event as CustomEvent<MendsChosen>).detail);
  for (const chosen of latest.values()) listener(chosen);
  document.addEventListener(eventName, heard);
  return () => document.removeEventListener(eventName, heard);
}
