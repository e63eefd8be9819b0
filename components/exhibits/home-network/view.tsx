import { useRef, useState } from 'preact/hooks';
import { broken, mended } from 'virtual:first-page-programs';
import { judgementOf } from '../../../src/engine/index.ts';
import { countText } from '../../../src/words/numbers.ts';
import { outcomeWords } from '../../../src/words/outcomes.ts';
import { NetworkDiagram } from '../../ui/network-diagram/NetworkDiagram.tsx';
import { Plot } from '../../ui/plot/Plot.tsx';
import { prefersReducedMotion, useTicker } from '../../ui/use-ticker.ts';
import { createRun, epochsOfNextPicture, outcomeOf, silentCount } from './model.ts';
import type { Run, RunState } from './model.ts';
import { outputCurves } from './output-curves.ts';
import { homeWords } from './words.ts';

/** The longest time one frame trains, so that a slow telephone still answers a tap; and the updates between two looks at the clock. */
const sliceMs = 10;
const updatesPerSlice = 200;

export interface HomeNetworkProps {
  /** The run that the page shows before anything is pressed, trained when the book was built. */
  initial: RunState;
  epochCount: number;
  /** The line broken and mended. */
  lines: [broken: string, mended: string];
}

/** A network failing in front of the reader, and learning once one line is mended. */
export function HomeNetwork({ initial, epochCount, lines }: HomeNetworkProps) {
  const [isMended, setMended] = useState(false);
  const [state, setState] = useState<RunState>(initial);
  const [seed, setSeed] = useState(initial.seed);
  const run = useRef<Run>();
  const [running, setRunning] = useState(false);
  const figure = useRef<HTMLDivElement>(null);

  const train = (withMend: boolean, withSeed: number) => {
    const program = withMend ? mended : broken;
    run.current = createRun(program, withSeed, epochCount);
    setMended(withMend);
    setSeed(withSeed);
    if (prefersReducedMotion()) run.current.step(epochCount * program.updatesPerEpoch);
    show();
    setRunning(run.current.epoch < epochCount);
  };
  const show = () => setState({ ...run.current!, trace: [...run.current!.trace] });
  useTicker(figure, running, () => {
    const current = run.current!;
    const goal = current.epoch + epochsOfNextPicture(current.epoch, epochCount);
    const goalUpdate = goal * (isMended ? mended : broken).updatesPerEpoch;
    const start = performance.now();
    while (current.update < goalUpdate && performance.now() - start < sliceMs) {
      current.step(Math.min(updatesPerSlice, goalUpdate - current.update));
    }
    show();
    if (current.epoch >= epochCount) setRunning(false);
  });

  const { data, layers, trace } = state;
  const curves = outputCurves(trace, data, epochCount);
  const widths = [data.inputs[0]?.length ?? 0, ...layers.map(({ biases }) => biases.length)];
  const ofShown = (rows: readonly number[][]) => curves.samples.map((sample) => rows[sample]!);
  return (
    <div class="home-network" ref={figure} data-mended={isMended || undefined}>
      <div class="home-network-line">
        <p>{homeWords.line(isMended)}</p>
        <code>{lines[isMended ? 1 : 0]}</code>
      </div>
      <div class="home-network-pictures">
        <NetworkDiagram
          inputs={data.inputs}
          layers={layers}
          label={homeWords.network(widths, silentCount(state))}
        />
        <Plot
          label={homeWords.curves(trace.at(-1)!.epoch, ofShown(trace.at(-1)!.outputs), ofShown(data.targets))}
          x={{ scale: curves.x, name: 'epochs', ticks: curves.xTicks, tickText: countText }}
          y={{ scale: curves.y, name: 'outputs' }}
          marks={curves.marks}
        />
      </div>
      <p class="home-network-outcome" role="status">
        {running ? homeWords.training(seed) : <Outcome state={state} isMended={isMended} />}
      </p>
      <div class="home-network-controls">
        <button type="button" class="button-primary" onClick={() => train(!isMended, seed)}>
          {isMended ? 'Break it again' : 'Mend one line'}
        </button>
        <button type="button" onClick={() => train(isMended, seed)}>
          Train again
        </button>
        <div class="seed-stepper" role="group" aria-label="Seed">
          <button
            type="button"
            aria-label="Previous seed"
            disabled={seed <= 1}
            onClick={() => train(isMended, seed - 1)}
          >
            −
          </button>
          <output>Seed {seed}</output>
          <button type="button" aria-label="Next seed" onClick={() => train(isMended, seed + 1)}>
            +
          </button>
        </div>
      </div>
    </div>
  );
}

function Outcome({ state, isMended }: { state: RunState; isMended: boolean }) {
  const outcome = outcomeOf(state);
  const tone = outcome.kind !== 'solved' ? 'is-broken' : isMended ? 'is-mended' : undefined;
  return (
    <>
      <strong class={tone}>{outcomeWords.sentence(outcome, judgementOf(state.data.targets))}</strong>{' '}
      {homeWords.afterwards(state.epoch, state.seed)}
    </>
  );
}
