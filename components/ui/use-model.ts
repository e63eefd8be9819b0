import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';

/**
 * The model of the exhibit that calls it, made once. The exhibit is drawn again whenever the model says that it has changed;
 * what the model is still working on is cancelled when the exhibit goes.
 */
export function useModel<Model extends object>(create: (change: () => void) => Model): Model {
  const revision = useSignal(0);
  void revision.value;
  const model = useMemo(() => create(() => void revision.value++), []);
  useEffect(
    () => () => {
      if ('cancel' in model && typeof model.cancel === 'function') model.cancel();
    },
    [],
  );
  return model;
}
