/** The rows of a fault board counted again in the page, from seeds that the book did not count. */
import { combinationKey, recount, type CountableBoard, type Mendable } from '../../../src/book/index.ts';
import { createTask, type Task } from '../../ui/task.ts';
import { countOf, type BoardRow, type Count } from './model.ts';

export interface CountAgainOptions {
  countable: CountableBoard;
  mendable: readonly Mendable[];
  /** Counted for every row. */
  seeds: readonly number[];
  change(): void;
  /** When every row has been counted. */
  onDone(rows: readonly BoardRow[], counts: Readonly<Record<string, Count>>): void;
}

export interface CountAgainModel {
  readonly task: Task;
  /** By `combinationKey`; of an earlier count until a row is counted anew. */
  readonly counts: Readonly<Record<string, Count>>;
  /** Counts these rows, one after the other. */
  start(rows: readonly BoardRow[]): Promise<void>;
  cancel(): void;
}

export function createCountAgain(options: CountAgainOptions): CountAgainModel {
  const { countable, mendable, seeds, change, onDone } = options;
  let wanted: readonly BoardRow[] = [];
  const task = createTask(
    async (signal, report) => {
      for (const [i, { mended }] of wanted.entries()) {
        const learned = await recount(countable, mendable, mended, seeds, {
          signal,
          onProgress: ({ finished }) => report((i + finished / seeds.length) / wanted.length),
        });
        model.counts = { ...model.counts, [combinationKey(mended)]: countOf(learned) };
        change();
      }
    },
    change,
    () => onDone(wanted, model.counts),
  );
  const model = {
    task,
    counts: {} as Readonly<Record<string, Count>>,
    start(rows: readonly BoardRow[]) {
      if (task.state !== 'running') wanted = rows;
      return task.start();
    },
    cancel: task.cancel,
  };
  return model;
}
