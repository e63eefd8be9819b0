import { useEffect, useState } from 'preact/hooks';
import type { Bench } from './model.ts';
import type * as View from './plane-view.tsx';
import { hasPlane } from './plane-window.ts';

/** The plane of the two inputs at the update that is shown: what draws it is loaded with the first run. */
export function PlanePanel({ bench }: { bench: Bench }) {
  const { state } = bench;
  const [output, setOutput] = useState(0);
  const [view, setView] = useState<typeof View>();
  const isWanted = state.plane !== undefined;
  useEffect(() => {
    // Without it there is no picture, and all else goes on.
    if (isWanted) void import('./plane-view.tsx').then(setView, () => undefined);
  }, [isWanted]);
  if (state.absent || !hasPlane(state.info)) return null;
  return (
    <section class="bench-plane" data-field="plane" role="group" aria-label="The plane of the inputs">
      {view ? (
        <view.PlaneView
          state={state}
          output={Math.min(output, state.info.targets[0]!.length - 1)}
          onOutput={setOutput}
          onSample={bench.showSample}
        />
      ) : (
        <p class="chart-title">Run it, and what it answers is drawn over its two inputs</p>
      )}
    </section>
  );
}
