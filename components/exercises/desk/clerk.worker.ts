/** Reads files and compares programs, away from the page. */
import { samePrograms, type SamePrograms } from '../../../src/book/index.ts';
import { readFile, type ReadFile } from './read-file.ts';

export type ToClerk =
  { kind: 'read'; path: string; file: Blob } | { kind: 'compare'; programs: string[]; given: string };

export type FromClerk = { kind: 'read'; read: ReadFile[] } | { kind: 'compared'; same: SamePrograms[] };

async function done(task: ToClerk): Promise<FromClerk> {
  if (task.kind === 'compare') return { kind: 'compared', same: samePrograms(task.programs, task.given) };
  try {
    return { kind: 'read', read: await readFile(task.path, task.file) };
  } catch {
    return {
      kind: 'read',
      read: [{ file: task.path, kind: 'invalid', why: 'It could not be opened.' }],
    };
  }
}

self.onmessage = async ({ data }: MessageEvent<ToClerk>) => {
  self.postMessage(await done(data));
};
