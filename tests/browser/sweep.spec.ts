/** Sweeps in Chromium give the runs that Node gives. How fast they are is measured by `npm run deadlines`. */
import { describe, expect, test } from 'vitest';
import { sweep } from '../../src/sweep/index.ts';
import { sweepsInChromium, type SweepWindow } from '../sweep/sweeps-in-chromium.ts';
import { xor, xorWithAdam } from '../sweep/xor.ts';

const page = sweepsInChromium();

describe('a sweep in Chromium', () => {
  test('has the runs that Node has, to the last bit, on the kernel and on the engine', async () => {
    for (const spec of [xor, xorWithAdam]) {
      const options = { seeds: 60, epochs: 400 };
      const here = await sweep(spec, { ...options, workers: 0 });
      const there = await page().evaluate(
        async ([one, given]) => {
          const runs = await (window as unknown as SweepWindow).sweeps.sweep(one, { ...given, workers: 2 });
          return runs.map(({ outputs, ...run }) => ({ ...run, outputs: [...outputs] }));
        },
        [spec, options] as const,
      );
      expect(there).toEqual(here.map(({ outputs, ...run }) => ({ ...run, outputs: [...outputs] })));
    }
  });

  test('of a grid of 20 x 20 cells shows the coarse picture first', async () => {
    const seen = await page().evaluate(async (spec) => {
      const { sweepGrid } = (window as unknown as SweepWindow).sweeps;
      const sizes: number[] = [];
      const cells = await sweepGrid({
        columns: 20,
        rows: 20,
        specAt: (column, row) => ({
          ...spec,
          layers: [{ ...spec.layers[0]!, units: row + 1 }, spec.layers[1]!],
          optimizer: { kind: 'sgd', learningRate: 0.01 * 1.3 ** column },
        }),
        seeds: 100,
        epochs: 200,
        workers: 2,
        onCell: ({ size }) => sizes.push(size),
      });
      return { count: cells.length, sizes };
    }, xor);
    expect(seen.count).toBe(400);
    expect(new Set(seen.sizes.slice(0, 20))).toEqual(new Set([4]));
  });

  test('runs on the engine, with the same runs, where workers and WebAssembly are missing', async () => {
    const here = await sweep(xor, { seeds: 20, epochs: 200, workers: 0 });
    const bare = await page().context().browser()!.newPage();
    await bare.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'WebAssembly');
      Reflect.deleteProperty(globalThis, 'Worker');
    });
    await bare.goto(page().url());
    await bare.waitForFunction(() => 'sweeps' in window);
    const there = await bare.evaluate(async (spec) => {
      const runs = await (window as unknown as SweepWindow).sweeps.sweep(spec, { seeds: 20, epochs: 200 });
      return runs.map(({ outputs }) => [...outputs]);
    }, xor);
    await bare.close();
    expect(there).toEqual(here.map(({ outputs }) => [...outputs]));
  });
});
