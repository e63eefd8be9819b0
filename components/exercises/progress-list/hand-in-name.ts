/** The name under which a reader hands in, kept on this device. */
import { readerStore } from '../../../src/book/index.ts';

const key = 'broken-by-one-line.hand-in.name';
const store = readerStore(import.meta.env.BASE_URL);

export function readHandInName(): string {
  try {
    return store?.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** An empty name is forgotten. Where the browser keeps nothing, the name lasts until the page is closed. */
export function keepHandInName(name: string): void {
  try {
    if (name === '') store?.removeItem(key);
    else store?.setItem(key, name);
  } catch {
    // It stands in the field all the same.
  }
}
