import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { onceAProcess } from './once-a-process.ts';
import { filesStand } from './standing-files.ts';

/** The text at the head of an MDX file, between the lines of three hyphens; empty where there is none. */
export const headText = (mdx: string): string => /^\uFEFF?---\r?\n([^]*?)\r?\n---/.exec(mdx)?.[1] ?? '';

type Head = Readonly<Record<string, unknown>>;

/** What was read last, by file: a page is asked for its head with every link. */
const known = onceAProcess('heads of pages', () => new Map<string, { text: string; head: Head }>());

/** What stands at the head of an MDX file; nothing where it cannot be read. Nobody may change what comes back. */
export function headOf(file: string): Head {
  const before = known.get(file);
  if (before && filesStand()) return before.head;
  const text = headText(readFileSync(file, 'utf8'));
  if (before?.text === text) return before.head;
  const head = headIn(text);
  known.set(file, { text, head });
  return head;
}

function headIn(text: string): Head {
  try {
    return (parse(text) ?? {}) as Head;
  } catch {
    return {};
  }
}
