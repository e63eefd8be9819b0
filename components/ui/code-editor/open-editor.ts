/**
 * The one place that knows CodeMirror; loaded when a reader starts to edit.
 *
 * Tab leaves the editor, as it leaves any field: nobody who works by keyboard is caught in it.
 */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { unifiedMergeView } from '@codemirror/merge';
import { search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, StateEffect, StateField } from '@codemirror/state';
import type { Range } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  GutterMarker,
  ViewPlugin,
  drawSelection,
  gutter,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { DecorationSet, ViewUpdate } from '@codemirror/view';
import { codeClasses } from './code-classes.ts';
import { hangOf } from './hang.ts';
import { lineInSight, middleOfRow, type PlaceInText } from './still-text.ts';

/** A place that the margin marks. */
export interface CodeMark {
  id: string;
  /** From 1. */
  line: number;
  /** What the mark says. */
  title: string;
  mended: boolean;
}

/** A place where the program stopped. */
export interface CodeFailure {
  message: string;
  /** Code that a reader may begin with. */
  paste?: string | undefined;
  /** From 1. */
  line?: number | undefined;
  /** From 1. */
  column?: number | undefined;
}

export interface OpenEditorOptions {
  parent: HTMLElement;
  text: string;
  label: string;
  onText: (text: string) => void;
  onMark: (id: string) => void;
}

export interface OpenEditor {
  /** Takes over a text made elsewhere, as one edit that Ctrl+Z undoes. */
  setText(text: string): void;
  setMarks(marks: readonly CodeMark[]): void;
  setFailure(failure: CodeFailure | undefined): void;
  /** Shows what was changed against this text; undefined shows the text alone. */
  compareWith(original: string | undefined): void;
  focus(line?: number): void;
  /** Puts the caret at a place and scrolls the text so that it stands there as before; the page stays where it is. */
  show(place: PlaceInText): void;
  destroy(): void;
}

const setMarks = StateEffect.define<readonly CodeMark[]>();
const setFailedLine = StateEffect.define<number | undefined>();

const marks = StateField.define<readonly CodeMark[]>({
  create: () => [],
  update: (value, transaction) =>
    transaction.effects.reduce((now, effect) => (effect.is(setMarks) ? effect.value : now), value),
});

const failedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    let now = value.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setFailedLine)) continue;
      const { doc } = transaction.state;
      now =
        effect.value === undefined || effect.value < 1 || effect.value > doc.lines
          ? Decoration.none
          : Decoration.set(Decoration.line({ class: 'code-failed' }).range(doc.line(effect.value).from));
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The second row of a line that is too long for the window stands in, as in the still text. */
const hangingIndent = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = hangingLines(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = hangingLines(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function hangingLines({ state, viewport }: EditorView): DecorationSet {
  const lines: Range<Decoration>[] = [];
  for (let at = viewport.from; at <= viewport.to;) {
    const line = state.doc.lineAt(at);
    const hang = hangOf(line.text);
    if (hang !== undefined)
      lines.push(Decoration.line({ attributes: { style: `--hang:${hang}ch` } }).range(line.from));
    at = line.to + 1;
  }
  return Decoration.set(lines);
}

class MarkSign extends GutterMarker {
  readonly mark: CodeMark;
  readonly press: (id: string) => void;
  constructor(mark: CodeMark, press: (id: string) => void) {
    super();
    this.mark = mark;
    this.press = press;
  }
  override eq(other: MarkSign): boolean {
    return this.mark.id === other.mark.id && this.mark.mended === other.mark.mended;
  }
  override toDOM(): Node {
    // The margin is hidden from assistive technology and from Tab: there the list of hints does what a press does here.
    const sign = document.createElement('span');
    sign.className = 'code-mark';
    sign.dataset['mended'] = String(this.mark.mended);
    sign.textContent = this.mark.mended ? '✓' : '!';
    sign.title = this.mark.title;
    sign.addEventListener('click', () => this.press(this.mark.id));
    return sign;
  }
}

/** The smallest change that turns one text into another. */
function changeBetween(before: string, after: string): { from: number; to: number; insert: string } {
  let from = 0;
  const shorter = Math.min(before.length, after.length);
  while (from < shorter && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < shorter - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

export function openEditor({ parent, text, label, onText, onMark }: OpenEditorOptions): OpenEditor {
  const comparison = new Compartment();
  let taking = false;
  /** Where a place is to be shown; the editor scrolls there as soon as it is on the screen. */
  let wanted: PlaceInText | undefined;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        gutter({
          class: 'code-margin',
          lineMarker(editor, block) {
            const line = editor.state.doc.lineAt(block.from).number;
            const mark = editor.state.field(marks).find((one) => one.line === line);
            return mark ? new MarkSign(mark, onMark) : null;
          },
          lineMarkerChange: (update) => update.startState.field(marks) !== update.state.field(marks),
          initialSpacer: () => new MarkSign({ id: '', line: 0, title: '', mended: false }, onMark),
        }),
        lineNumbers(),
        EditorView.lineWrapping,
        hangingIndent,
        highlightActiveLineGutter(),
        drawSelection(),
        history(),
        bracketMatching(),
        indentUnit.of('  '),
        javascript({ typescript: true }),
        syntaxHighlighting(codeClasses),
        search({ top: true }),
        marks,
        failedLine,
        comparison.of([]),
        EditorView.scrollHandler.of((editor, { head }, { y }) => {
          if (y !== 'start' || !wanted) return false;
          const { node, offset } = editor.domAtPos(head);
          const line = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(
            '.cm-line',
          );
          if (!line) return false;
          const caret = document.createRange();
          caret.setStart(node, offset);
          const { scrollDOM } = editor;
          const middle = wanted.middle ?? scrollDOM.clientHeight * lineInSight;
          scrollDOM.scrollTop += middleOfRow(scrollDOM, caret, line) - middle;
          return true;
        }),
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
        EditorView.contentAttributes.of({
          'aria-label': label,
          autocapitalize: 'off',
          spellcheck: 'false',
          tabindex: '0',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !taking) onText(update.state.doc.toString());
        }),
      ],
    }),
  });

  return {
    setText(wanted) {
      const now = view.state.doc.toString();
      if (now === wanted) return;
      taking = true;
      view.dispatch({ changes: changeBetween(now, wanted), userEvent: 'input.mend' });
      taking = false;
    },
    setMarks: (next) => view.dispatch({ effects: setMarks.of(next) }),
    setFailure(failure) {
      const { doc } = view.state;
      const line = failure?.line;
      const known = line !== undefined && line >= 1 && line <= doc.lines ? doc.line(line) : undefined;
      const from = known && Math.min(known.to, known.from + Math.max(0, (failure?.column ?? 1) - 1));
      view.dispatch({ effects: setFailedLine.of(known?.number) });
      view.dispatch(
        setDiagnostics(
          view.state,
          known && failure && from !== undefined
            ? [{ from, to: Math.max(from, known.to), severity: 'error', message: failure.message }]
            : [],
        ),
      );
    },
    compareWith(original) {
      view.dispatch({
        effects: comparison.reconfigure(
          original === undefined
            ? []
            : unifiedMergeView({
                original,
                gutter: true,
                highlightChanges: true,
                mergeControls: (type, action) => putBackButton(type, action),
              }),
        ),
      });
    },
    focus(line) {
      if (line !== undefined && line >= 1 && line <= view.state.doc.lines) {
        const { from } = view.state.doc.line(line);
        view.dispatch({
          selection: { anchor: from },
          effects: EditorView.scrollIntoView(from, { y: 'center' }),
        });
      }
      view.focus();
    },
    show(place) {
      const { doc } = view.state;
      const { from, to } = doc.line(Math.min(doc.lines, Math.max(1, place.line)));
      const anchor = Math.min(to, from + place.column);
      wanted = place;
      view.dispatch({
        selection: { anchor },
        effects: EditorView.scrollIntoView(anchor, { y: 'start' }),
      });
    },
    destroy: () => view.destroy(),
  };
}

/** Of the two buttons a comparison offers for a change, only the one that puts the original back is of use here. */
function putBackButton(type: 'accept' | 'reject', action: (event: MouseEvent) => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'code-put-back';
  button.textContent = 'Put back';
  button.hidden = type === 'accept';
  button.addEventListener('click', action);
  return button;
}
