/** The text on a bench: typing, mends, undo, and back to the original. Nothing here runs anything. */
import { applyMends, fingerprint, undoMends } from '../../../src/book/index.ts';
import type { BenchContext } from './bench-context.ts';
import type { BenchSaid } from './said.ts';

/** @param interrupt Called before a text changes, so that a run does not go on with the old one. */
export function createProgramText({ options, state, changed, keep }: BenchContext, interrupt: () => void) {
  const { original, faults } = options;
  const past: string[] = [];
  let typing = false;

  function takeText(text: string): void {
    if (text === state.text) return;
    interrupt();
    state.text = text;
    if (text === original) {
      state.from = fingerprint(original);
      state.earlier = false;
    }
    state.canUndo = past.length > 0;
    state.subject = 'yours';
    state.stale = true;
    delete state.opened;
    keep();
    changed();
  }

  /** The reader typed. A stretch of typing is one step of undo. */
  function edit(text: string): void {
    if (text === state.text) return;
    if (!typing) past.push(state.text);
    typing = true;
    takeText(text);
  }

  function replaceText(text: string, said: BenchSaid): void {
    typing = false;
    if (text === state.text) return;
    past.push(state.text);
    state.said = said;
    takeText(text);
  }

  function undo(): void {
    typing = false;
    const before = past.pop();
    if (before === undefined) return;
    state.said = { kind: 'undone' };
    takeText(before);
  }

  /** Puts a piece of code at the end, where what is missing is missed least. */
  const addPiece = (piece: string) =>
    replaceText(`${state.text.trimEnd()}${state.text.trim() && '\n\n'}${piece.trimEnd()}\n`, {
      kind: 'added',
    });

  const resetText = () => replaceText(original, { kind: 'as-posted' });

  function mendFault(faultId: string, direction: 'mend' | 'break' = 'mend'): void {
    const fault = faults.find((one) => one.id === faultId);
    if (!fault) return;
    const edits = direction === 'mend' ? applyMends(state.text, [fault]) : undoMends(state.text, [fault]);
    if (edits.kind === 'edited') {
      replaceText(edits.text, { kind: direction === 'mend' ? 'mended' : 'broken', title: fault.title });
      return;
    }
    state.said = { kind: 'rewritten' };
    changed();
  }

  /** Mends these faults and puts all others back; a place that has been rewritten stays as it is. One step of undo. */
  function mendExactly(faultIds: readonly string[]): void {
    let text = state.text;
    for (const fault of faults) {
      const edits = faultIds.includes(fault.id) ? applyMends(text, [fault]) : undoMends(text, [fault]);
      if (edits.kind === 'edited') text = edits.text;
    }
    replaceText(text, { kind: 'mended-on-board', count: faultIds.length });
  }

  /** What is typed next is a new step of undo. */
  const endTyping = () => {
    typing = false;
  };

  return { edit, undo, addPiece, resetText, mend: mendFault, mendExactly, replaceText, endTyping };
}
