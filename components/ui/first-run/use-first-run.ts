import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { createFirstRun, type FirstRun } from './first-run.ts';

/** The first run of the exhibit that calls it, which is drawn again whenever it changes. */
export function useFirstRun(): FirstRun {
  const revision = useSignal(0);
  void revision.value;
  return useMemo(() => createFirstRun(() => void revision.value++), []);
}
