/** Other networks than those the page was built with: a few at a time, so that the page has its turn between. */
import { createTask, type Task } from '../../ui/task.ts';

export interface OtherNetworksOptions<State> {
  /** Begins with the seed after those of the page. */
  create(): { readonly state: State; step(n: number): void };
  /** What the page was built with. */
  built: State;
  /** How many, and how many at once. */
  networks: number;
  atOnce: number;
  /** Whether nothing is shown before the end. */
  isEndAlone(): boolean;
  change(): void;
  /** When they are all there. */
  onDone(state: State): void;
}

export interface OtherNetworksModel<State> {
  /** The latest: as built, or of the other networks so far. */
  readonly state: State;
  readonly task: Task;
  start(): Promise<void>;
  cancel(): void;
}

export function createOtherNetworks<State>(given: OtherNetworksOptions<State>): OtherNetworksModel<State> {
  const { create, built, networks, atOnce, isEndAlone, change, onDone } = given;
  const task = createTask(
    async (signal, report) => {
      const others = create();
      const endAlone = isEndAlone();
      for (let done = 0; done < networks;) {
        others.step(atOnce);
        done += atOnce;
        if (!endAlone || done >= networks) model.state = others.state;
        report(done / networks);
        await new Promise((resolve) => setTimeout(resolve));
        signal.throwIfAborted();
      }
    },
    change,
    () => onDone(model.state),
  );
  const model = { state: built, task, start: task.start, cancel: task.cancel };
  return model;
}
