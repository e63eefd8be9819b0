/** Places in the text as it stands before the editor is there, so that the editor opens on what the reader sees. */

export interface PlaceInText {
  /** From 1. */
  line: number;
  /** From 0. */
  column: number;
  /** How far below the upper end of the panel the middle of its row stands, in CSS pixels; nothing where it is not on the screen. */
  middle?: number;
}

/** Where in the panel the line that matters stands, as a part of its height from the upper end. */
export const lineInSight = 0.4;

const linesOf = (still: HTMLElement): HTMLElement[] => [...still.querySelectorAll<HTMLElement>('.code-line')];

/** By boxes, not by offsetTop: a part that is laid out by itself is an offset parent of its own. */
const topIn = (still: HTMLElement, { top }: { top: number }): number =>
  top - still.getBoundingClientRect().top;

const topOf = (still: HTMLElement, line: HTMLElement): number => topIn(still, line.getBoundingClientRect());

/** Of a line that goes on below, the middle of its first row. */
const middleOf = (still: HTMLElement, line: HTMLElement): number =>
  topOf(still, line) + parseFloat(getComputedStyle(line).lineHeight) / 2;

/** Scrolls the text so that a line stands where a reader looks first. @param line From 1. */
export function showLine(still: HTMLElement, line: number): void {
  const shown = linesOf(still)[line - 1];
  if (shown) still.scrollTop += topOf(still, shown) - still.clientHeight * lineInSight;
}

/** The line that stands where a reader looks first, or the first line where nobody has scrolled; nothing of a text that is not on the screen. */
export function placeInSight(still: HTMLElement | null): PlaceInText | undefined {
  if (!still || still.clientHeight === 0) return undefined;
  const lines = linesOf(still);
  const sought = still.clientHeight * lineInSight + 1;
  const at = still.scrollTop === 0 ? 0 : lines.findLastIndex((line) => topOf(still, line) <= sought);
  const shown = lines[at];
  return shown && { line: at + 1, column: 0, middle: middleOf(still, shown) };
}

/** Where the row stands that a caret is in. @param line The line that the row is a part of; one without text has no box for a caret. */
export function middleOfRow(panel: HTMLElement, caret: Range, line: HTMLElement): number {
  const [row] = caret.getClientRects();
  return row ? topIn(panel, row) + row.height / 2 : middleOf(panel, line);
}

/** The place of the text that a pointer is at. */
export function placePressed(
  still: HTMLElement,
  { clientX, clientY }: { clientX: number; clientY: number },
): PlaceInText | undefined {
  const caret = caretAt(clientX, clientY);
  const node = caret?.startContainer;
  const holder = node instanceof Element ? node : node?.parentElement;
  const shown = holder?.closest<HTMLElement>('.code-line');
  if (!caret || !shown || !still.contains(shown)) return undefined;
  const before = document.createRange();
  before.setStart(shown, 0);
  before.setEnd(caret.startContainer, caret.startOffset);
  // A line of the still text ends in its line break.
  const column = Math.min(before.toString().length, shown.textContent.replace(/\n$/, '').length);
  const middle = middleOfRow(still, caret, shown);
  return { line: linesOf(still).indexOf(shown) + 1, column, middle };
}

/** An empty range where a press puts the caret; nothing in a browser that can't tell. */
function caretAt(x: number, y: number): Range | undefined {
  if (!('caretPositionFromPoint' in document)) return undefined;
  const found = document.caretPositionFromPoint(x, y);
  if (!found) return undefined;
  const range = document.createRange();
  range.setStart(found.offsetNode, found.offset);
  return range;
}
