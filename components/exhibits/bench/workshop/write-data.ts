/** Puts a table into a program as its `data`, in place of what stands there. */
import type { PastedTable } from './pasted-data.ts';

const columns = 68;

/** The samples as numbers, and what became of words. */
export interface Samples {
  inputs: number[][];
  targets: number[][];
  /** Of targets that are words: what stands for what, "setosa is 1, 0, 0". */
  classes: string[];
}

export type SamplesMade = { kind: 'made'; samples: Samples } | { kind: 'refused'; why: string };

/** More classes than these are no classes. */
const mostClasses = 100;

/** @param targets The columns that are targets; all others are inputs. */
export function samplesOf({ rows, columns: names }: PastedTable, targets: readonly number[]): SamplesMade {
  const inputs = names.map((_, n) => n).filter((n) => !targets.includes(n));
  if (targets.length === 0) return { kind: 'refused', why: 'Choose at least one column as a target.' };
  if (inputs.length === 0) return { kind: 'refused', why: 'Leave at least one column as an input.' };
  const words = inputs.find((n) => rows.some((row) => typeof row[n] === 'string'));
  if (words !== undefined) {
    const row = rows.find((one) => typeof one[words] === 'string')!;
    return {
      kind: 'refused',
      why: `“${names[words]}” holds words, such as “${String(row[words]).slice(0, 30)}”. An input must be a number: put numbers in their place, or choose the column as a target.`,
    };
  }
  const classes: string[] = [];
  const parts = targets.map((n): ((row: (number | string)[]) => number[]) => {
    const values = [...new Set(rows.map((row) => row[n]!))];
    if (values.every((value) => typeof value === 'number')) return (row) => [row[n] as number];
    const places = new Map(values.map((value, at) => [value, at]));
    const code = (at: number): number[] =>
      values.length === 2 ? [at] : values.map((_, k) => (k === at ? 1 : 0));
    classes.push(...values.map((value, at) => `“${String(value).slice(0, 30)}” is ${code(at).join(', ')}`));
    return (row) => code(places.get(row[n]!)!);
  });
  if (classes.length > mostClasses)
    return {
      kind: 'refused',
      why: `The targets have ${classes.length} different words; expected a few classes. Choose another column.`,
    };
  return {
    kind: 'made',
    samples: {
      inputs: rows.map((row) => inputs.map((n) => row[n] as number)),
      targets: rows.map((row) => parts.flatMap((part) => part(row))),
      classes,
    },
  };
}

/** @returns the program with these samples, and whether there was a `data` to be replaced. */
export function withData(text: string, samples: Samples): { text: string; replaced: boolean } {
  const written = dataText(samples);
  const place = placeOfData(text);
  if (!place) return { text: `${written}\n\n${text}`, replaced: false };
  return { text: text.slice(0, place.start) + written + text.slice(place.end), replaced: true };
}

function dataText({ inputs, targets }: Samples): string {
  const list = (rows: number[][]): string => rows.map((row) => `    ${rowText(row)},`).join('\n');
  return `export const data = {\n  inputs: [\n${list(inputs)}\n  ],\n  targets: [\n${list(targets)}\n  ],\n};`;
}

/** A row of numbers, on several lines where it is long. */
function rowText(row: readonly number[]): string {
  const whole = `[${row.join(', ')}]`;
  if (whole.length + 5 <= columns) return whole;
  const lines: string[] = [];
  let line = '     ';
  for (const value of row) {
    if (line.length + String(value).length + 2 > columns) {
      lines.push(line);
      line = '     ';
    }
    line += ` ${value},`;
  }
  return `[\n${[...lines, line].join('\n')}\n    ]`;
}

/** Where the declaration of `data` stands: from its first word to its end. */
function placeOfData(text: string): { start: number; end: number } | undefined {
  const bare = withoutTexts(text);
  const found = /^(?:export\s+)?(?:const|let|var|function)\s+data\b/m.exec(bare);
  if (!found) return undefined;
  let depth = 0;
  let hasBraces = false;
  const isFunction = /function\s+data/.test(found[0]);
  for (let at = found.index + found[0].length; at < bare.length; at++) {
    const sign = bare[at]!;
    if ('([{'.includes(sign)) {
      depth++;
      hasBraces ||= sign === '{';
    } else if (')]}'.includes(sign)) {
      depth--;
      if (depth === 0 && isFunction && hasBraces && sign === '}') return { start: found.index, end: at + 1 };
    } else if (depth === 0 && !isFunction) {
      if (sign === ';') return { start: found.index, end: at + 1 };
      // Without a semicolon it ends with its line, unless that goes on in the next.
      const rest = bare.slice(at + 1);
      if (sign === '\n' && !/[=,(+:?>]\s*$/.test(bare.slice(found.index, at)) && !/^\s*[.([=:?+]/.test(rest))
        return { start: found.index, end: at };
    }
  }
  return depth === 0 ? { start: found.index, end: bare.length } : undefined;
}

/** The text with all that stands in comments and in quotation marks blanked out, place for place. */
const withoutTexts = (text: string): string =>
  text.replace(/\/\/.*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, (found) =>
    found.replace(/[^\n]/g, ' '),
  );
