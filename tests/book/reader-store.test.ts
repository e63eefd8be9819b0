import { expect, it } from 'vitest';
import { storeOfBook } from '../../src/book/reader-store.ts';

/** A browser's store: its keys are properties of it. */
function browserStore(kept: Record<string, string> = {}): Storage {
  const store = Object.create({
    getItem: (key: string) => (Object.hasOwn(store, key) ? store[key]! : null),
    setItem: (key: string, text: string) => void (store[key] = text),
    removeItem: (key: string) => void Reflect.deleteProperty(store, key),
  }) as Storage & Record<string, string>;
  return Object.assign(store, kept);
}

it('keeps what two books on one host keep apart', () => {
  const browser = browserStore();
  const [ours, theirs] = ['/ours/', '/theirs/'].map((base) => storeOfBook(browser, base)) as [
    ReturnType<typeof storeOfBook>,
    ReturnType<typeof storeOfBook>,
  ];
  ours.setItem('progress', 'half of it');
  expect(theirs.getItem('progress')).toBeNull();
  theirs.setItem('progress', 'all of it');
  expect(ours.getItem('progress')).toBe('half of it');
  expect(theirs.namesWith('')).toEqual(['progress']);
});

it('keeps a text that is empty', () => {
  const book = storeOfBook(browserStore({ 'draft.1': 'old' }), '/');
  book.setItem('draft.1', '');
  expect(book.getItem('draft.1')).toBe('');
});

it('is the same for a path with and without its last slash', () => {
  const browser = browserStore();
  storeOfBook(browser, '/repo').setItem('progress', 'x');
  expect(storeOfBook(browser, '/repo/').getItem('progress')).toBe('x');
  expect(storeOfBook(browser, '/repo/').keyOf('progress')).toBe('/repo/#progress');
  expect(storeOfBook(browser, '/').keyOf('progress')).toBe('/#progress');
});

it('reads what was kept under the name alone, for every book of the host, and leaves it there', () => {
  const browser = browserStore({ progress: 'old' });
  for (const base of ['/', '/repo/']) {
    const book = storeOfBook(browser, base);
    expect(book.getItem('progress')).toBe('old');
    book.setItem('progress', `new of ${base}`);
    expect(book.getItem('progress')).toBe(`new of ${base}`);
  }
  expect(browser.getItem('progress')).toBe('old');
});

it('forgets what was kept under the name alone without removing it', () => {
  const browser = browserStore({ 'draft.1': 'old', other: 'x' });
  const book = storeOfBook(browser, '/');
  book.setItem('draft.2', 'new');
  expect(book.namesWith('draft.').sort()).toEqual(['draft.1', 'draft.2']);
  for (const name of book.namesWith('draft.')) book.removeItem(name);
  expect(book.namesWith('draft.')).toEqual([]);
  expect(book.getItem('draft.1')).toBeNull();
  expect({ ...browser }).toEqual({ 'draft.1': 'old', other: 'x', '/#draft.1': '\0' });
  expect(storeOfBook(browser, '/repo/').getItem('draft.1')).toBe('old');
});
