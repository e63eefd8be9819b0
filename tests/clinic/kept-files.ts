/** Results are kept under a digest of what they depend on: the text of a file and all that it imports, and the kernel. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const keptIn = new URL('../../.cache/bench-clinic/', import.meta.url);
const kernel = new URL('../../src/kernel/build/kernel.wasm', import.meta.url);

/** The file and all that it imports, by address. */
function importedBy(file: URL, found = new Map<string, string>()): Map<string, string> {
  if (found.has(file.href)) return found;
  const text = readFileSync(file, 'utf8');
  found.set(file.href, text);
  for (const [, path] of text.matchAll(/from '(\.[^']+)'/gu)) importedBy(new URL(path!, file), found);
  return found;
}

/** Of a file, by its path from this folder. */
export function digestOf(path: string): string {
  const hash = createHash('sha256').update(readFileSync(kernel));
  const files = importedBy(new URL(path, import.meta.url));
  for (const file of [...files.keys()].toSorted()) hash.update(files.get(file)!);
  return hash.digest('hex').slice(0, 16);
}

export const digestOfText = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 16);
