import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What stands at the head of an MDX file, between the lines of three hyphens; nothing where it cannot be read. */
export function headOf(file: string): { title?: string } {
  const [, head = ''] = /^---\r?\n([^]*?)\r?\n---/.exec(readFileSync(file, 'utf8')) ?? [];
  try {
    return (parse(head) ?? {}) as { title?: string };
  } catch {
    return {};
  }
}
