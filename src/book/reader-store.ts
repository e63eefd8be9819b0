/**
 * What a book keeps in its reader's browser, apart from what other books on the same host keep there: two forks of one book
 * under two paths have the same exercises, and two readings of them.
 *
 * A key is the book's path and a name: "/repo/#bench/1/cases/x". Once the name alone was the key, for all books of a host.
 * What was kept so is still read, copied as soon as there is something to write, and never removed.
 */

/** What is needed of localStorage. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface ReaderStore extends TextStore {
  /** The key in the browser's store for a name: the one that its events tell. */
  keyOf(name: string): string;
  /** The names that begin so, of what is kept. */
  namesWith(prefix: string): string[];
}

/** Stands where something was forgotten that is still there under its old key. No text that a reader types is this one. */
const forgotten = '\0';

/**
 * The browser's store as one book sees it. Its functions throw as those of the browser do.
 *
 * @param base The path the book is served under, for example "/" or "/repo".
 */
export function storeOfBook(store: Storage, base: string): ReaderStore {
  const prefix = `${base.replace(/\/+$/, '')}/#`;
  const keyOf = (name: string) => prefix + name;

  function getItem(name: string): string | null {
    const own = store.getItem(keyOf(name));
    return own === forgotten ? null : (own ?? store.getItem(name));
  }

  return {
    keyOf,
    getItem,
    setItem: (name, text) => store.setItem(keyOf(name), text),
    removeItem(name) {
      if (store.getItem(name) === null) store.removeItem(keyOf(name));
      else store.setItem(keyOf(name), forgotten);
    },
    namesWith(start) {
      const names = Object.keys(store).flatMap((key) => {
        if (key.startsWith(prefix)) return [key.slice(prefix.length)];
        return key.startsWith('/') ? [] : [key];
      });
      return [...new Set(names)].filter((name) => name.startsWith(start) && getItem(name) !== null);
    },
  };
}

/** What this browser keeps for the book; undefined where it denies even the name of its store. */
export function readerStore(base: string): ReaderStore | undefined {
  try {
    return typeof localStorage === 'undefined' ? undefined : storeOfBook(localStorage, base);
  } catch {
    return undefined;
  }
}
