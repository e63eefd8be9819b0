import { describe, expect, it } from 'vitest';
import { createTask, type Task } from '../../../components/ui/task.ts';

describe('a task', () => {
  it('is ready, runs with its progress told, and is done', async () => {
    const seen: [Task['state'], number][] = [];
    let isDone = false;
    const task: Task = createTask(
      async (_, report) => {
        report(0.5);
        report(1);
      },
      () => seen.push([task.state, task.progress]),
      () => (isDone = true),
    );
    expect(task.state).toBe('ready');
    await task.start();
    expect(seen).toEqual([
      ['running', 0],
      ['running', 0.5],
      ['running', 1],
      ['done', 1],
    ]);
    expect(isDone).toBe(true);
  });

  it('can be cancelled, is not done then, and can be started again', async () => {
    let ends = 0;
    const task = createTask(
      (signal) =>
        new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
          if (ends > 0) resolve();
          ends++;
        }),
      () => {},
    );
    const started = task.start();
    task.cancel();
    await started;
    expect([task.state, task.why]).toEqual(['cancelled', '']);
    await task.start();
    expect(task.state).toBe('done');
  });

  it('says why it failed', async () => {
    const task = createTask(
      async () => {
        throw new Error('no memory');
      },
      () => {},
    );
    await task.start();
    expect([task.state, task.why]).toEqual(['failed', 'no memory']);
  });

  it('does not begin twice at once', async () => {
    let begun = 0;
    const task = createTask(
      async () => {
        begun++;
        await new Promise((resolve) => setTimeout(resolve));
      },
      () => {},
    );
    await Promise.all([task.start(), task.start()]);
    expect(begun).toBe(1);
  });
});
