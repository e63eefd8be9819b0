/** Threads are used again for other programs, and none that was ended at work is. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openLabInNode } from '../../../src/lab/in-node/index.ts';

const program = readFileSync('content/cases/all-outputs-equal/program.ts', 'utf8');
/** Says how many programs its thread has loaded. */
const counting = `${program}
const thread = globalThis as unknown as { loads?: number };
thread.loads = (thread.loads ?? 0) + 1;
console.log('loads:', thread.loads);
`;

async function loads(): Promise<number> {
  const lab = openLabInNode();
  try {
    const loaded = await lab.load(counting, 1);
    if (loaded.kind === 'failed') throw new Error(loaded.failure.message);
    return Number(/loads: (\d+)/.exec(JSON.stringify(loaded.value))![1]);
  } finally {
    lab.close();
  }
}

test('a thread that was let go serves the next program', async () => {
  const first = await loads();
  expect(await loads()).toBe(first + 1);
  expect(await loads()).toBe(first + 2);
});

test('a thread that was let go at work is ended, and none serves two at once', async () => {
  await loads();
  const lab = openLabInNode();
  // Takes the thread that rests, and would hold it for ever.
  const unanswered = lab.load(`${program}\nfor (;;);`, 1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  lab.close();
  expect((await unanswered).kind).toBe('failed');
  const both = await Promise.all([loads(), loads()]);
  expect(both).toEqual([1, 1]);
});
