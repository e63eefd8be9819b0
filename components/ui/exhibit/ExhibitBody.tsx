import type { ComponentChildren } from 'preact';
import { PowerText } from '../PowerText.tsx';

interface Props {
  /** What the exhibit shows now, in a sentence; read aloud politely when it changes. */
  finding: ComponentChildren;
  children: ComponentChildren;
}

/** An exhibit: its finding, and below it the controls and pictures that it is read off. */
export function ExhibitBody({ finding, children }: Props) {
  return (
    <div class="exhibit-body">
      <p class="figure-finding" aria-live="polite">
        {typeof finding === 'string' ? <PowerText text={finding} /> : finding}
      </p>
      {children}
    </div>
  );
}
