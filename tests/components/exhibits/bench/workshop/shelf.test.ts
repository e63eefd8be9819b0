import { describe, expect, it } from 'vitest';
import { createKeptPrograms } from '../../../../../components/exhibits/bench/workshop/kept-programs.ts';
import { createShelf } from '../../../../../components/exhibits/bench/workshop/shelf.ts';
import type { ReaderStore } from '../../../../../src/book/index.ts';
import { memoryStorage } from './memory-store.ts';

const templates = [
  { id: 'dense', title: 'Dense', text: 'dense' },
  { id: 'empty', title: 'Empty', text: '' },
];

let count = 0;

/** A window with the workshop open. @param store Null for none. */
function open(store: ReaderStore | null = memoryStorage().window()) {
  const shelf = createShelf({
    templates,
    kept: createKeptPrograms(store ?? undefined),
    newId: () => `id-${count++}`,
    now: () => count++,
    onChange: () => undefined,
  });
  shelf.restore();
  return shelf;
}

const names = ({ state }: ReturnType<typeof open>) => state.programs.map(({ name }) => name);
const texts = ({ state }: ReturnType<typeof open>) => state.programs.map(({ text }) => text);

describe('the shelf', () => {
  it('begins with a template, which is kept once it is changed and not before', () => {
    const { window } = memoryStorage();
    const shelf = open(window());
    expect(shelf.current()).toEqual({ name: 'Dense', text: 'dense', template: 'dense' });
    shelf.keepWork({});
    shelf.keepWork({ seed: 3 });
    expect(names(open(window()))).toEqual([]);
    const { opening } = shelf.state;
    shelf.keepWork({ text: 'mine' });
    expect(shelf.state.opening).toBe(opening);
    const next = open(window());
    expect(next.current()).toEqual({ name: 'Dense', text: 'mine', template: 'dense' });
    expect(next.readWork()).toMatchObject({ text: 'mine' });
  });

  it('keeps several programs by name, each as it was left', () => {
    const { window } = memoryStorage();
    const shelf = open(window());
    shelf.keepWork({ text: 'one', seed: 7 });
    shelf.start('empty');
    shelf.keepWork({ text: 'two' });
    shelf.rename('Second');
    const next = open(window());
    expect(names(next)).toEqual(['Dense', 'Second']);
    next.open(next.state.programs[0]!.id);
    expect(next.readWork()).toMatchObject({ text: 'one', seed: 7 });
  });

  it('gives no two programs the same name, and none an empty one', () => {
    const shelf = open();
    for (const text of ['one', 'two']) {
      shelf.start('dense');
      shelf.keepWork({ text });
    }
    expect(names(shelf)).toEqual(['Dense', 'Dense 2']);
    shelf.rename('  Dense ');
    expect(names(shelf)).toEqual(['Dense', 'Dense 3']);
    shelf.rename('   ');
    expect(names(shelf)).toEqual(['Dense', 'Dense 3']);
    expect(shelf.state.status).toMatch(/needs a name/);
  });

  it('duplicates what stands on the bench, and leaves the other as it is', () => {
    const shelf = open();
    shelf.keepWork({ text: 'one' });
    shelf.duplicate('one');
    shelf.keepWork({ text: 'one, changed' });
    expect(names(shelf)).toEqual(['Dense', 'Dense, copy']);
    expect(texts(shelf)).toEqual(['one', 'one, changed']);
  });

  it('takes back what was removed, at once or on a later visit', () => {
    const { window } = memoryStorage();
    const shelf = open(window());
    shelf.keepWork({ text: 'one' });
    shelf.remove();
    expect(names(shelf)).toEqual([]);
    expect(shelf.current().text).toBe('dense');
    shelf.putBack(shelf.state.justRemoved!.id);
    expect(shelf.current().text).toBe('one');
    shelf.remove();
    const later = open(window());
    expect(later.state.removed.map(({ text }) => text)).toEqual(['one']);
    later.putBack(later.state.removed[0]!.id);
    expect(texts(later)).toEqual(['one']);
    later.remove();
    later.eraseRemoved();
    expect(open(window()).state.removed).toEqual([]);
  });

  it('sets a version aside, and compares with it from then on', () => {
    const shelf = open();
    shelf.keepWork({ text: 'one' });
    expect(shelf.state.base).toEqual({ kind: 'template', text: 'dense' });
    shelf.setAside('one');
    shelf.keepWork({ text: 'two' });
    expect(shelf.state.base).toEqual({ kind: 'aside', text: 'one' });
    expect(shelf.current()).toMatchObject({ text: 'two', aside: 'one' });
    shelf.keepWork({});
    expect(shelf.current().text).toBe('one');
  });
});

describe('what came in a link', () => {
  const linked = { name: 'Theirs', text: 'theirs' };

  it('touches nothing that is kept, whatever is done with it', () => {
    const { window } = memoryStorage();
    const mine = open(window());
    mine.keepWork({ text: 'mine' });
    for (const act of ['leave', 'keep', 'change'] as const) {
      const shelf = open(window());
      shelf.openLinked(linked);
      expect(shelf.current().text).toBe('theirs');
      expect(texts(open(window()))).not.toContain('changed');
      if (act === 'leave') shelf.leave();
      if (act === 'keep') shelf.keepLoose();
      if (act === 'change') shelf.keepWork({ text: 'changed' });
      expect(texts(open(window()))[0]).toBe('mine');
    }
    expect(texts(open(window()))).toEqual(['mine', 'theirs', 'changed']);
    expect(open(window()).state.programs.map(({ fromLink }) => fromLink)).toEqual([undefined, true, true]);
  });

  it('is not kept by being looked at', () => {
    const { window } = memoryStorage();
    const shelf = open(window());
    shelf.openLinked(linked, 'A note.');
    shelf.keepWork({});
    shelf.keepWork({ seed: 5 });
    expect(shelf.state.place).toMatchObject({ kind: 'loose', from: 'link', note: 'A note.' });
    expect(names(open(window()))).toEqual([]);
  });
});

describe('two windows at once', () => {
  it('keep two programs without touching each other’s', () => {
    const { window } = memoryStorage();
    const [one, other] = [open(window()), open(window())];
    one.keepWork({ text: 'one' });
    other.keepWork({ text: 'other' });
    one.keepWork({ text: 'one, more' });
    expect(texts(open(window()))).toEqual(['one, more', 'other']);
  });

  it('keep both versions where both change one program and neither hears of the other', () => {
    const { window } = memoryStorage();
    open(window()).keepWork({ text: 'start' });
    const [one, other] = [open(window()), open(window())];
    one.keepWork({ text: 'by one' });
    other.keepWork({ text: 'by the other' });
    expect(texts(open(window()))).toEqual(['by one', 'by the other']);
    expect(other.state.status).toMatch(/changed in another window/);
    other.keepWork({ text: 'by the other, more' });
    expect(texts(open(window()))).toEqual(['by one', 'by the other, more']);
  });

  it('show what the other has made of the program that both have open', () => {
    const { storage, window } = memoryStorage();
    open(window()).keepWork({ text: 'start' });
    const [one, other] = [open(window()), open(window())];
    one.keepWork({ text: 'by one' });
    const [key] = Object.keys(storage);
    other.hear(key!);
    expect(other.current().text).toBe('by one');
    const { opening } = one.state;
    one.hear(key!);
    expect(one.state.opening).toBe(opening);
  });

  it('leave a program on the bench that was removed or erased elsewhere, and keep it if it is changed', () => {
    for (const isErased of [false, true]) {
      const { storage, window } = memoryStorage();
      open(window()).keepWork({ text: 'start' });
      const [one, other] = [open(window()), open(window())];
      one.remove();
      if (isErased) one.eraseRemoved();
      other.hear(Object.keys(storage)[0] ?? '/#workshop/1/id');
      if (isErased) expect(texts(other).length).toBeLessThanOrEqual(1);
      else expect(other.state.place).toMatchObject({ kind: 'loose', from: 'elsewhere' });
      other.keepWork({ text: 'start, more' });
      expect(texts(open(window()))).toEqual(['start, more']);
    }
  });
});

describe('a browser that keeps nothing', () => {
  it.each([
    ['is full', true],
    ['denies its store', false],
  ])('(it %s) loses nothing as long as the page stands, and says so', (_, isFull) => {
    const { window, fill } = memoryStorage();
    fill();
    const shelf = isFull ? open(window()) : open(null);
    shelf.keepWork({ text: 'one' });
    expect(shelf.state.notKept).toBe(true);
    shelf.start('empty');
    shelf.keepWork({ text: 'two' });
    shelf.open(shelf.state.programs[0]!.id);
    expect(shelf.current().text).toBe('one');
    shelf.keepWork({ text: 'one, more' });
    expect(texts(shelf)).toEqual(['one, more', 'two']);
  });

  it('takes what it cannot read for nothing, and leaves it where it is', () => {
    const { storage, window } = memoryStorage();
    for (const [n, text] of ['{', '[]', 'null', '{"name":1}', '{"name":"x"}'].entries())
      storage.setItem(`/#workshop/1/${n}`, text);
    expect(names(open(window()))).toEqual([]);
    expect(Object.keys(storage)).toHaveLength(5);
  });
});
