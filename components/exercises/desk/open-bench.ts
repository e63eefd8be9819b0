import { gradeProgram } from '../../../src/book/index.ts';
import { openLab, type LabSession } from '../../../src/lab/index.ts';
import type { Bench } from './desk.ts';

/** Whoever writes a program that is alive and never done costs the desk no more than this. */
const longestMs = 180_000;

/** Runs programs in a sandbox of its own, one after another. */
export function openBench(): Bench {
  let lab: LabSession | undefined;
  const close = () => {
    lab?.close();
    lab = undefined;
  };
  return {
    close,
    async grade({ grade, given }, source, signal) {
      const own = new AbortController();
      // What the lab is at work on is not always to be stopped: then the sandbox goes with it.
      const end = () => {
        own.abort();
        close();
      };
      let isTooLong = false;
      const patience = setTimeout(() => {
        isTooLong = true;
        end();
      }, longestMs);
      signal.addEventListener('abort', end);
      try {
        lab ??= openLab();
        const graded = await gradeProgram(lab, { source, given }, grade, {
          signal: own.signal,
          onProgress: () => {},
        });
        return isTooLong ? { kind: 'failed', failure: { message: tooLong } } : graded;
      } finally {
        clearTimeout(patience);
        signal.removeEventListener('abort', end);
      }
    },
  };
}

const tooLong = 'It was stopped after three minutes: it goes on and on.';
