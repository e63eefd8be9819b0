import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { type FindingSections, onMendsChosen, readerStore } from '../../../src/book/index.ts';
import { BenchPanels } from './bench-panels.tsx';
import type { BenchFault } from './bench-state.ts';
import { drawnBench } from './drawn-bench.ts';
import { type Hunt, openHunt } from './hunt/hunt.ts';
import { HuntBench } from './hunt/hunt-bench.tsx';
import { readStart } from './start.ts';
import { workInStore } from './stored-work.ts';

export interface BenchViewProps {
  id: string;
  /** The program as posted. */
  original: string;
  /** The posted program's data and its network before the first update, as start.ts packs them. */
  start: string;
  faults: BenchFault[];
  /** The sections that explain what the diagnosis finds: FindingSections as JSON. */
  explained: string;
  /** Asked before the first run. */
  question: string;
  /** Asked once its result is known. */
  why: string;
  /** The original, highlighted. */
  children?: ComponentChildren;
}

/** A program on the bench: its text, its run, its diagnosis and its evidence. */
export function BenchView(props: BenchViewProps) {
  const { id, original, start, faults, explained, question, why, children } = props;
  const [hunt, setHunt] = useState<Hunt | undefined>(undefined);
  const bench = useMemo(
    () =>
      drawnBench({
        id,
        original,
        start: readStart(start),
        faults,
        kept: workInStore(readerStore(import.meta.env.BASE_URL), id),
      }),
    [],
  );
  const onAwake = () => {
    // Only now: what the server drew knows nothing of this reader.
    bench.restore();
    const openLink = () => {
      void bench.openLink(location.hash, (name) => document.querySelector(`[data-bench="${CSS.escape(name)}"]`) !== null); // prettier-ignore
      void openHunt(location.hash, { id, original, faults }).then(setHunt);
    };
    openLink();
    addEventListener('hashchange', openLink);
    const leave = onMendsChosen(({ caseId, mended }) => {
      if (id === `cases/${caseId}/program.ts`) bench.mendExactly(mended);
    });
    return () => {
      removeEventListener('hashchange', openLink);
      leave();
      bench.close();
    };
  };

  const sections = useMemo(() => JSON.parse(explained) as FindingSections, [explained]);
  if (hunt?.kind === 'opened') return <HuntBench hunt={hunt} id={id} sections={sections} />;
  return (
    <>
      {hunt && (
        <p class="code-failure" role="alert">
          {hunt.message}
        </p>
      )}
      <BenchPanels
        bench={bench}
        id={id}
        original={original}
        faults={faults}
        sections={sections}
        question={question}
        why={why}
        highlighted={children}
        onAwake={onAwake}
      />
    </>
  );
}
