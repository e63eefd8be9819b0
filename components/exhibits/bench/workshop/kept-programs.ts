/**
 * The programs that a reader keeps in this browser, each under a key of its own, so that two tabs that keep two programs do not
 * touch each other's. Nothing that was kept is written over unseen: where another tab has changed a program meanwhile, what is to
 * be kept here becomes a program beside it. A program that is removed is marked and stays until the reader erases it.
 */
import type { ReaderStore } from '../../../../src/book/index.ts';

export interface KeptProgram {
  id: string;
  name: string;
  text: string;
  /** The template that it began from. */
  template?: string;
  /** The version that was set aside to compare with. */
  aside?: string;
  seed?: number;
  /** It came in a link. */
  fromLink?: true;
  /** When it was made, in milliseconds since 1970: the order of the list. */
  made: number;
  removed?: true;
}

/** The key carries a version; a later shape reads the older ones. */
const prefix = 'workshop/1/';

export type KeepResult =
  | { kind: 'kept' }
  /** Another tab has kept something else under this id since it was last read here. */
  | { kind: 'elsewhere'; there: KeptProgram | undefined }
  /** The browser refuses: it is blocked or full. */
  | { kind: 'refused' };

export function createKeptPrograms(store: ReaderStore | undefined) {
  /** What is known to be in the store, by id, as text. */
  const seen = new Map<string, string | null>();
  /** What the browser refuses to keep is kept here as long as the page stands. */
  const unkept = new Map<string, KeptProgram>();

  function raw(id: string): string | null {
    try {
      return store?.getItem(prefix + id) ?? null;
    } catch {
      return null;
    }
  }

  /** All of them, the removed ones too, in the order in which they were made. */
  function list(): KeptProgram[] {
    let names: string[] = [];
    try {
      names = store?.namesWith(prefix) ?? [];
    } catch {
      // A store that cannot be read holds nothing for this page.
    }
    const kept = names.flatMap((name) => {
      const id = name.slice(prefix.length);
      const text = raw(id);
      const program = readKeptProgram(id, text);
      if (program && !unkept.has(id)) seen.set(id, text);
      return program && !unkept.has(id) ? [program] : [];
    });
    return [...kept, ...unkept.values()].toSorted((a, b) => a.made - b.made || (a.id < b.id ? -1 : 1));
  }

  function keep(program: KeptProgram): KeepResult {
    const { id, ...rest } = program;
    const there = raw(id);
    const text = JSON.stringify(rest);
    if (there === text) {
      seen.set(id, text);
      unkept.delete(id);
      return { kind: 'kept' };
    }
    if (there !== null && seen.has(id) && seen.get(id) !== there) {
      return { kind: 'elsewhere', there: readKeptProgram(id, there) };
    }
    try {
      if (!store) throw new Error('no store');
      store.setItem(prefix + id, text);
      seen.set(id, text);
      unkept.delete(id);
      return { kind: 'kept' };
    } catch {
      unkept.set(id, program);
      return { kind: 'refused' };
    }
  }

  /** Takes a program away for good. */
  function erase(id: string): void {
    unkept.delete(id);
    seen.delete(id);
    try {
      store?.removeItem(prefix + id);
    } catch {
      // It stays where it is; nothing is lost by that.
    }
  }

  /** The id of the program that another tab has written or erased, by the key of the browser's event; undefined for other keys. */
  const idOfKey = (key: string | null): string | undefined => {
    const own = store?.keyOf(prefix);
    return own !== undefined && key?.startsWith(own) ? key.slice(own.length) : undefined;
  };

  /** Whether what is in the store under an id is what this page knows. */
  const isNews = (id: string): boolean => raw(id) !== (seen.get(id) ?? null);

  return { list, keep, erase, idOfKey, isNews };
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Reads what was kept; what has another shape counts as nothing, and stays in the store. */
function readKeptProgram(id: string, kept: string | null): KeptProgram | undefined {
  try {
    const given: unknown = JSON.parse(kept ?? 'null');
    if (typeof given !== 'object' || given === null) return undefined;
    const { name, text, template, aside, seed, fromLink, made, removed } = given as Record<string, unknown>;
    if (!isText(name) || !isText(text)) return undefined;
    return {
      id,
      name,
      text,
      ...(isText(template) && { template }),
      ...(isText(aside) && { aside }),
      ...(Number.isSafeInteger(seed) && (seed as number) >= 0 && { seed: seed as number }),
      ...(fromLink === true && { fromLink }),
      made: typeof made === 'number' && Number.isFinite(made) ? made : 0,
      ...(removed === true && { removed }),
    };
  } catch {
    return undefined;
  }
}
