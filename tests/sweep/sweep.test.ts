import { describe, expect, test } from 'vitest';
import { createRun, judgeOutcome, outputsOf, train, updatesPerEpoch } from '../../src/engine/index.ts';
import { loadKernel } from '../../src/kernel/index.ts';
import { sharesOf, sweep } from '../../src/sweep/index.ts';
import { startJob } from '../../src/sweep/start-job.ts';
import { targets, xor, xorDiverging, xorWithAdam, xorWithReluOutput } from './xor.ts';
import type { Spec } from '../../src/engine/index.ts';

/** The whole run on the engine, with nothing cut short. */
function wholeRun(spec: Spec, seed: number, epochs: number) {
  const run = createRun(spec, seed);
  train(run, epochs * updatesPerEpoch(run));
  const outputs = outputsOf(run);
  return {
    outputs: outputs.flat(),
    outcome: judgeOutcome(outputs, targets, run.network.parameters),
  };
}

const specs = { xor, xorWithAdam, xorWithReluOutput, xorDiverging };

describe('a sweep', () => {
  test.each(Object.entries(specs))('of %s says what whole runs on the engine say', async (_, spec) => {
    const epochs = 700;
    const runs = await sweep(spec, { seeds: 40, epochs });
    expect(runs.map((run) => run.seed)).toEqual(Array.from({ length: 40 }, (__, k) => k + 1));
    for (const run of runs) {
      const whole = wholeRun(spec, run.seed, epochs);
      expect(run.outcome).toEqual(whole.outcome);
      if (run.outcome.kind !== 'diverged') expect([...run.outputs]).toEqual(whole.outputs);
    }
  });

  test('finds more than one outcome on XOR, and says so in shares', async () => {
    const shares = sharesOf(await sweep(xor, { seeds: 100, epochs: 1000 }));
    expect(shares.solved.count).toBeGreaterThan(30);
    expect(shares.partly.count).toBeGreaterThan(5);
    expect(shares.solved.count + shares.constant.count + shares.partly.count + shares.diverged.count).toBe(
      100,
    );
    expect(shares.solved.low).toBeLessThan(shares.solved.share);
    expect(shares.solved.high).toBeGreaterThan(shares.solved.share);
  });

  test('is the same for any number of workers', async () => {
    const options = { seeds: 90, epochs: 300 };
    const expected = await sweep([xor, xorWithAdam], { ...options, workers: 0 });
    for (const workers of [1, 2, 3])
      expect(await sweep([xor, xorWithAdam], { ...options, workers })).toEqual(expected);
  });

  test('takes seeds by name, in any order', async () => {
    const seeds = [4_000_000_000, 3, 17, 3];
    const runs = await sweep(xor, { seeds, epochs: 200, workers: 0 });
    expect(runs.map((run) => run.seed)).toEqual(seeds);
    expect(runs[1]).toEqual(runs[3]);
    expect([...runs[0]!.outputs]).toEqual(wholeRun(xor, 4_000_000_000, 200).outputs);
  });

  test('reports progress that only grows and ends at the total', async () => {
    const seen: number[] = [];
    await sweep(xor, {
      seeds: 200,
      epochs: 2000,
      onProgress({ finished, total }) {
        expect(total).toBe(200);
        seen.push(finished);
      },
    });
    expect(seen.at(-1)).toBe(200);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(new Set(seen).size).toBeGreaterThan(3);
  });

  test('hands over the runs of each spec as soon as they are there', async () => {
    const seen: number[] = [];
    const all = await sweep([xor, xorDiverging, xorWithReluOutput], {
      seeds: 20,
      epochs: 100,
      onRuns(index, runs) {
        expect(runs.length).toBe(20);
        seen.push(index);
      },
    });
    expect(seen.toSorted()).toEqual([0, 1, 2]);
    expect(all.length).toBe(3);
  });
});

describe('early stop', () => {
  const seeds = Array.from({ length: 60 }, (_, k) => k + 1);

  test('ends dead and settled runs long before their last epoch, with the bits of the whole run', async () => {
    const epochs = 5000;
    const runs = await sweep(xorWithReluOutput, { seeds, epochs, workers: 0 });
    const early = runs.filter((run) => run.update < 4 * epochs);
    expect(early.length).toBeGreaterThan(30);
    for (const run of early)
      expect([...run.outputs]).toEqual(wholeRun(xorWithReluOutput, run.seed, epochs).outputs);
  });

  test('ends runs that are not finite at the check that finds them so', async () => {
    const runs = await sweep(xorDiverging, { seeds: 8, epochs: 100_000, workers: 0 });
    for (const { outcome, update } of runs) {
      expect(outcome.kind).toBe('diverged');
      expect(update).toBe(4 * 64);
    }
  });

  test('comes at the same update on the kernel and on the engine, whatever runs beside it', async () => {
    const kernel = await loadKernel();
    expect(kernel).toBeDefined();
    for (const spec of [xor, xorWithReluOutput, xorDiverging]) {
      const job = { id: 1, spec, seeds, epochs: 3001 };
      const [onKernel, onEngine] = [startJob(job, kernel), startJob(job, undefined)];
      while (onKernel.advance());
      while (onEngine.advance());
      expect(onKernel.runs.updates).toEqual(onEngine.runs.updates);
      expect(onKernel.runs.outcomes).toEqual(onEngine.runs.outcomes);
      expect(onKernel.runs.outputs).toEqual(onEngine.runs.outputs);
    }
  });

  test('never ends a run whose samples are drawn, unless it diverges', async () => {
    const drawn: Spec = { ...xorWithReluOutput, sampling: { kind: 'random' } };
    for (const { update } of await sweep(drawn, { seeds: 20, epochs: 500, workers: 0 }))
      expect(update).toBe(2000);
  });
});

describe('cancelling a sweep', () => {
  // Four thousand million updates: it has not ended by itself in the time that a test is given.
  const long = { seeds: 1000, epochs: 1_000_000 };

  test('rejects with the reason, and its workers take up the next sweep', async () => {
    await sweep(xor, { seeds: 32, epochs: 10, workers: 2 }); // workers are up
    const controller = new AbortController();
    const cancelled = sweep(xor, { ...long, workers: 2, signal: controller.signal });
    await new Promise((resolve) => setTimeout(resolve, 60));
    controller.abort(new Error('the reader moved on'));
    await expect(cancelled).rejects.toThrow('the reader moved on');
    expect(await sweep(xor, { seeds: 32, epochs: 10, workers: 2 })).toHaveLength(32);
  });

  test('works on the calling thread too', async () => {
    const controller = new AbortController();
    const cancelled = sweep(xorWithAdam, { ...long, workers: 0, signal: controller.signal });
    setTimeout(() => controller.abort(), 30);
    await expect(cancelled).rejects.toThrow(/abort/i);
  });

  test('does not begin with a signal that is aborted already', async () => {
    await expect(sweep(xor, { ...long, signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});

describe('a wrong argument of a sweep is refused, with what was expected', () => {
  const refused = (spec: Spec, options: object) =>
    expect(sweep(spec, { seeds: 5, epochs: 5, ...options } as never)).rejects;

  test('for the spec', () => refused({ ...xor, layers: [] }, {}).toThrow(/sweep: spec.layers .*expected/));
  test('for epochs', () =>
    refused(xor, { epochs: 0 }).toThrow('sweep: epochs is 0; expected a whole number >= 1'));
  test('for seeds', async () => {
    await refused(xor, { seeds: 2.5 }).toThrow(/sweep: seeds is 2.5; expected/);
    await refused(xor, { seeds: [] }).toThrow(/sweep: seeds is an empty list; expected/);
    await refused(xor, { seeds: [1, -1] }).toThrow(/sweep: seeds\[1\] is -1; expected/);
  });
  test('for workers', () => refused(xor, { workers: -1 }).toThrow(/sweep: workers is -1; expected/));
});
