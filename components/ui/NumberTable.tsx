import { PowerText } from './PowerText.tsx';
import './NumberTable.css';

export interface NumberTableProps {
  /** What the rows are: "The bias after each sample". */
  title: string;
  columns: string[];
  /** The first cell of a row names it. */
  rows: (string | number)[][];
  /** Defaults to false: folded away, one keypress from being read. */
  open?: boolean;
}

/** The numbers of a picture, as a table that opens with one keypress. */
export function NumberTable({ title, columns, rows, open = false }: NumberTableProps) {
  return (
    <details class="number-table" open={open}>
      <summary>{title}</summary>
      <div class="number-table-scroll" tabIndex={0} role="group" aria-label={title}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                <th scope="row">{row[0]}</th>
                {row.slice(1).map((cell, j) => (
                  <td key={j}>
                    <PowerText text={String(cell)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
