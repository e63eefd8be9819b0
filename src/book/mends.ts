/**
 * Mends as edits of a program's text: pure functions that work in the page, under Node and in tests.
 *
 * A mend is found by the exact text it replaces, so it works on a program that a reader has already changed
 * elsewhere, and says so plainly when the reader has changed that very place. Edits are located in the text
 * as it is before any of them, then made together: mends compose in any combination and any order.
 */

/** Replaces a text that occurs exactly once. */
export interface Edit {
  find: string;
  replace: string;
}

/** The languages that a case's program is written in. */
export type Language = 'typescript' | 'python' | 'lua';

/** What the functions here need of a fault; a fault that no edit removes has no mend. */
export interface Mendable {
  id: string;
  mend?: { [language in Language]?: Edit[] | undefined } | undefined;
}

export type EditResult =
  | { kind: 'edited'; text: string }
  /** Nothing was changed: `find` occurs `count` times instead of once. */
  | { kind: 'not found'; find: string; count: number }
  /** Nothing was changed: two edits want the same place. */
  | { kind: 'overlap'; find: string; other: string };

/** Whether a fault is in a text as it was written, mended, or neither because the place has been rewritten. */
export type FaultState = 'broken' | 'mended' | 'rewritten';

function occurrences(text: string, find: string): number {
  let count = 0;
  for (let at = text.indexOf(find); at >= 0; at = text.indexOf(find, at + 1)) count++;
  return count;
}

/** Makes all edits at once, or none. The same edit given twice is made once. */
export function applyEdits(text: string, edits: readonly Edit[]): EditResult {
  const places: { from: number; to: number; edit: Edit }[] = [];
  for (const edit of edits) {
    if (places.some(({ edit: { find, replace } }) => find === edit.find && replace === edit.replace))
      continue;
    const count = occurrences(text, edit.find);
    if (count !== 1) return { kind: 'not found', find: edit.find, count };
    const from = text.indexOf(edit.find);
    const to = from + edit.find.length;
    const other = places.find((place) => place.from < to && from < place.to);
    if (other) return { kind: 'overlap', find: edit.find, other: other.edit.find };
    places.push({ from, to, edit });
  }
  places.sort((a, b) => b.from - a.from);
  for (const { from, to, edit } of places) text = text.slice(0, from) + edit.replace + text.slice(to);
  return { kind: 'edited', text };
}

/**
 * Mends these faults in a program's text, all or none. Those already mended stay so; those without a mend in
 * this language change nothing.
 */
export function applyMends(
  text: string,
  faults: readonly Mendable[],
  language: Language = 'typescript',
): EditResult {
  const broken = faults.filter((fault) => faultState(text, fault, language) !== 'mended');
  return applyEdits(
    text,
    broken.flatMap((fault) => fault.mend?.[language] ?? []),
  );
}

/** Puts mended faults back as they were, all or none. Those still broken stay so. */
export function undoMends(
  text: string,
  faults: readonly Mendable[],
  language: Language = 'typescript',
): EditResult {
  const mended = faults.filter((fault) => faultState(text, fault, language) !== 'broken');
  const edits = mended.flatMap((fault) => fault.mend?.[language] ?? []);
  return applyEdits(
    text,
    edits.map(({ find, replace }) => ({ find: replace, replace: find })),
  );
}

/**
 * Mends faults in a text that is known to hold them, such as the program as it was posted.
 *
 * @throws if a mend does not fit the text; the message names the text that was looked for.
 */
export function mend(text: string, faults: readonly Mendable[], language: Language = 'typescript'): string {
  const result = applyMends(text, faults, language);
  if (result.kind === 'edited') return result.text;
  const ids = faults.map((fault) => fault.id).join(', ');
  throw new Error(`mend(${ids}): ${explainEdit(result)}`);
}

/** An edit that could not be made, in words. */
export function explainEdit(result: Exclude<EditResult, { kind: 'edited' }>): string {
  const find = JSON.stringify(result.find);
  if (result.kind === 'overlap')
    return `${find} and ${JSON.stringify(result.other)} overlap; expected edits apart`;
  return `expected the text ${find} exactly once, found it ${result.count} times`;
}

/** Looks whether a fault is in a program's text; undefined for a fault that has no mend in this language. */
export function faultState(
  text: string,
  fault: Mendable,
  language: Language = 'typescript',
): FaultState | undefined {
  const edits = fault.mend?.[language];
  if (!edits) return undefined;
  const states = new Set(edits.map((edit) => editState(text, edit)));
  return states.size === 1 ? [...states][0] : 'rewritten';
}

/** Where one text of an edit contains the other, both may be found; then the longer one is what is there. */
function editState(text: string, { find, replace }: Edit): FaultState {
  const before = occurrences(text, find) === 1;
  const after = occurrences(text, replace) === 1;
  if (before && after) return replace.length > find.length ? 'mended' : 'broken';
  return after ? 'mended' : before ? 'broken' : 'rewritten';
}

/** The line of a text, counted from 1, on which a snippet begins; undefined if it is not there exactly once. */
export function lineOf(text: string, snippet: string): number | undefined {
  if (occurrences(text, snippet) !== 1) return undefined;
  return text.slice(0, text.indexOf(snippet)).split('\n').length;
}
