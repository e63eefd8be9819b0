/**
 * What a reader typed and chose on one bench, kept in this browser. The key carries a version: a later shape gets a
 * number of its own and reads the older ones, so that nobody's work is lost.
 */
import type { TextStore } from '../../../src/book/index.ts';

export interface Work {
  /** The program's text, where the reader has changed it. */
  text?: string;
  /** The reader's own text, in whose place a link's was taken: it is kept until they leave it. */
  replaced?: string;
  /** The fingerprint of the original that the text began from; there is none with what was kept before originals had one. */
  from?: string;
  seed?: number;
  /** The prediction: a choice, or null if it was skipped. */
  predicted?: string | null;
}

/** What a browser refuses to keep: the work on one bench, or the programs of the workshop. */
export type NotKept = 'work' | 'programs';

/** A place where the work on one bench is kept. */
export interface KeptWork {
  read: () => Work;
  /** @returns what could not be kept. */
  keep: (work: Work) => NotKept | undefined;
}

/** The work on a bench of a page, in the browser's store under the bench's name. */
export const workInStore = (store: TextStore | undefined, benchId: string): KeptWork => ({
  read: () => readWork(store, benchId),
  keep: (work) => keepWork(store, benchId, work),
});

const keyOf = (benchId: string) => `bench/1/${benchId}`;

/** Reads what was kept; what cannot be read or has another shape counts as nothing. */
function readWork(store: TextStore | undefined, benchId: string): Work {
  try {
    const kept: unknown = JSON.parse(store?.getItem(keyOf(benchId)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const { text, replaced, from, seed, predicted } = kept as Record<string, unknown>;
    return {
      ...(typeof text === 'string' && { text }),
      ...(typeof replaced === 'string' && { replaced }),
      ...(typeof from === 'string' && { from }),
      ...(typeof seed === 'number' && Number.isInteger(seed) && seed >= 0 && { seed }),
      ...((typeof predicted === 'string' || predicted === null) && { predicted }),
    };
  } catch {
    return {};
  }
}

function keepWork(store: TextStore | undefined, benchId: string, work: Work): NotKept | undefined {
  try {
    if (!store) throw new Error('no store');
    if (Object.keys(work).length === 0) store.removeItem(keyOf(benchId));
    else store.setItem(keyOf(benchId), JSON.stringify(work));
    return undefined;
  } catch {
    return 'work';
  }
}
