import { useEffect, useState } from 'preact/hooks';
import type { FindingSections } from '../../../src/book/index.ts';
import { countedText } from '../../../src/words/counts.ts';
import type * as View from './findings-view.tsx';
import type { Bench } from './model.ts';

/** What is wrong with the run as it stands: what says it is loaded with the first run. */
export function DiagnosisPanel({ bench, explained }: { bench: Bench; explained: FindingSections }) {
  const { diagnosis, info, activity } = bench.state;
  const [view, setView] = useState<typeof View>();
  const [isMissing, setIsMissing] = useState(false);
  const isWanted = diagnosis !== undefined || activity.kind === 'working';
  useEffect(() => {
    if (isWanted) void import('./findings-view.tsx').then(setView, () => setIsMissing(true));
  }, [isWanted]);
  return (
    <section class="bench-diagnosis" data-field="diagnosis" role="group" aria-label="Diagnosis">
      <p class="bench-title">
        Diagnosis{' '}
        {diagnosis && view && (
          <span class="bench-quiet">after {countedText(diagnosis.update, 'update')}</span>
        )}
      </p>
      {diagnosis && view ? (
        <view.FindingsView diagnosis={diagnosis} info={info} explained={explained} />
      ) : (
        <p class="bench-quiet">
          {diagnosis && isMissing
            ? 'The words for what was found could not be loaded. Your text is kept; reload the page to try again.'
            : 'Run or step, and what it finds is said here.'}
        </p>
      )}
    </section>
  );
}
