import { useState } from 'preact/hooks';
import { Chart } from '../../ui/chart/Chart.tsx';
import type { Scales } from '../../ui/chart/series.ts';
import { lossChart } from './loss-chart.ts';
import type { Bench } from './model.ts';

/** The loss of the run against updates. */
export function LossPanel({ bench }: { bench: Bench }) {
  const { state } = bench;
  const [scales, setScales] = useState<Scales>({ logX: true, logY: true });
  return (
    <section class="bench-loss" data-field="loss" role="group" aria-label="The loss">
      {state.info.inputs.length > 0 && (
        <Chart
          data={lossChart(state.info, state)}
          live={state.loaded || state.furthest > 0}
          scales={scales}
          onScales={setScales}
        />
      )}
    </section>
  );
}
