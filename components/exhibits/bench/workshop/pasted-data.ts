/**
 * Data as people paste it: rows of a table (commas, tabs, semicolons or spaces between them, with or without a heading), or lists
 * as Python, NumPy, JavaScript, JSON and Lua write them. What comes of it is a table, and which of its columns look like targets;
 * the reader decides. What is not understood is named by its line.
 */

export interface PastedTable {
  /** The names of the columns; numbers from 1 where the data have none. */
  columns: string[];
  /** [N, columns]: a number, or the words that stand for a class. */
  rows: (number | string)[][];
  /** The columns that are taken for targets, unless the reader chooses others. */
  targets: number[];
}

export type PastedRead = { kind: 'read'; table: PastedTable } | { kind: 'refused'; why: string };

const mostSamples = 20_000;
const mostColumns = 1_000;

const refused = (why: string): PastedRead => ({ kind: 'refused', why });

export function readPastedData(text: string): PastedRead {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (plain.trim() === '') return refused('There is nothing to read yet.');
  return /[[({]/.test(plain) ? readLists(plain) : readRows(plain);
}

const number = /^[+\-−]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** @param decimalComma Whether "0,5" is a half. */
function numberIn(cell: string, decimalComma: boolean): number | undefined {
  const plain = (decimalComma ? cell.replace(',', '.') : cell).replace('−', '-');
  return number.test(plain) ? Number(plain) : undefined;
}

function readRows(text: string): PastedRead {
  const lines = text.split('\n').map((line, at) => ({ line: line.trim(), at: at + 1 }));
  const filled = lines.filter(({ line }) => line !== '' && !/^(#|\/\/|--|\|?[\s:|-]+\|[\s:|-]*$)/.test(line));
  if (filled.length === 0)
    return refused('There are only comments; expected a row of numbers for each sample.');
  const separator = separatorOf(filled.map(({ line }) => line));
  // Where commas part no cells they can only be the sign before decimals.
  const decimalComma = separator !== ',' && filled.some(({ line }) => /\d,\d/.test(line)) && !filled.some(({ line }) => /\d\.\d/.test(line)); // prettier-ignore
  const cellsOf = (line: string): string[] =>
    (separator === ' ' ? line.split(/\s+/) : withoutEnds(line, separator).split(separator)).map((cell) =>
      cell.trim().replace(/^(["'])(.*)\1$/, '$2'),
    );
  const cells = filled.map(({ line, at }) => ({ at, cells: cellsOf(line) }));
  const isHeading = (row: readonly string[], next: readonly string[] | undefined): boolean =>
    next !== undefined &&
    row.every((cell) => numberIn(cell, decimalComma) === undefined) &&
    next.some((cell) => numberIn(cell, decimalComma) !== undefined);
  const heading = isHeading(cells[0]!.cells, cells[1]?.cells) ? cells.shift()!.cells : undefined;
  const width = cells[0]!.cells.length;
  const odd = cells.find((row) => row.cells.length !== width);
  if (odd)
    return refused(
      `Line ${odd.at} has ${counted(odd.cells.length)} and the first row has ${width}: “${short(odd.cells.join(' '))}”. Each row needs as many.`,
    );
  for (const row of cells)
    for (const [column, cell] of row.cells.entries())
      if (cell === '' || /^(nan|na|n\/a|null|none|\?|-)$/i.test(cell))
        return refused(
          `Line ${row.at} has no value in column ${column + 1}. Fill it in, or leave the row out.`,
        );
  const rows = cells.map((row) => row.cells.map((cell) => numberIn(cell, decimalComma) ?? cell));
  const names = heading?.length === width ? heading : undefined;
  return checkedTable(rows, names, undefined, (at) => `Line ${cells[at]!.at}`);
}

/** A row of a table in Markdown begins and ends with its sign, and some rows of CSV end with a comma. */
function withoutEnds(line: string, separator: string): string {
  const begun = separator === '|' && line.startsWith('|') ? line.slice(1) : line;
  return begun.endsWith(separator) && separator !== '\t' ? begun.slice(0, -1) : begun;
}

const counted = (cells: number): string => (cells === 1 ? 'one value' : `${cells} values`);
const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)} …` : text);

/** What parts the cells: whatever all rows have equally often, the plainest last. */
function separatorOf(lines: readonly string[]): string {
  const often = (sign: string): number[] => lines.map((line) => line.split(sign).length - 1);
  for (const sign of ['\t', ';', '|', ',']) if (often(sign).every((count) => count > 0)) return sign;
  return ['\t', ';', ','].find((sign) => often(sign).some((count) => count > 0) && sign !== ',') ?? (often(',').every((count) => count > 0) ? ',' : ' '); // prettier-ignore
}

type Tree = number | string | Tree[];

/** Lists of any language: brackets of whatever kind, values between them, and names that don't matter. */
function readLists(text: string): PastedRead {
  let tree: Tree[];
  try {
    tree = treeOf(text);
  } catch (error) {
    return refused((error as Error).message);
  }
  // "X = [...]; y = [...]" are two lists, "data = [...]" is one.
  let lists = tree.filter((one): one is Tree[] => Array.isArray(one));
  while (lists.length === 1 && isListOfTables(lists[0]!)) lists = lists[0] as Tree[][];
  if (lists.length === 1) return oneList(lists[0]!);
  if (lists.length === 2) return twoLists(lists[0]!, lists[1]!);
  if (lists.every((list) => isRow(list))) return oneList(lists);
  return refused(
    `There are ${lists.length} lists; expected one with a row for each sample, or two: inputs and targets.`,
  );
}

const isRow = (tree: Tree): tree is (number | string)[] =>
  Array.isArray(tree) && tree.length > 0 && tree.every((one) => !Array.isArray(one));
const isTable = (tree: Tree): boolean =>
  Array.isArray(tree) && tree.length > 0 && tree.every((one) => isRow(one));
/** Inputs and targets of all samples in one list, such as an object with the two. */
const isListOfTables = (tree: Tree[]): boolean =>
  tree.length === 2 &&
  Array.isArray(tree[0]) &&
  Array.isArray(tree[1]) &&
  isTable(tree[0]) &&
  tree[0].length > 2 &&
  (isTable(tree[1]) || isRow(tree[1])) &&
  tree[0].length === tree[1].length;

function oneList(list: Tree[]): PastedRead {
  if (isRow(list))
    return checkedTable(
      list.map((value) => [value]),
      undefined,
      undefined,
      sampleName,
    );
  if (isTable(list)) return checkedTable(list as (number | string)[][], undefined, undefined, sampleName);
  // Pairs: [[0, 1], [1]], or [[0, 1], 1].
  const pairs = list.map((sample) => (Array.isArray(sample) && sample.length === 2 ? (sample as [Tree, Tree]) : undefined)); // prettier-ignore
  const odd = pairs.findIndex((pair) => !pair || !pair.every((part) => !Array.isArray(part) || isRow(part)));
  if (odd >= 0)
    return refused(`Sample ${odd + 1} is no row of numbers, and no pair of inputs and targets; expected all to be alike.`); // prettier-ignore
  return twoLists(pairs.map((pair) => pair![0]), pairs.map((pair) => pair![1])); // prettier-ignore
}

function twoLists(inputs: Tree[], targets: Tree[]): PastedRead {
  if (inputs.length !== targets.length)
    return refused(`Inputs: ${inputs.length}, targets: ${targets.length}; each sample needs one of both.`); // prettier-ignore
  const row = (part: Tree): (number | string)[] | undefined => (isRow(part) ? part : Array.isArray(part) ? undefined : [part]); // prettier-ignore
  const rows: (number | string)[][] = [];
  const [width, targetWidth] = [row(inputs[0]!)?.length ?? 0, row(targets[0]!)?.length ?? 0];
  for (let at = 0; at < inputs.length; at++) {
    const [input, target] = [row(inputs[at]!), row(targets[at]!)];
    if (input?.length !== width || target?.length !== targetWidth)
      return refused(`Sample ${at + 1} has not as many values as the first; expected all to be alike.`);
    rows.push([...input, ...target]);
  }
  const own = Array.from({ length: targetWidth }, (_, n) => width + n);
  return checkedTable(rows, undefined, own, sampleName);
}

const sampleName = (at: number): string => `Sample ${at + 1}`;

function checkedTable(
  rows: (number | string)[][],
  names: string[] | undefined,
  known: number[] | undefined,
  rowName: (at: number) => string,
): PastedRead {
  if (rows.length === 0) return refused('There is a heading and no row below it.');
  const width = rows[0]!.length;
  const odd = rows.findIndex((row) => row.length !== width);
  if (odd >= 0) return refused(`${rowName(odd)} has ${counted(rows[odd]!.length)} and the first has ${width}; each needs as many.`); // prettier-ignore
  if (rows.length > mostSamples)
    return refused(`There are ${rows.length} samples; the lab takes up to 20,000.`);
  if (width > mostColumns) return refused(`There are ${width} columns; the lab takes up to 1,000.`);
  if (width < 2)
    return refused('There is one column; expected one for each input, and at least one for a target.');
  for (let at = 0; at < rows.length; at++)
    if (rows[at]!.some((value) => typeof value === 'number' && !Number.isFinite(value)))
      return refused(`${rowName(at)} holds a number that is too large.`);
  if (!rows.flat().some((value) => typeof value === 'number'))
    return refused('There is no number in it; expected one row of numbers for each sample.');
  const columns = Array.from({ length: width }, (_, n) => names?.[n] || `column ${n + 1}`);
  const targets = known ?? targetsOf(columns, rows);
  return { kind: 'read', table: { columns, rows, targets } };
}

/** Columns that are called so, or hold words; else the last one. */
function targetsOf(columns: readonly string[], rows: readonly (number | string)[][]): number[] {
  const called = columns.flatMap((name, n) => (/^(y\d*|t\d*|targets?|labels?|class(es)?|out(put)?s?|species|answer|result)([ _-]?\d+)?$/i.test(name) ? [n] : [])); // prettier-ignore
  if (called.length > 0 && called.length < columns.length) return called;
  const words = columns.flatMap((_, n) => (rows.some((row) => typeof row[n] === 'string') ? [n] : []));
  if (words.length > 0 && words.length < columns.length) return words;
  return [columns.length - 1];
}

/** The brackets and values of a text. Throws a sentence where they don't fit. */
function treeOf(text: string): Tree[] {
  const root: Tree[] = [];
  const open: { list: Tree[]; closes: string; line: number }[] = [];
  // Comments, strings, numbers, names (of variables, fields, functions), brackets; between them commas, colons, equal signs.
  const tokens = /(#.*|\/\/.*|--(?![\d.]).*)|("[^"\n]*"|'[^'\n]*')|((?<![\w.])[+\-−]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|([\p{L}_$][\p{L}\d_$.]*)|([[({])|([\])}])|(\n)|([\s,:;=|]+?)|(.)/gu; // prettier-ignore
  let line = 1;
  let afterName = '';
  for (const match of text.matchAll(tokens)) {
    const [whole, comment, quoted, digits, name, opening, closing, newline, between, other] = match;
    const into = open.at(-1)?.list ?? root;
    if (comment !== undefined || between !== undefined) continue;
    if (newline !== undefined) line++;
    else if (name !== undefined) {
      if (/^(true|True)$/.test(name)) into.push(1);
      else if (/^(false|False)$/.test(name)) into.push(0);
      else if (/^(nan|NaN|None|null|nil|undefined|inf|Infinity|Inf)$/.test(name)) throw new Error(`Line ${line} holds ${name}, which is no number. Fill it in, or leave the sample out.`); // prettier-ignore
      afterName = name;
    } else if (opening !== undefined) {
      // The brackets of np.array(...), torch.tensor(...) hold the list; they are none.
      const list: Tree[] = opening === '(' && /[a-z]/i.test(afterName) ? into : [];
      if (list !== into) into.push(list);
      open.push({ list, closes: opening === '(' ? ')' : opening === '[' ? ']' : '}', line });
      afterName = '';
    } else if (closing !== undefined) {
      const last = open.pop();
      if (!last) throw new Error(`Line ${line} closes a bracket that was never opened: “${closing}”.`);
      if (last.closes !== closing) throw new Error(`Line ${line} closes with “${closing}” what line ${last.line} opened for “${last.closes}”.`); // prettier-ignore
      afterName = '';
    } else if (digits !== undefined) {
      if (open.length > 0) into.push(Number(digits.replace('−', '-')));
      afterName = '';
    } else if (quoted !== undefined) {
      // A name in quotes before a colon is that of a field.
      const isField = /^\]?\s*[:=]/.test(text.slice(match.index + whole.length, match.index + whole.length + 20));
      if (open.length > 0 && !isField) into.push(quoted.slice(1, -1));
      afterName = '';
    } else if (other !== undefined) throw new Error(`Line ${line} holds “${other}”, which is not understood; expected numbers in brackets.`); // prettier-ignore
  }
  const last = open.pop();
  if (last) throw new Error(`The bracket that line ${last.line} opens is never closed.`);
  return root;
}
