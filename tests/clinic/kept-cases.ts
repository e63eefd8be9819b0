/**
 * What was said of each case, kept as it comes, so that a run that is broken off goes on where it stopped. Kept under a digest
 * of every file that makes and examines a case.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import type { Examined, Order } from './bench-worker.ts';
import { digestOf, keptIn } from './kept-files.ts';

const nameOf = ({ mode, index }: Order) => `${mode} ${index}`;

export interface KeptCases {
  of(order: Order): Examined | undefined;
  add(examined: Examined): void;
}

export function openKeptCases(): KeptCases {
  const file = new URL(`${digestOf('./bench-worker.ts')}.jsonl`, keptIn);
  mkdirSync(keptIn, { recursive: true });
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
