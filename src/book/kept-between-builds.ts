/** What a build has worked out, kept in .cache/kept for the next one under the digest of all that it depends on. */
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { onceAProcess } from './once-a-process.ts';

const folder = '.cache/kept';

/** What no build has asked for in so long is thrown away. */
const keptForMs = 30 * 24 * 3600 * 1000;

/**
 * A value that a structured clone keeps: computed, or as an earlier build kept it.
 *
 * @param dependsOn All that it depends on, and nothing else; the version of Node is added.
 */
export async function keptBetweenBuilds<T>(dependsOn: unknown, compute: () => T | Promise<T>): Promise<T> {
  const file = fileFor(dependsOn);
  const kept = read<T>(file);
  if (kept) return kept.value;
  const value = await compute();
  keep(file, value);
  return value;
}

/** As `keptBetweenBuilds`, for what is computed at once. */
export function keptAtOnce<T>(dependsOn: unknown, compute: () => T): T {
  const file = fileFor(dependsOn);
  const kept = read<T>(file);
  if (kept) return kept.value;
  const value = compute();
  keep(file, value);
  return value;
}

function fileFor(dependsOn: unknown): string {
  onceAProcess('what is kept too long', throwOldAway);
  const text = JSON.stringify([process.version, dependsOn]);
  return join(folder, createHash('sha256').update(text).digest('hex').slice(0, 32));
}

function read<T>(file: string): { value: T } | undefined {
  try {
    const value = deserialize(readFileSync(file)) as T;
    utimesSync(file, new Date(), new Date());
    return { value };
  } catch {
    // There is none, or it is broken: it is computed.
    return undefined;
  }
}

function keep(file: string, value: unknown): void {
  try {
    mkdirSync(folder, { recursive: true });
    // Other builds may write the same at the same time.
    const own = `${file}.${process.pid}`;
    writeFileSync(own, serialize(value));
    renameSync(own, file);
  } catch {
    // Where nothing can be written, the next build computes it again.
  }
}

function throwOldAway(): true {
  try {
    for (const name of readdirSync(folder))
      if (statSync(join(folder, name)).mtimeMs < Date.now() - keptForMs) rmSync(join(folder, name));
  } catch {
    // There is nothing to throw away, or another build is at it.
  }
  return true;
}
