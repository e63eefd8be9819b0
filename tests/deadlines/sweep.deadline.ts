/** Sweeps: as fast as the exhibits need them, dropped as soon as they are not needed, and the page left its time. */
import { describe, expect, test } from 'vitest';
import { sweep } from '../../src/sweep/index.ts';
import { sweepsInChromium, type SweepWindow } from '../sweep/sweeps-in-chromium.ts';
import { xor, xorWithAdam } from '../sweep/xor.ts';

const page = sweepsInChromium();

describe('in Node', () => {
  const long = { seeds: 1000, epochs: 1_000_000 };

  test('a cancelled sweep leaves its workers to the next within 50 ms', async () => {
    await sweep(xor, { seeds: 32, epochs: 10, workers: 2 }); // workers are up
    const controller = new AbortController();
    const cancelled = sweep(xor, { ...long, workers: 2, signal: controller.signal });
    await new Promise((resolve) => setTimeout(resolve, 60));
    const start = performance.now();
    controller.abort();
    await cancelled.catch(() => {});
    await sweep(xor, { seeds: 32, epochs: 10, workers: 2 });
    expect(performance.now() - start).toBeLessThan(50);
  });

  test('a sweep on the calling thread ends within 50 ms of being cancelled', async () => {
    const controller = new AbortController();
    const cancelled = sweep(xorWithAdam, { ...long, workers: 0, signal: controller.signal });
    let start = 0;
    setTimeout(() => {
      start = performance.now();
      controller.abort();
    }, 30);
    await cancelled.catch(() => {});
    expect(performance.now() - start).toBeLessThan(50);
  });
});

describe('in Chromium, a sweep', () => {
  test('of 200 seeds and 2,000 epochs on XOR takes less than 150 ms on two workers', async () => {
    const times = await page().evaluate(async (spec) => {
      const { sweep: run } = (window as unknown as SweepWindow).sweeps;
      const measured: number[] = [];
      for (let round = 0; round < 10; round++) {
        const start = performance.now();
        await run(spec, { seeds: 200, epochs: 2000, workers: 2 });
        measured.push(performance.now() - start);
      }
      return measured;
    }, xor);
    // The best of ten: what else the machine has to do is not the sweep's.
    expect(Math.min(...times)).toBeLessThan(150);
  });

  test('is cancelled, and its workers free for the next, within 50 ms', async () => {
    const times = await page().evaluate(async (spec) => {
      const { sweep: run } = (window as unknown as SweepWindow).sweeps;
      const measured: number[] = [];
      for (let round = 0; round < 5; round++) {
        const controller = new AbortController();
        const long = run(spec, { seeds: 1000, epochs: 1e6, workers: 2, signal: controller.signal });
        await new Promise((resolve) => setTimeout(resolve, 100));
        const start = performance.now();
        controller.abort();
        await long.catch(() => {});
        await run(spec, { seeds: 32, epochs: 1, workers: 2 });
        measured.push(performance.now() - start);
      }
      return measured;
    }, xor);
    expect(Math.min(...times)).toBeLessThan(50);
  });

  test('of a grid of 20 x 20 cells never holds up the page', async () => {
    const seen = await page().evaluate(async (spec) => {
      const { sweepGrid } = (window as unknown as SweepWindow).sweeps;
      const longTasks: number[] = [];
      const watcher = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longTasks.push(duration);
      });
      watcher.observe({ entryTypes: ['longtask'] });
      await sweepGrid({
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
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
      watcher.disconnect();
      return longTasks;
    }, xor);
    expect(seen).toEqual([]);
  }, 60_000);
});
