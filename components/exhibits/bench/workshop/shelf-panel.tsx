import { useRef, useState } from 'preact/hooks';
import { LiveStatus } from '../../../ui/LiveStatus.tsx';
import type { Bench } from '../model.ts';
import { bundleOf, fileNameOf, readProgramFile } from './program-files.ts';
import type { FiledProgram } from './program-files.ts';
import { saveFile } from '../../../ui/save-file.ts';
import type { Shelf } from './shelf.ts';
import { benchWords } from '../words.ts';

export interface ShelfPanelProps {
  shelf: Shelf;
  bench: Bench;
}

/** The reader's programs, and what can be done with the one on the bench. */
export function ShelfPanel({ shelf, bench }: ShelfPanelProps) {
  const { state } = shelf;
  const { place, programs } = state;
  const files = useRef<HTMLInputElement>(null);
  const isKept = place.kind === 'kept';
  const { name } = shelf.current();

  return (
    <section class="shelf" role="group" aria-label="Your programs">
      <div class="shelf-row">
        <label class="shelf-field">
          On the bench
          <select
            class="typed-field"
            value={isKept ? place.id : ''}
            onChange={({ currentTarget }) => {
              if (currentTarget.value !== '') shelf.open(currentTarget.value);
            }}
          >
            {!isKept && (
              <option value="">
                {place.kind === 'template' ? `Template: ${name}` : `Not kept: ${name}`}
              </option>
            )}
            {programs.map((program) => (
              <option key={program.id} value={program.id}>
                {program.name}
              </option>
            ))}
          </select>
        </label>
        {isKept && (
          <label class="shelf-field">
            Its name
            <input
              class="typed-field"
              key={`${place.id} ${name}`}
              type="text"
              maxLength={80}
              value={name}
              onChange={({ currentTarget }) => {
                shelf.rename(currentTarget.value);
                currentTarget.value = shelf.current().name;
              }}
            />
          </label>
        )}
        <div class="button-row shelf-buttons">
          <button type="button" class="button" onClick={() => shelf.duplicate(bench.state.text)}>
            Duplicate
          </button>
          <button type="button" class="button" disabled={!isKept} onClick={shelf.remove}>
            Remove
          </button>
          <button type="button" class="button" onClick={() => shelf.setAside(bench.state.text)}>
            Set this version aside
          </button>
          <button
            type="button"
            class="button"
            onClick={() => saveFile(fileNameOf(name), bench.state.text, 'text/typescript')}
          >
            Save as a file
          </button>
          <button type="button" class="button" onClick={() => files.current?.click()}>
            Open files
          </button>
          <input
            ref={files}
            type="file"
            class="visually-hidden"
            tabIndex={-1}
            aria-label="Files with programs"
            multiple
            accept=".ts,.js,.mts,.mjs,.txt,.json"
            onChange={({ currentTarget }) => {
              void openFiles(shelf, [...(currentTarget.files ?? [])]).then(() => {
                currentTarget.value = '';
              });
            }}
          />
          <button
            type="button"
            class="button"
            disabled={programs.length === 0}
            onClick={() => saveFile('programs.json', bundleOf(programs), 'application/json')}
          >
            Save all
          </button>
        </div>
      </div>
      <div class="shelf-said">
        <LiveStatus text={state.status} />
        {state.justRemoved && (
          <button type="button" class="button" onClick={() => shelf.putBack(state.justRemoved!.id)}>
            Put it back
          </button>
        )}
      </div>
      {state.notKept && (
        <p class="code-failure" role="alert">
          {benchWords.notKept.programs}
        </p>
      )}
      {state.linkProblem && (
        <p class="code-failure" role="alert">
          {state.linkProblem}
        </p>
      )}
      <Loose shelf={shelf} />
      {state.removed.length > 0 && <Removed shelf={shelf} />}
    </section>
  );
}

/** Says that the program on the bench is not on the shelf, and what can be done about it. */
function Loose({ shelf }: { shelf: Shelf }) {
  const { place } = shelf.state;
  if (place.kind !== 'loose') return null;
  return (
    <div class="bench-foreign" role="group" aria-label="A program that is not kept">
      <p>
        {place.from === 'link' ? (
          <>
            <strong>This program came in a link; it is not yours.</strong> It has not been run and is not
            kept: read it before you press Run. Once you change it, it is kept beside your programs.{' '}
            {place.note}
          </>
        ) : (
          <>
            <strong>This program was removed in another window.</strong> Here it still stands as it was.
          </>
        )}
      </p>
      <div class="button-row">
        <button type="button" class="button" onClick={() => leaveAddress(shelf.leave)}>
          Back to my programs
        </button>
        <button type="button" class="button" onClick={() => leaveAddress(shelf.keepLoose)}>
          Keep it
        </button>
      </div>
    </div>
  );
}

/** What a link brought is dealt with: the address need not bring it again. */
function leaveAddress(act: () => void): void {
  history.replaceState(null, '', location.pathname + location.search);
  act();
}

function Removed({ shelf }: { shelf: Shelf }) {
  const { removed } = shelf.state;
  const [asks, setAsks] = useState(false);
  return (
    <details class="shelf-more">
      <summary>Removed programs: {removed.length}</summary>
      <ul class="shelf-removed">
        {removed.map(({ id, name }) => (
          <li key={id}>
            {name}{' '}
            <button type="button" class="button" onClick={() => shelf.putBack(id)}>
              Put it back
            </button>
          </li>
        ))}
      </ul>
      {asks ? (
        <div class="button-row">
          <button type="button" class="button" onClick={() => setAsks(false)}>
            Keep them
          </button>
          <button type="button" class="button" onClick={shelf.eraseRemoved}>
            Erase them for good
          </button>
        </div>
      ) : (
        <button type="button" class="button" onClick={() => setAsks(true)}>
          Erase the removed programs …
        </button>
      )}
    </details>
  );
}

async function openFiles(shelf: Shelf, files: readonly File[]): Promise<void> {
  const programs: FiledProgram[] = [];
  const refusals: string[] = [];
  for (const file of files) {
    // A bundle of many programs is still small; what is larger is no program.
    const read =
      file.size > 20_000_000
        ? ({ kind: 'refused', why: `${file.name} is not opened: it is too large.` } as const)
        : readProgramFile(file.name, await file.text());
    if (read.kind === 'read') programs.push(...read.programs);
    else refusals.push(read.why);
  }
  shelf.addFiled(programs, refusals);
}
