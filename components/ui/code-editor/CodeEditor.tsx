/**
 * A program as highlighted text that becomes an editor when a reader wants to change it.
 *
 * The highlighted text is made at build and handed in, so that it stands on the page without any script; CodeMirror
 * is loaded by the first press. The text belongs to whoever uses this component: it comes in and goes out.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Words } from '../Words.tsx';
import { hangOf } from './hang.ts';
import type { CodeFailure, CodeMark, OpenEditor } from './open-editor.ts';
import { placeInSight, placePressed, showLine } from './still-text.ts';
import type { PlaceInText } from './still-text.ts';
import '../button.css';
import './code-editor.css';

export type { CodeFailure, CodeMark };

export interface CodeEditorProps {
  /** What is edited, for its accessible name: "The program". */
  label: string;
  text: string;
  /** The text to compare with and to go back to. */
  original: string;
  /** What the original is called on the button that leads back to it. Defaults to "original". */
  originalName?: string | undefined;
  /** The original, highlighted: what `highlightedHtml` made of it. Without it, it stands plain until the editor opens. */
  highlighted?: ComponentChildren;
  marks?: readonly CodeMark[];
  failure?: CodeFailure | undefined;
  canUndo: boolean;
  onText: (text: string) => void;
  /** A link says what the text is to be. Defaults to `onText`. */
  onTextSet?: ((text: string) => void) | undefined;
  onUndo: () => void;
  onReset: () => void;
  /** The reader wants the piece that a failure offers in the text. */
  onPiece?: ((piece: string) => void) | undefined;
  /** A mark in the margin was pressed. */
  onMark?: (id: string) => void;
  /** The line that a reader is to see first, from 1. Defaults to the first. */
  opensAt?: number | undefined;
  /** Whether the comparison with the original is shown as soon as the editor opens. Defaults to false. */
  compares?: boolean | undefined;
  /** Goes to this line whenever the object changes. */
  goTo?: { line: number } | undefined;
  /** Further buttons for the bar above the text. */
  children?: ComponentChildren;
}

type Opening = 'closed' | 'opening' | 'open' | 'failed';

export function CodeEditor(props: CodeEditorProps) {
  const { label, text, original, marks = [], failure, goTo } = props;
  const holder = useRef<HTMLDivElement>(null);
  const still = useRef<HTMLPreElement>(null);
  const editor = useRef<OpenEditor>();
  const wantsFocus = useRef(false);
  /** Where the reader pressed, for as long as the editor is not there. */
  const pressed = useRef<PlaceInText>();
  /** Texts on their way from the editor to the owner and back. */
  const given = useRef(new Set<string>());
  const latest = useRef(props);
  latest.current = props;
  const [opening, setOpening] = useState<Opening>('closed');
  const [comparing, setComparing] = useState(false);
  const changed = text !== original;
  /** What a link says of the text, and what it is told (components/site/assigned/fields.ts). */
  const heard = {
    'onbook:set': ({ detail }: CustomEvent<string>) => (props.onTextSet ?? props.onText)(detail),
    'onbook:ask': ({ detail }: CustomEvent<(text: string) => void>) => detail(text),
  };

  const open = (focus: boolean) => {
    // Who presses into the text while it is opened for another reason wants to type there, too.
    if (focus) wantsFocus.current = true;
    if (opening === 'opening' || editor.current) return;
    setOpening('opening');
    import('./open-editor.ts').then(
      ({ openEditor }) => {
        if (!holder.current || editor.current) return;
        editor.current = openEditor({
          parent: holder.current,
          text: latest.current.text,
          label,
          onText: (next) => {
            given.current.delete(next);
            given.current.add(next);
            latest.current.onText(next);
          },
          onMark: (id) => latest.current.onMark?.(id),
        });
        const place = pressed.current ?? placeInSight(still.current);
        editor.current.show(place ?? { line: latest.current.opensAt ?? 1, column: 0 });
        setOpening('open');
      },
      () => setOpening('failed'),
    );
  };

  useEffect(() => () => editor.current?.destroy(), []);
  useEffect(() => {
    if (still.current && props.opensAt !== undefined) showLine(still.current, props.opensAt);
  }, []);
  useEffect(() => {
    if (props.compares) setComparing(true);
  }, [props.compares]);
  // What the reader changed, was shown or was told about is in the text itself: it needs the editor.
  useEffect(() => {
    if (changed || marks.length > 0 || failure?.line !== undefined) open(false);
  }, [changed, marks.length > 0, failure]);
  // Focus can only go where something is shown, so it waits until the editor is, and not a moment longer: what is typed then is typed there.
  useLayoutEffect(() => {
    if (opening === 'open' && wantsFocus.current) editor.current?.focus();
  }, [opening]);
  // A text that the editor itself gave out comes back a moment later, when the reader may have typed on: it is no news.
  useEffect(() => {
    if (given.current.has(text)) {
      if (text === [...given.current].at(-1)) given.current.clear();
    } else {
      given.current.clear();
      editor.current?.setText(text);
    }
  }, [text, opening]);
  useEffect(() => editor.current?.setMarks(marks), [JSON.stringify(marks), opening]);
  useEffect(() => editor.current?.setFailure(failure), [failure, opening]);
  useEffect(
    () => editor.current?.compareWith(comparing ? original : undefined),
    [comparing, original, opening],
  );
  useEffect(() => {
    if (goTo && opening === 'open') editor.current?.focus(goTo.line);
  }, [goTo, opening]);

  return (
    <div
      class="code-editor"
      data-field="code"
      data-program=""
      data-opening={opening}
      data-pagefind-ignore
      {...heard}
    >
      <div class="code-bar button-row">
        <button
          type="button"
          class="button code-edit"
          disabled={opening === 'opening' || opening === 'open'}
          onClick={() => open(true)}
        >
          {opening === 'opening' ? 'Opening…' : opening === 'open' ? 'Editing' : 'Edit'}
        </button>
        {props.children}
        <button type="button" class="button" disabled={!props.canUndo} onClick={props.onUndo}>
          Undo
        </button>
        <button type="button" class="button" disabled={!changed} onClick={props.onReset}>
          Reset to {props.originalName ?? 'original'}
        </button>
        <label class="code-compare">
          <input
            type="checkbox"
            checked={comparing}
            disabled={!changed}
            onChange={() => setComparing(!comparing)}
          />
          show changes
        </label>
      </div>
      {opening === 'failed' && (
        <p class="code-note" role="alert">
          The editor could not be loaded. Your text is kept; reload the page to try again.
        </p>
      )}
      <div class="code-place">
        {opening !== 'open' && (
          <pre
            class="code-still"
            ref={still}
            tabIndex={0}
            role="group"
            aria-label={label}
            onClick={(event) => {
              // Who has marked a piece of the text wants to copy it.
              if (getSelection()?.isCollapsed === false) return;
              pressed.current = placePressed(event.currentTarget, event) ?? pressed.current;
              open(true);
            }}
          >
            <code>{changed || !props.highlighted ? <PlainLines text={text} /> : props.highlighted}</code>
          </pre>
        )}
        <div class="code-live" ref={holder} hidden={opening !== 'open'} />
      </div>
      {failure && (
        <div class="code-failure" role="alert" tabIndex={0}>
          <p>
            {failure.line !== undefined && <strong>Line {failure.line}: </strong>}
            <Words text={failure.message} />
          </p>
          {failure.paste !== undefined && (
            <>
              <p>To begin with, write:</p>
              <pre tabIndex={0}>{failure.paste}</pre>
              {props.onPiece && (
                <button type="button" class="button" onClick={() => props.onPiece!(failure.paste!)}>
                  Add it to the program
                </button>
              )}
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** A text without colours, line by line as `highlightedHtml` gives it. */
function PlainLines({ text }: { text: string }) {
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line, n) => (
      <span
        class="code-line"
        key={n}
        style={{ '--hang': hangOf(line) === undefined ? '0ch' : `${hangOf(line)}ch` }}
      >
        {`${line}\n`}
      </span>
    ));
}
