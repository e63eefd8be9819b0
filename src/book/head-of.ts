import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The text at the head of an MDX file, between the lines of three hyphens; empty where there is none. */
export const headText = (mdx: string): string => /^\uFEFF?---\r?\n([^]*?)\r?\n---/.exec(mdx)?.[1] ?? '';

/** What stands at the head of an MDX file; nothing where it cannot be read. */
export function headOf(file: string): Record<string, unknown> {
  const head = headText(readFileSync(file, 'utf8'));
  try {
    return (parse(head) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}
