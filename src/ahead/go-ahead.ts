import { Worker } from 'node:worker_threads';

/**
 * Starts a thread that goes ahead of a build, on a core that is idle while pages are bundled. It holds the content against what it
 * says of itself, and then works out what takes long and is kept between builds. What the build asks for before it is there, the
 * build works out itself; so nothing depends on the thread but how soon it is done.
 *
 * @returns every mistake of the course's content, a sentence each.
 */
export function goAhead(): Promise<string[]> {
  const thread = new Worker(new URL('./thread-entry.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    thread.once('message', (mistakes: string[]) => {
      // The build does not wait for what follows.
      thread.unref();
      resolve(mistakes);
    });
    thread.on('error', reject);
  });
}
