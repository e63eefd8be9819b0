/**
 * The sweep kernel in the bench: many networks at once, on one thread and on a pool of two workers.
 *
 * The pool's clock is the processor time of the whole process divided by its two workers: what the pool
 * needs on a machine with both cores to itself.
 */
import { createRun, outputsOf, type Spec } from '../../src/engine/index.ts';
import { Batch, loadKernel } from '../../src/kernel/index.ts';
import { sweep, type SweepRun } from '../../src/sweep/index.ts';
import type { Subject } from './peers.ts';

const samplesPerEpoch = 4;

export async function kernelSubjects(specOf: (widths: readonly number[]) => Spec): Promise<Subject[]> {
  const kernel = await loadKernel();
  if (!kernel) throw new Error('bench: there is no kernel; build it with npm run build:kernel');
  return [onOneThread(kernel, specOf), onTwoWorkers(specOf)];
}

function onOneThread(kernel: WebAssembly.Module, specOf: (widths: readonly number[]) => Spec): Subject {
  let batch: Batch;
  let spec: Spec;
  return {
    name: 'kernel, 1 thread',
    ours: true,
    create(widths) {
      spec = specOf(widths);
      batch = new Batch(kernel, spec);
      for (let lane = 0; lane < batch.lanes; lane++) batch.load(lane, createRun(spec, lane + 1));
      return (samples) => {
        const epochs = Math.max(1, Math.round(samples / samplesPerEpoch / batch.lanes));
        batch.train(epochs);
        return epochs * samplesPerEpoch * batch.lanes;
      };
    },
    output() {
      const run = createRun(spec, 1);
      batch.unload(0, run);
      return outputsOf(run)[1]![0]!;
    },
  };
}

function onTwoWorkers(specOf: (widths: readonly number[]) => Spec): Subject {
  const workers = 2;
  const seeds = 192;
  let runs: SweepRun[];
  return {
    name: 'pool, 2 workers',
    ours: true,
    now() {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000 / workers;
    },
    create(widths) {
      const spec = specOf(widths);
      return async (samples) => {
        const epochs = Math.max(1, Math.round(samples / samplesPerEpoch / seeds));
        runs = await sweep(spec, { seeds, epochs, workers });
        return runs.reduce((sum, { update }) => sum + update, 0); // a run that stops early did less
      };
    },
    output: () => runs[0]!.outputs[1]!,
  };
}
