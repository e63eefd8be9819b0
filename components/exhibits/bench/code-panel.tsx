import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { faultState, lineOf } from '../../../src/book/index.ts';
import { CodeEditor } from '../../ui/code-editor/CodeEditor.tsx';
import type { CodeMark } from '../../ui/code-editor/CodeEditor.tsx';
import type { BenchFault } from './bench-state.ts';
import type { Bench } from './model.ts';
import { benchWords, failureOf } from './words.ts';
import { Words } from '../../ui/Words.tsx';

export interface CodePanelProps {
  bench: Bench;
  original: string;
  /** What it is called on the button that leads back to it. Defaults to "original". */
  originalName?: string | undefined;
  faults: BenchFault[];
  highlighted: ComponentChildren;
}

/** Where a fault is in a text now: at one of its snippets, or where its mend has put something else. */
function linesOf(text: string, fault: BenchFault): number[] {
  const snippets = [...fault.lines, ...(fault.mend?.typescript ?? []).map(({ replace }) => replace)];
  const lines = snippets.map((snippet) => lineOf(text, snippet)).filter((line) => line !== undefined);
  return [...new Set(lines)].slice(0, Math.max(1, fault.lines.length));
}

/** Puts a link to the bench as it stands on the clipboard, or into the address where the browser denies the clipboard. */
async function copyLink(bench: Bench): Promise<void> {
  const { link, holds } = await bench.makeLink(location.href);
  try {
    await navigator.clipboard.writeText(link);
    bench.sayOfLink(holds, true);
  } catch {
    history.replaceState(null, '', link);
    bench.sayOfLink(holds, false);
  }
}

/**
 * The program, and for a reader who asks the places where it is wrong, each with a hint and its mend. A place that is mended
 * needs no hint any more; it says how much it mattered.
 */
export function CodePanel({ bench, original, originalName, faults, highlighted }: CodePanelProps) {
  const { state } = bench;
  const list = useRef<HTMLOListElement>(null);
  const [goTo, setGoTo] = useState<{ line: number }>();
  const places = faults.map((fault) => ({
    fault,
    lines: linesOf(state.text, fault),
    mended: faultState(state.text, fault) === 'mended',
  }));
  // Where a line holds two faults, the one that is still there has the mark.
  const marks = [...places.filter(({ mended }) => !mended), ...places.filter(({ mended }) => mended)].flatMap(
    ({ fault, lines, mended }): CodeMark[] =>
      lines.map((line) => ({
        id: fault.id,
        line,
        title: mended ? `mended: ${fault.title}` : `hint ${faults.indexOf(fault) + 1}`,
        mended,
      })),
  );

  return (
    <section class="bench-code">
      <CodeEditor
        label="The program"
        text={state.text}
        original={original}
        originalName={originalName}
        highlighted={highlighted}
        marks={state.hints ? marks : []}
        failure={state.failure && failureOf(state.failure)}
        canUndo={state.canUndo}
        goTo={goTo}
        compares={state.earlier}
        opensAt={places.flatMap(({ lines }) => lines)[0]}
        onText={bench.edit}
        onUndo={bench.undo}
        onReset={bench.resetText}
        onPiece={(piece) => bench.addPiece(piece)}
        onMark={(id) => list.current?.querySelector<HTMLElement>(`[data-fault="${id}"] button`)?.focus()}
      >
        {faults.length > 0 && (
          <button
            type="button"
            class="button"
            data-field="hints"
            aria-expanded={state.hints}
            onClick={() => bench.showHints(!state.hints)}
          >
            {state.hints ? 'Hide hints' : 'Give me a hint'}
          </button>
        )}
        <button type="button" class="button" onClick={() => void copyLink(bench)}>
          Copy link
        </button>
      </CodeEditor>
      {state.linkProblem && (
        <p class="code-failure" role="alert">
          {state.linkProblem}
        </p>
      )}
      {state.foreign && (
        <div class="bench-foreign" role="group" aria-label="A program from a link">
          {state.foreign.isOriginal ? (
            <p>
              <strong>This bench is as a link has set it.</strong> What you change here is not kept, and what
              you had here before stays as it is, unless you make this one yours.
            </p>
          ) : (
            <p>
              <strong>This program came in a link; it is not yours.</strong> It has not been run and is not
              kept: read it before you press Run. {state.foreign.note}
            </p>
          )}
          <div class="button-row">
            <button type="button" class="button" onClick={bench.backToMine}>
              Back to my program
            </button>
            <button type="button" class="button" onClick={bench.makeItMine}>
              Make it mine
            </button>
          </div>
        </div>
      )}
      {state.replaced !== undefined && !state.foreign && (
        <p class="code-note">
          The program you had before the link is kept, too.{' '}
          <button type="button" class="button" onClick={bench.takeReplaced}>
            Change places
          </button>
        </p>
      )}
      {state.earlier && !state.foreign && (
        <p class="code-note">
          Your program began from an earlier version of this one. It is as you left it; what differs from the
          program as it stands here now is marked.
        </p>
      )}
      {state.notKept && <p class="code-note">{benchWords.notKept[state.notKept]}</p>}
      {state.hints && (
        <ol class="bench-hints" data-field="hints" data-moves="code" ref={list}>
          {places.map(({ fault, lines, mended }) => (
            <li key={fault.id} data-fault={fault.id} data-mended={mended}>
              <p>
                {mended && <strong>Mended. </strong>}
                <Words text={mended ? fault.matters : fault.hint} />
              </p>
              <details>
                <summary>What is wrong</summary>
                <p>
                  <strong>
                    <Words text={fault.title} />.
                  </strong>{' '}
                  <Words text={fault.why} />
                </p>
              </details>
              <div class="button-row">
                {fault.mend && (
                  <button
                    type="button"
                    class="button"
                    onClick={() => bench.mend(fault.id, mended ? 'break' : 'mend')}
                  >
                    {mended ? 'Break it again' : 'Mend it'}
                  </button>
                )}
                {lines.map((line) => (
                  <button
                    type="button"
                    class="button button-quiet"
                    key={line}
                    onClick={() => setGoTo({ line })}
                  >
                    Line {line}
                  </button>
                ))}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
