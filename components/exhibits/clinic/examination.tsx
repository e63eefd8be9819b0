import '../../ui/visually-hidden.css';
import { ProofPanel } from './proof-panel.tsx';
import { QuestionPanel } from './question-panel.tsx';
import { statusText } from './status-text.ts';
import { SuspectList, type SuspectListProps } from './suspect-list.tsx';

/** What there is to say once something is pasted; loaded when the reader begins to fill in. */
export function Examination(props: SuspectListProps) {
  const { model, explained } = props;
  return (
    <>
      <p class="visually-hidden" role="status">
        {statusText(model)}
      </p>
      <SuspectList {...props} />
      <QuestionPanel model={model} />
      <ProofPanel model={model} explained={explained} />
    </>
  );
}
