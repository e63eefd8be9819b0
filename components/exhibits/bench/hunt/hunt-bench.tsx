import { useMemo } from 'preact/hooks';
import { type FindingSections, readerStore } from '../../../../src/book/index.ts';
import { BenchPanels } from '../bench-panels.tsx';
import { drawnBench } from '../drawn-bench.ts';
import { workInStore } from '../stored-work.ts';
import { HuntPanel } from './hunt-panel.tsx';
import type { Hunt } from './hunt.ts';

export interface HuntBenchProps {
  hunt: Extract<Hunt, { kind: 'opened' }>;
  /** Names the bench of the case. */
  id: string;
  sections: FindingSections;
}

/** A bench for a bug hunt: no hints, no program as posted, and what its reader writes is kept for this hunt alone. */
export function HuntBench({ hunt, id, sections }: HuntBenchProps) {
  const bench = useMemo(
    () =>
      drawnBench({
        id,
        original: hunt.text,
        faults: [],
        posted: 'given',
        makeLink: () => Promise.resolve({ link: location.href, holds: 'hunt' }),
        kept: workInStore(readerStore(import.meta.env.BASE_URL), `${id}#hunt=${hunt.name}`),
      }),
    [],
  );
  const onAwake = () => {
    bench.restore();
    return bench.close;
  };
  return (
    <>
      <HuntPanel bench={bench} faults={hunt.faults} mended={hunt.mended} />
      <BenchPanels
        key={`hunt-${hunt.name}`}
        bench={bench}
        id={id}
        original={hunt.text}
        originalName="the program as given"
        faults={[]}
        sections={sections}
        onAwake={onAwake}
      />
    </>
  );
}
