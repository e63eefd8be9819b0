import { useRef, useState } from 'preact/hooks';
import { broken, mended } from 'virtual:first-page-programs';
import { countedText } from '../../../src/words/counts.ts';
import { outcomeWords } from '../../../src/words/outcomes.ts';
import { prefersReducedMotion, useTicker } from '../../ui/use-ticker.ts';
import { createRun, epochCount, epochsOfNextPicture, outcomeOf } from './model.ts';
import type { Run, RunState } from './model.ts';
import { NetworkPicture } from './network-picture.tsx';
import { OutputChart } from './output-chart.tsx';

/** The longest time one frame trains, so that a slow telephone still answers a tap; and how often the clock is read. */
const sliceMs = 10;
const epochsPerSlice = 50;

export interface HomeNetworkProps {
  /** The run that the page shows before anything is pressed, trained when the book was built. */
  initial: RunState;
  targets: number[][];
  /** The line broken and mended. */
  lines: [broken: string, mended: string];
}

/** A network failing in front of the reader, and learning once one line is mended. */
export function HomeNetwork({ initial, targets, lines }: HomeNetworkProps) {
  const data = typeof broken.data === 'function' ? broken.data(1) : broken.data;
  const [isMended, setMended] = useState(false);
  const [state, setState] = useState<RunState>(initial);
  const [seed, setSeed] = useState(initial.seed);
  const run = useRef<Run>();
  const [running, setRunning] = useState(false);
  const figure = useRef<HTMLDivElement>(null);

  const train = (withMend: boolean, withSeed: number) => {
    const program = withMend ? mended : broken;
    run.current = createRun(program, withSeed);
    setMended(withMend);
    setSeed(withSeed);
    if (prefersReducedMotion()) run.current.step(epochCount * program.updatesPerEpoch);
    show();
    setRunning(run.current.epoch < epochCount);
  };
  const show = () => setState({ ...run.current!, trace: [...run.current!.trace] });
  useTicker(figure, running, () => {
    const current = run.current!;
    const goal = current.epoch + epochsOfNextPicture(current.epoch);
    const start = performance.now();
    while (current.epoch < goal && performance.now() - start < sliceMs) {
      current.step(Math.min(epochsPerSlice, goal - current.epoch) * broken.updatesPerEpoch);
    }
    show();
    if (current.epoch >= epochCount) setRunning(false);
  });

  return (
    <div class="home-network" ref={figure} data-mended={isMended || undefined}>
      <div class="home-network-line">
        <p>{isMended ? 'The line, mended' : 'The line'}</p>
        <code>{lines[isMended ? 1 : 0]}</code>
      </div>
      <div class="home-network-pictures">
        <NetworkPicture run={state} />
        <OutputChart trace={state.trace} data={data} />
      </div>
      <p class="home-network-key">
        Lines are weights: orange positive, blue and dashed negative. A hatched unit is 0 for every input.
      </p>
      <p class="home-network-outcome" role="status">
        {running ? (
          <>Training from seed {seed}.</>
        ) : (
          <Outcome state={state} targets={targets} isMended={isMended} />
        )}
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

function Outcome({ state, targets, isMended }: { state: RunState; targets: number[][]; isMended: boolean }) {
  const outcome = outcomeOf(state, targets);
  const tone = outcome.kind !== 'solved' ? 'is-broken' : isMended ? 'is-mended' : undefined;
  return (
    <>
      <strong class={tone}>{outcomeWords.sentence(outcome, { by: 'side', count: targets.length })}</strong>{' '}
      after {countedText(state.trace.at(-1)!.epoch, 'epoch')} from seed {state.seed}.
    </>
  );
}
