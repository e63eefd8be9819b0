/**
 * A job on the kernel: as many runs side by side as it has lanes. A lane whose run has ended takes up the next
 * seed at the next check, so that all lanes are checked at the same time.
 */
import { createRun, epochsAreAlike, updatesPerEpoch } from '../engine/index.ts';
import { Batch } from '../kernel/index.ts';
import { epochsBetweenChecks, Progress } from './early-stop.ts';
import { JobResults } from './job-results.ts';
import type { Run } from '../engine/index.ts';
import type { Job } from './protocol.ts';
import { sliceMs } from './running-job.ts';
import type { RunningJob } from './running-job.ts';

/** Parameters met by samples between two looks at the clock: well below a millisecond, unless one epoch is more. */
const workBetweenLooks = 5e5;

interface Lane {
  place: number;
  run: Run;
  progress: Progress;
  check: number;
}

export class KernelJob implements RunningJob {
  readonly #job: Job;
  readonly #results: JobResults;
  readonly #batch: Batch;
  /** What each lane trains; undefined where it idles. */
  readonly #lanes: (Lane | undefined)[];
  readonly #interval: number;
  /** Epochs between two looks at the clock. */
  readonly #room: number;
  #nextPlace = 0;
  /** A sample with several updates in a row: lanes that begin at different epochs would want different samples. */
  readonly #beginTogether: boolean;
  /** Epochs since the last check. */
  #sinceCheck = 0;

  constructor(job: Job, kernel: WebAssembly.Module) {
    this.#job = job;
    this.#results = new JobResults(job);
    this.#batch = new Batch(kernel, job.spec);
    this.#lanes = Array.from({ length: this.#batch.lanes }, () => undefined);
    const { sampling } = job.spec;
    this.#beginTogether = sampling?.kind === 'in-order' && (sampling.repeat ?? 1) > 1;
    this.#refill();
    const { run } = this.#lanes[0]!;
    this.#interval = epochsBetweenChecks(run);
    const workPerEpoch =
      (run.order?.length ?? run.samples.count) * run.network.parameters.length * this.#batch.lanes;
    this.#room = Math.max(1, Math.floor(workBetweenLooks / workPerEpoch));
  }

  get finished() {
    return this.#results.finished;
  }

  get runs() {
    return this.#results.packed;
  }

  advance(): boolean {
    for (const end = performance.now() + sliceMs; performance.now() < end;) {
      let epochs = Math.min(this.#interval - this.#sinceCheck, this.#room);
      for (const lane of this.#lanes) if (lane) epochs = Math.min(epochs, lane.progress.left);
      this.#batch.train(epochs);
      this.#sinceCheck += epochs;
      this.#lanes.forEach((lane, l) => {
        lane?.progress.advance(epochs);
        this.#collectIfOver(l);
      });
      const checks = this.#sinceCheck === this.#interval;
      if (checks) this.#look();
      if (checks || this.#lanes.every((lane) => !lane)) {
        this.#sinceCheck = 0;
        if (!this.#refill()) return false;
      }
    }
    return true;
  }

  /** Checks every lane for what can be known of the rest. */
  #look(): void {
    const finite = this.#batch.finite();
    const unchanged = this.#batch.unchanged();
    let remember = 0;
    this.#lanes.forEach((lane, l) => {
      if (!lane) return;
      const { progress, run } = lane;
      const check = ++lane.check;
      const bit = 1 << l;
      if (!(finite & bit)) progress.stop();
      else if (epochsAreAlike(run.spec)) {
        if (progress.watching && unchanged & bit) progress.repeats();
        else if (progress.remembersAt(check)) remember |= bit;
      }
      this.#collectIfOver(l);
    });
    if (remember) this.#batch.takeSnapshot(remember);
  }

  #collectIfOver(l: number): void {
    const lane = this.#lanes[l];
    if (!lane || lane.progress.left > 0) return;
    const { run, place, progress } = lane;
    this.#batch.unload(l, run);
    this.#results.put(place, run, (progress.provenAfter ?? progress.done) * updatesPerEpoch(run));
    this.#lanes[l] = undefined;
  }

  /** Gives idle lanes the next seeds; false where no lane has anything to do. */
  #refill(): boolean {
    const { seeds, spec, epochs } = this.#job;
    if (this.#lanes.every((lane) => !lane)) this.#batch.restart();
    else if (this.#beginTogether) return true;
    this.#lanes.forEach((lane, l) => {
      if (lane || this.#nextPlace === seeds.length) return;
      const place = this.#nextPlace++;
      const run = createRun(spec, seeds[place]!);
      this.#batch.load(l, run);
      this.#lanes[l] = { place, run, progress: new Progress(epochs), check: 0 };
    });
    return this.#lanes.some((lane) => lane);
  }
}
