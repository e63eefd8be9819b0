import { useState } from 'preact/hooks';
import type { Bench } from '../model.ts';
import type { PastedTable } from './pasted-data.ts';
import type { BenchSaid } from '../said.ts';
import { benchWords } from '../words.ts';

/** What reads and writes data comes with the first data. */
const loadReader = async () => ({
  ...(await import('./pasted-data.ts')),
  ...(await import('./write-data.ts')),
});

type Shown =
  | { kind: 'none' }
  | { kind: 'refused'; why: string }
  | { kind: 'table'; table: PastedTable; targets: number[] };

/** How many rows show what was understood. */
const shownRows = 3;

/** Takes data that the reader pastes, shows what was understood, and writes it into the program on the bench. */
export function DataPanel({ bench }: { bench: Bench }) {
  const [shown, setShown] = useState<Shown>({ kind: 'none' });
  const [said, setSaid] = useState('');

  const read = async (text: string) => {
    setSaid('');
    if (text.trim() === '') return setShown({ kind: 'none' });
    const { readPastedData } = await loadReader();
    const result = readPastedData(text);
    setShown(
      result.kind === 'read'
        ? { kind: 'table', table: result.table, targets: result.table.targets }
        : { kind: 'refused', why: result.why },
    );
  };

  const write = async (table: PastedTable, targets: number[]) => {
    const { samplesOf, withData } = await loadReader();
    const made = samplesOf(table, targets);
    if (made.kind === 'refused') return setSaid(made.why);
    const { inputs, targets: written, classes } = made.samples;
    const { text, replaced } = withData(bench.state.text, made.samples);
    const said: BenchSaid = {
      kind: 'data-taken',
      samples: inputs.length,
      inputs: inputs[0]!.length,
      targets: written[0]!.length,
      isAtTop: !replaced,
      classes,
    };
    bench.replaceText(text, said);
    setSaid(benchWords.said(said));
  };

  return (
    <details class="shelf-more">
      <summary>Paste data</summary>
      <div class="shelf-data">
        <label class="shelf-field">
          Rows of numbers (CSV, from a spreadsheet, with spaces), or lists of Python, NumPy, JavaScript, JSON
          or Lua
          <textarea
            class="typed-field"
            rows={6}
            spellcheck={false}
            placeholder={'x1,x2,y\n0,0,0\n0,1,1'}
            onInput={({ currentTarget }) => void read(currentTarget.value)}
          />
        </label>
        {shown.kind === 'refused' && (
          <p class="code-failure" role="alert">
            {shown.why}
          </p>
        )}
        {shown.kind === 'table' && (
          <Understood
            {...shown}
            onTargets={(targets) => {
              setSaid('');
              setShown({ ...shown, targets });
            }}
            onWrite={() => void write(shown.table, shown.targets)}
          />
        )}
        <p class="shelf-quiet" role="status">
          {said}
        </p>
      </div>
    </details>
  );
}

interface UnderstoodProps {
  table: PastedTable;
  targets: number[];
  onTargets: (targets: number[]) => void;
  onWrite: () => void;
}

/** The first rows, and which columns are targets. */
function Understood({ table, targets, onTargets, onWrite }: UnderstoodProps) {
  const { columns, rows } = table;
  const toggle = (column: number) =>
    onTargets(targets.includes(column) ? targets.filter((one) => one !== column) : [...targets, column].toSorted((a, b) => a - b)); // prettier-ignore
  return (
    <>
      <p class="shelf-quiet">
        {rows.length} {rows.length === 1 ? 'sample' : 'samples'}. Which columns are targets? All others are
        inputs.
      </p>
      <div class="table-scroll" tabIndex={0} role="group" aria-label="The data as they were understood">
        <table class="shelf-table">
          <thead>
            <tr>
              {columns.map((name, column) => (
                <th key={column} scope="col">
                  <label>
                    <input
                      type="checkbox"
                      checked={targets.includes(column)}
                      onChange={() => toggle(column)}
                    />{' '}
                    {name}
                  </label>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shownRows).map((row, at) => (
              <tr key={at}>
                {row.map((value, column) => (
                  <td key={column} data-target={targets.includes(column)}>
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="button-row">
        <button type="button" class="button" onClick={onWrite}>
          Put them into the program
        </button>
      </div>
    </>
  );
}
