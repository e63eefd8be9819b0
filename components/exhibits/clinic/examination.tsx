import { ProofPanel } from './proof-panel.tsx';
import { QuestionPanel } from './question-panel.tsx';
import { SuspectList, type SuspectListProps } from './suspect-list.tsx';

/** What there is to say once something is pasted; loaded when the reader begins to fill in. */
export function Examination(props: SuspectListProps) {
  const { model, explained } = props;
  return (
    <>
      <SuspectList {...props} />
      <QuestionPanel model={model} />
      <ProofPanel model={model} explained={explained} />
    </>
  );
}
