/** A job on the engine: one run after the other. */
import { createRun, epochsAreAlike, train, updatesPerEpoch } from '../engine/index.ts';
import { epochsBetweenChecks, Progress } from './early-stop.ts';
import { JobResults } from './job-results.ts';
import type { Run } from '../engine/index.ts';
import type { Job } from './protocol.ts';
import { sliceMs } from './running-job.ts';
import type { RunningJob } from './running-job.ts';

/** Parameters met by samples between two looks at the clock: well below a millisecond, unless one epoch is more. */
const workBetweenLooks = 5e4;

const isFinite = (numbers: Float64Array) => numbers.every((x) => Number.isFinite(x));

/** The bits of everything that an update reads and changes. */
const stateOf = ({ network, optimizer }: Run) => [network.parameters, optimizer.memory];

const sameBits = (a: Float64Array, b: Float64Array) => a.every((x, k) => Object.is(x, b[k]));

export class EngineJob implements RunningJob {
  readonly #job: Job;
  readonly #results: JobResults;
  #place = 0;
  #run: Run;
  #progress: Progress;
  #check = 0;
  #remembered: Float64Array[] = [];

  constructor(job: Job) {
    this.#job = job;
    this.#results = new JobResults(job);
    this.#run = createRun(job.spec, job.seeds[0]!);
    this.#progress = new Progress(job.epochs);
  }

  get finished() {
    return this.#results.finished;
  }

  get runs() {
    return this.#results.packed;
  }

  advance(): boolean {
    const interval = epochsBetweenChecks(this.#run);
    const { samples, order, network } = this.#run;
    const workPerEpoch = (order?.length ?? samples.count) * network.parameters.length;
    const room = Math.max(1, Math.floor(workBetweenLooks / workPerEpoch));
    for (const end = performance.now() + sliceMs; performance.now() < end;) {
      const progress = this.#progress;
      if (progress.left === 0) {
        if (!this.#next()) return false;
        continue;
      }
      const epochs = Math.min(progress.left, interval - (progress.done % interval), room);
      train(this.#run, epochs * updatesPerEpoch(this.#run));
      progress.advance(epochs);
      if (progress.done % interval === 0) this.#look();
    }
    return true;
  }

  /** A check of what can be known of the rest. */
  #look(): void {
    const run = this.#run;
    const progress = this.#progress;
    const check = ++this.#check;
    if (progress.left === 0) return;
    if (!isFinite(run.network.parameters)) progress.stop();
    else if (epochsAreAlike(run.spec)) {
      const state = stateOf(run);
      if (progress.watching && state.every((numbers, k) => sameBits(numbers, this.#remembered[k]!)))
        progress.repeats();
      else if (progress.remembersAt(check)) this.#remembered = state.map((numbers) => numbers.slice());
    }
  }

  /** Collects the run and takes up the next one; false where there is none. */
  #next(): boolean {
    const { provenAfter, done } = this.#progress;
    this.#results.put(this.#place, this.#run, (provenAfter ?? done) * updatesPerEpoch(this.#run));
    const seed = this.#job.seeds[++this.#place];
    if (seed === undefined) return false;
    this.#run = createRun(this.#job.spec, seed);
    this.#progress = new Progress(this.#job.epochs);
    this.#check = 0;
    return true;
  }
}
