import type { ReaderStore } from '../../../../../src/book/index.ts';
import { storeOfBook } from '../../../../../src/book/reader-store.ts';

/** A browser's store that several windows share, and that can be full. */
export function memoryStorage(): { storage: Storage; window: () => ReaderStore; fill: () => void } {
  const items = new Map<string, string>();
  let isFull = false;
  const methods = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      if (isFull) throw new Error('quota');
      items.set(key, value);
    },
    removeItem: (key: string) => void items.delete(key),
  };
  const storage = new Proxy(methods as unknown as Storage, {
    ownKeys: () => [...items.keys()],
    getOwnPropertyDescriptor: (_, key) =>
      items.has(String(key))
        ? { enumerable: true, configurable: true, value: items.get(String(key)) }
        : undefined,
  });
  return { storage, window: () => storeOfBook(storage, '/'), fill: () => (isFull = true) };
}
