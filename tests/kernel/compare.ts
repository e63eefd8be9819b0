/** Trains a spec on the kernel and on the engine and compares the final parameters as bytes. */
import { createRun, train, updatesPerEpoch } from '../../src/engine/index.ts';
import { Batch } from '../../src/kernel/index.ts';
import type { Run, Spec } from '../../src/engine/index.ts';

/** NaN is NaN: which of its many bit patterns a processor makes is left to it, in JavaScript too. */
const sameNumber = (a: number, b: number) => Object.is(a, b);

/** The first difference in words, or null where all parameters have the same bits. */
export function firstDifference(
  kernel: WebAssembly.Module,
  spec: Spec,
  seeds: readonly number[],
  epochs: number,
): string | null {
  for (let start = 0; start < seeds.length;) {
    const batch = new Batch(kernel, spec);
    const runs: Run[] = seeds.slice(start, start + batch.lanes).map((seed) => createRun(spec, seed));
    runs.forEach((run, lane) => batch.load(lane, run));
    batch.train(epochs);
    for (const [lane, run] of runs.entries()) {
      const onKernel = createRun(spec, run.seed);
      batch.unload(lane, onKernel);
      train(run, epochs * updatesPerEpoch(run));
      const expected = run.network.parameters;
      const found = onKernel.network.parameters;
      for (let p = 0; p < expected.length; p++)
        if (!sameNumber(expected[p]!, found[p]!))
          return `seed ${run.seed}, parameter ${p} of ${expected.length}: ${found[p]}, expected ${expected[p]}`;
    }
    start += batch.lanes;
  }
  return null;
}
