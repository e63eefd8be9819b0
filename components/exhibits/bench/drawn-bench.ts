import { signal } from '@preact/signals';
import { createBench } from './model.ts';
import type { Bench } from './model.ts';
import type { BenchOptions } from './bench-context.ts';

/** A bench for a page: whoever reads its state while drawing is drawn again with its next revision. The lab comes when it is asked. */
export function drawnBench(options: Omit<BenchOptions, 'openLab' | 'onChange'>): Bench {
  const revision = signal(0);
  const model = createBench({
    ...options,
    // It is a seventh of what a page may load.
    openLab: async () => (await import('../../../src/lab/index.ts')).openLab(),
    onChange: () => revision.value++,
  });
  return {
    ...model,
    get state() {
      void revision.value;
      return model.state;
    },
  };
}
