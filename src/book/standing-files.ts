/** Whether the content's files stay as they are while the process runs: in a build they do, in development a save changes them. */
import { onceAProcess } from './once-a-process.ts';

const state = onceAProcess('files stand', () => ({ stand: false }));

/** From now on what has been read of a file need not be read again. */
export function letFilesStand(): void {
  state.stand = true;
}

export const filesStand = (): boolean => state.stand;
