import '../../ui/visually-hidden.css';
import { useSettled } from '../../ui/use-settled.ts';
import { ProofPanel } from './proof-panel.tsx';
import { QuestionPanel } from './question-panel.tsx';
import { statusText } from './status-text.ts';
import { SuspectList, type SuspectListProps } from './suspect-list.tsx';

/** What there is to say once something is pasted; loaded when the reader begins to fill in. */
export function Examination(props: SuspectListProps) {
  const { model, explained } = props;
  return (
    <>
      <Status text={statusText(model)} />
      <SuspectList {...props} />
      <QuestionPanel model={model} />
      <ProofPanel model={model} explained={explained} />
    </>
  );
}

/** A reader who types has stopped for so long. */
const restMs = 800;

function Status({ text }: { text: string }) {
  return (
    <p class="visually-hidden" role="status">
      {useSettled(text, restMs)}
    </p>
  );
}
