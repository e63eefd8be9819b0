import type { ComponentChildren } from 'preact';

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
        {finding}
      </p>
      {children}
    </div>
  );
}
