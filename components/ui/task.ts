/** Work that a reader starts and may stop, and that takes longer than a frame: beside a model, so that no view waits for it. */
export interface Task {
  readonly state: 'ready' | 'running' | 'done' | 'cancelled' | 'failed';
  /** The share of the work that is done, from 0 to 1. */
  readonly progress: number;
  /** Why it failed; empty where it did not. */
  readonly why: string;
  /** Begins, unless it is running. What it gives is for whoever must know the end; a view is told by `change`. */
  start(): Promise<void>;
  cancel(): void;
}

/** Throws where the signal is aborted, as fetch does. */
export type Work = (signal: AbortSignal, report: (progress: number) => void) => Promise<void>;

/**
 * @param change Called after every change of the task.
 * @param onDone Called when the work has come to its end, not when it was stopped or failed.
 */
export function createTask(work: Work, change: () => void, onDone: () => void = () => {}): Task {
  let controller = new AbortController();
  const task = {
    state: 'ready' as Task['state'],
    progress: 0,
    why: '',
    async start() {
      if (task.state === 'running') return;
      const { signal } = (controller = new AbortController());
      Object.assign(task, { state: 'running', progress: 0, why: '' });
      change();
      try {
        await work(signal, (progress) => {
          task.progress = progress;
          change();
        });
        task.state = 'done';
      } catch (error) {
        task.state = signal.aborted ? 'cancelled' : 'failed';
        task.why = signal.aborted ? '' : error instanceof Error ? error.message : String(error);
      }
      change();
      if (task.state === 'done') onDone();
    },
    cancel: () => controller.abort(),
  };
  return task;
}
