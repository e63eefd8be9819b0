import type { ClinicModel } from './model.ts';
import { ProofPanel } from './proof-panel.tsx';
import { QuestionPanel } from './question-panel.tsx';
import { type Explained, SuspectList } from './suspect-list.tsx';

/** What there is to say once something is pasted; loaded when the reader begins to fill in. */
export function Examination({
  model,
  explained,
  base,
}: {
  model: ClinicModel;
  explained: Explained;
  base: string | undefined;
}) {
  return (
    <>
      <SuspectList model={model} explained={explained} base={base} />
      <QuestionPanel model={model} />
      <ProofPanel model={model} explained={explained} />
    </>
  );
}
