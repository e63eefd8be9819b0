/** Other networks than those the page was built with: drawn and trained a few at a time, so that the page has its turn between. */
import { createTask, type Task } from '../../ui/task.ts';
import { createSurvival } from './model.ts';
import type { SurvivalOptions, SurvivalState } from './model.ts';

export interface OtherNetworksOptions {
  options: SurvivalOptions;
  /** What the page's build drew and trained, from seed 1 on. */
  built: SurvivalState;
  /** How many networks of each width and depth are drawn; a quarter as many are trained. */
  networks: number;
  /** Whether nothing is shown before the end. */
  isEndAlone(): boolean;
  change(): void;
  /** When all have been drawn. */
  onDone(state: SurvivalState): void;
}

export interface OtherNetworksModel {
  /** The latest: as built, or of the other networks so far. */
  readonly state: SurvivalState;
  readonly task: Task;
  start(): Promise<void>;
  cancel(): void;
}

/** For each network trained. */
const drawnAtOnce = 4;

export function createOtherNetworks(given: OtherNetworksOptions): OtherNetworksModel {
  const { options, built, networks, isEndAlone, change, onDone } = given;
  const task = createTask(
    async (signal, report) => {
      const survival = createSurvival(options, built.drawn + 1);
      const endAlone = isEndAlone();
      for (let drawn = 0; drawn < networks;) {
        survival.step(drawnAtOnce, 1);
        drawn += drawnAtOnce;
        if (!endAlone || drawn >= networks) model.state = survival.state;
        report(drawn / networks);
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
