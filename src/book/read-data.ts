import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { onceAProcess } from './once-a-process.ts';
import { plainMistake } from './plain-mistakes.ts';

export type FieldPath = readonly (string | number)[];

export interface CheckedData<T> {
  data: T;
  /** The error for a field that no schema can judge, such as one that names something in another file. */
  wrong(path: FieldPath, why: string): Error;
}

/**
 * Reads a YAML file of the book and checks it. Nobody may change what comes back: it is the same for all who ask.
 *
 * @param file Seen from the project's root, for example "content/glossary.yaml".
 * @throws one error that lists every mistake as "file:line: field: expectation".
 */
export function readData<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  return readCheckedData(file, schema).data;
}

/** What was read last, by file: it is checked anew when the text is another one. */
const known = new Map<string, { text: string; schema: z.ZodType; checked: CheckedData<unknown> }>();

/** As `readData`, for those who go on to check what no schema can judge. */
export function readCheckedData<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): CheckedData<z.output<Schema>> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${file}: there is no such file`);
  }
  const before = known.get(resolve(file));
  if (before?.text === text && before.schema === schema) {
    return before.checked as CheckedData<z.output<Schema>>;
  }
  const checked = checkData(text, file, schema);
  known.set(resolve(file), { text, schema, checked });
  return checked;
}

interface Parsed {
  text: string;
  document: Document.Parsed;
  lines: LineCounter;
  data: unknown;
}

/** What was parsed last, by file: to parse takes longer than to check, and both copies of the book's code ask. */
const parsed = onceAProcess('parsed files', () => new Map<string, Parsed>());

function parseData(text: string, file: string): Parsed {
  const key = resolve(file);
  const before = parsed.get(key);
  if (before?.text === text) return before;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken)
    throw new Error(`${file}:${lines.linePos(broken.pos[0]).line}: ${broken.message.split('\n')[0]}`);
  const now = { text, document, lines, data: document.toJS() as unknown };
  parsed.set(key, now);
  return now;
}

/** As `readData`, from text. */
export function checkData<Schema extends z.ZodType>(
  text: string,
  file: string,
  schema: Schema,
): CheckedData<z.output<Schema>> {
  const { document, lines, data } = parseData(text, file);
  const describe = (path: readonly PropertyKey[], message: string) =>
    `${file}:${lineOf(path)}: ${fieldName(path)}: ${message}`;
  const checked = schema.safeParse(data, { error: plainMistake });
  if (!checked.success) {
    // A name that is not known stands in the file, on a line of its own.
    const whole = (issue: z.core.$ZodIssue) =>
      issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
    throw new Error(checked.error.issues.map((issue) => describe(whole(issue), issue.message)).join('\n'));
  }
  return { data: checked.data, wrong: (path, why) => new Error(describe(path, why)) };

  /** The line of a field, or of the nearest field around it that is written down. */
  function lineOf(path: readonly PropertyKey[]): number {
    for (let depth = path.length; depth > 0; depth--) {
      const node: unknown = document.getIn(path.slice(0, depth), true);
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (range) return lines.linePos(range[0]).line;
    }
    return 1;
  }
}

/** A refinement for a list of entries with ids: each id once. @param said What an entry that is there again is: "listed". */
export const eachIdOnce =
  (said: string) =>
  (entries: readonly { id: string }[], context: z.core.$RefinementCtx): void => {
    entries.forEach(({ id }, i) => {
      if (entries.findIndex((other) => other.id === id) < i) {
        context.addIssue({ code: 'custom', path: [i, 'id'], message: `"${id}" is ${said} twice` });
      }
    });
  };

/** A path as an author reads it: parts[0].pages[2]. */
function fieldName(path: readonly PropertyKey[]): string {
  const name = path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  return name || 'the file';
}
