import './LiveStatus.css';

/**
 * A line that says where an exhibit stands, read aloud politely when it changes. Give it what is worth
 * hearing (paused, stepped, ended), never the state of every frame.
 */
export function LiveStatus({ text }: { text: string }) {
  return (
    <p class="live-status" role="status" aria-live="polite">
      {text}
    </p>
  );
}
