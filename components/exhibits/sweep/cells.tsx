import { Component } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { percentText } from '../../../src/words/numbers.ts';
import { nameInSentence } from '../../../src/words/names.ts';

interface PhaseCell {
  column: number;
  row: number;
  size: number;
  shares: { solved: { share: number } };
}

export interface CellsProps {
  /** Finer cells lie over the squares that stand for many. */
  cells: readonly PhaseCell[];
  /** Whether all cells are there, so that each stands for itself. */
  settled: boolean;
  columns: number;
  rows: number;
  xName: string;
  yName: string;
  /** One text a column and a row. */
  xTicks: string[];
  yTicks: string[];
  /** A cell's place in words. */
  place(column: number, row: number): string;
  open: { column: number; row: number } | undefined;
  onOpen(column: number, row: number): void;
}

const moves: Record<string, [columns: number, rows: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Side of the largest squares, in cells. */
const coarsest = 4;

/** Few enough ticks to read: about five along an axis. */
const ticked = (k: number, count: number) => k % Math.max(1, Math.round(count / 5)) === 0;

/** The cells of a phase diagram, row 0 at the bottom. One stop of the Tab key; arrow keys go from cell to cell. */
export function Cells(props: CellsProps) {
  const { cells, settled, columns, rows, xName, yName, xTicks, yTicks, place, open, onOpen } = props;
  const root = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState('0,0');
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    let [column, row] = current.split(',').map(Number) as [number, number];
    // A square may stand for the next cells: go on until there is one.
    for (let k = 0; k < Math.max(columns, rows); k++) {
      column += move[0];
      row += move[1];
      const cell = root.current?.querySelector<HTMLElement>(`[data-at="${column},${row}"]`);
      if (cell) return cell.focus();
    }
  };
  return (
    <div class="phase">
      <p class="phase-y-name" aria-hidden="true">
        {nameInSentence(yName)}
      </p>
      <div class="phase-y-ticks" style={{ gridTemplateRows: `repeat(${rows}, 1fr)` }} aria-hidden="true">
        {yTicks.map((text, row) =>
          ticked(row, rows) ? (
            <span key={text} style={{ gridRow: rows - row }}>
              {text}
            </span>
          ) : null,
        )}
      </div>
      <div
        class="phase-cells"
        ref={root}
        role="group"
        aria-label={`The share solved for each ${nameInSentence(xName)} and ${nameInSentence(yName)}`}
        style={{
          gridTemplateColumns: `repeat(${columns}, 1fr)`,
          gridTemplateRows: `repeat(${rows}, 1fr)`,
          aspectRatio: `${columns} / ${rows}`,
        }}
        onKeyDown={onKeyDown}
      >
        {cells.map((cell) => (
          <Square
            key={`${cell.column},${cell.row}`}
            cell={cell}
            size={settled ? 1 : cell.size}
            columns={columns}
            rows={rows}
            current={current === `${cell.column},${cell.row}`}
            open={open?.column === cell.column && open.row === cell.row}
            place={place}
            onFocus={setCurrent}
            onOpen={onOpen}
          />
        ))}
      </div>
      <div
        class="phase-x-ticks"
        style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}
        aria-hidden="true"
      >
        {xTicks.map((text, column) =>
          ticked(column, columns) ? (
            <span key={text} style={{ gridColumn: column + 1 }}>
              {text}
            </span>
          ) : null,
        )}
      </div>
      <p class="phase-x-name" aria-hidden="true">
        {nameInSentence(xName)}
      </p>
      <p class="phase-key" aria-hidden="true">
        none solved <span class="phase-key-bar" /> all solved
      </p>
    </div>
  );
}

interface SquareProps {
  cell: PhaseCell;
  size: number;
  columns: number;
  rows: number;
  current: boolean;
  open: boolean;
  place(column: number, row: number): string;
  onFocus(at: string): void;
  onOpen(column: number, row: number): void;
}

/** One cell. It is drawn again only when something about itself has changed: there are hundreds. */
class Square extends Component<SquareProps> {
  override shouldComponentUpdate({ cell, size, current, open }: SquareProps) {
    const { props } = this;
    return cell !== props.cell || size !== props.size || current !== props.current || open !== props.open;
  }

  override render() {
    const { cell, size, columns, rows, current, open, place, onFocus, onOpen } = this.props;
    const { column, row, shares } = cell;
    const at = `${column},${row}`;
    const words = `${place(column, row)}: ${percentText(shares.solved.share)} solved`;
    const [right, top] = [Math.min(columns, column + size), Math.min(rows, row + size)];
    return (
      <button
        type="button"
        class="phase-cell"
        data-at={at}
        tabIndex={current ? 0 : -1}
        aria-label={words}
        aria-pressed={open}
        title={words}
        style={{
          gridColumn: `${column + 1} / ${right + 1}`,
          gridRow: `${rows - top + 1} / ${rows - row + 1}`,
          zIndex: coarsest - size,
          '--share': shares.solved.share,
        }}
        onFocus={() => onFocus(at)}
        onClick={() => onOpen(column, row)}
      />
    );
  }
}
