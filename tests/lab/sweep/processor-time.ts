/** Processor time of a browser's workers: what other programs on the machine take does not count. Linux tells it in /proc. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Jiffies are a hundredth of a second on every Linux that people have. */
const jiffyMs = 10;

/** Whether this machine tells it. */
export const isProcessorTimeTold = existsSync('/proc/self/task');

/**
 * Milliseconds that the dedicated workers of a process and of all it has started have had.
 *
 * @param seen What each had when it was last looked at, of one that has ended since; it is kept up to date.
 */
export function workersTime(processId: number, seen: Map<string, number>): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = fieldsOf(`/proc/${name}/stat`)?.[1];
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const waiting = [processId];
  while (waiting.length > 0) {
    const id = waiting.pop()!;
    waiting.push(...(children.get(id) ?? []));
    for (const task of listOf(`/proc/${id}/task`)) {
      const folder = `/proc/${id}/task/${task}`;
      if (!textOf(`${folder}/comm`).startsWith('DedicatedWorke')) continue;
      const fields = fieldsOf(`${folder}/stat`);
      if (fields) seen.set(folder, (fields[11]! + fields[12]!) * jiffyMs);
    }
  }
  return [...seen.values()].reduce((sum, ms) => sum + ms, 0);
}

/** The fields after the name, which may hold spaces: state, parent, ... */
function fieldsOf(file: string): number[] | undefined {
  const text = textOf(file);
  return text === ''
    ? undefined
    : text
        .slice(text.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
}

/** Processes come and go while they are looked at. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function listOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
