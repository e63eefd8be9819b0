import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { type FindingSections, onMendsChosen, readerStore } from '../../../src/book/index.ts';
import { BenchPanels } from './bench-panels.tsx';
import type { BenchFault } from './bench-state.ts';
import { drawnBench } from './drawn-bench.ts';
import type { Hunt } from './hunt/hunt.ts';
import type { HuntBench } from './hunt/hunt-bench.tsx';
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
  const [hunt, setHunt] = useState<{ opened: Hunt | undefined; View: typeof HuntBench }>();
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
    let hasHunted = false;
    const openLink = () => {
      void bench.openLink(location.hash, (name) => document.querySelector(`[data-bench="${CSS.escape(name)}"]`) !== null); // prettier-ignore
      // Few addresses have a hunt in them: its scripts come with those.
      hasHunted ||= location.hash.startsWith('#hunt');
      if (hasHunted)
        void Promise.all([import('./hunt/hunt.ts'), import('./hunt/hunt-bench.tsx')]).then(
          async ([{ openHunt }, { HuntBench: View }]) =>
            setHunt({ opened: await openHunt(location.hash, { id, original, faults }), View }),
        );
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
  if (hunt?.opened?.kind === 'opened') return <hunt.View hunt={hunt.opened} id={id} sections={sections} />;
  return (
    <>
      {hunt?.opened && (
        <p class="code-failure" role="alert">
          {hunt.opened.message}
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
