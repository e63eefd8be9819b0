/** What the fault board says when its switches change, so that a bench of the same case on the page can follow. */

const eventName = 'book:mends-chosen';

export interface MendsChosen {
  caseId: string;
  /** Ids of the faults that are to be mended; all others are to be there. */
  mended: string[];
}

export function announceMends(chosen: MendsChosen): void {
  document.dispatchEvent(new CustomEvent(eventName, { detail: chosen }));
}

/** @returns a function that stops listening. */
export function onMendsChosen(listener: (chosen: MendsChosen) => void): () => void {
  const heard = (event: Event) => listener((event as CustomEvent<MendsChosen>).detail);
  document.addEventListener(eventName, heard);
  return () => document.removeEventListener(eventName, heard);
}
