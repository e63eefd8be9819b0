import { exportProgress, type Trouble } from './progress-store.ts';

/** Says that the progress is not being kept, or was not found again, and what can be done. */
export function ProgressTrouble({ trouble }: { trouble: Trouble }) {
  return (
    <div class="progress-trouble" role="status">
      {trouble === 'not-kept' && (
        <p>
          This browser does not let the book keep your answers: its store is full or switched off. They last
          until you leave this page.{' '}
          <button type="button" class="button" onClick={exportProgress}>
            Save them as a file
          </button>
        </p>
      )}
      {trouble === 'unreadable' && (
        <p>
          The progress kept on this device could not be read. It was put aside, not erased, and a new record
          was begun.
        </p>
      )}
    </div>
  );
}
