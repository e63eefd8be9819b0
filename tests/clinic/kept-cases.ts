/**
 * What was said of each case, kept as it comes, so that a run that is broken off goes on where it stopped. Kept under a digest
 * of what it depends on: the text of every file that makes and examines a case, and the kernel.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import type { Examined, Order } from './bench-worker.ts';

const folder = new URL('../../.cache/bench-clinic/', import.meta.url);
const kernel = new URL('../../src/kernel/build/kernel.wasm', import.meta.url);

/** The file and all that it imports, by address. */
function importedBy(file: URL, found = new Map<string, string>()): Map<string, string> {
  if (found.has(file.href)) return found;
  const text = readFileSync(file, 'utf8');
  found.set(file.href, text);
  for (const [, path] of text.matchAll(/from '(\.[^']+)'/gu)) importedBy(new URL(path!, file), found);
  return found;
}

function digest(): string {
  const hash = createHash('sha256').update(readFileSync(kernel));
  const files = importedBy(new URL('./bench-worker.ts', import.meta.url));
  for (const file of [...files.keys()].toSorted()) hash.update(files.get(file)!);
  return hash.digest('hex').slice(0, 16);
}

const nameOf = ({ mode, index }: Order) => `${mode} ${index}`;

export interface KeptCases {
  of(order: Order): Examined | undefined;
  add(examined: Examined): void;
}

export function openKeptCases(): KeptCases {
  const file = new URL(`${digest()}.jsonl`, folder);
  mkdirSync(folder, { recursive: true });
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const kept = new Map<string, Examined>();
  // A line that was cut off while it was written is none.
  for (const line of lines.filter((one) => one.endsWith('}'))) {
    const examined = JSON.parse(line) as Examined;
    kept.set(nameOf(examined), examined);
  }
  return {
    of: (order) => kept.get(nameOf(order)),
    add: (examined) => appendFileSync(file, `${JSON.stringify(examined)}\n`),
  };
}
