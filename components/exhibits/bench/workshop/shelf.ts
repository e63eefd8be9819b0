/**
 * The shelf of the workshop: which programs there are, which of them is on the bench, and what becomes of them. A plain state
 * machine; it knows no page. What the bench shows is a _place_: a program that is kept, a template nobody has changed yet, or
 * a loose program, which came in a link or was removed in another window. The first change of the latter two makes them a
 * program of the shelf; nothing else is touched.
 */
import { fingerprint } from '../../../../src/book/index.ts';
import type { NotKept, Work } from '../stored-work.ts';
import type { createKeptPrograms, KeptProgram } from './kept-programs.ts';
import type { FiledProgram } from './program-files.ts';

export interface Template {
  id: string;
  title: string;
  text: string;
}

type Contents = Omit<KeptProgram, 'id' | 'made' | 'removed'>;

export type Place =
  | { kind: 'kept'; id: string }
  | { kind: 'template'; template: Template }
  /** @param note What is to be said of it, such as that its link was made with another version. */
  | { kind: 'loose'; from: 'link' | 'elsewhere'; program: Contents; note?: string };

/** What the text on the bench is compared with and goes back to: its template, a version set aside, or what was put there. */
export interface Base {
  kind: 'template' | 'aside' | 'opened';
  text: string;
}

export interface ShelfState {
  /** In the order in which they were made. */
  programs: KeptProgram[];
  removed: KeptProgram[];
  place: Place;
  base: Base;
  /** Counts what is put on the bench: another number, another bench. */
  opening: number;
  /** What is worth hearing. */
  status: string;
  /** The program that was removed last, as long as that is the last thing that happened. */
  justRemoved?: KeptProgram;
  notKept?: true;
  /** Why a link could not be opened. */
  linkProblem?: string;
}

export interface ShelfOptions {
  templates: readonly Template[];
  kept: ReturnType<typeof createKeptPrograms>;
  /** A new name for a program in the store. */
  newId: () => string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Called after every change of the state. */
  onChange: () => void;
}

const longestName = 80;

export function createShelf({ templates, kept, newId, now, onChange }: ShelfOptions) {
  const state: ShelfState = {
    programs: [],
    removed: [],
    place: { kind: 'template', template: templates[0]! },
    base: { kind: 'template', text: templates[0]!.text },
    opening: 0,
    status: '',
  };

  const find = (id: string): KeptProgram | undefined => state.programs.find((one) => one.id === id);

  function refresh(): void {
    const all = kept.list();
    state.programs = all.filter(({ removed }) => !removed);
    state.removed = all.filter(({ removed }) => removed);
  }

  /** Says what happened, and draws anew. */
  function told(status: string): void {
    refresh();
    state.status = status;
    delete state.justRemoved;
    delete state.linkProblem;
    onChange();
  }

  function put(place: Place, status: string): void {
    refresh();
    state.place = place;
    state.base = baseOf(current());
    state.opening++;
    told(status);
  }

  function baseOf({ text, aside, template }: Contents): Base {
    if (aside !== undefined) return { kind: 'aside', text: aside };
    const from = templates.find(({ id }) => id === template);
    return from ? { kind: 'template', text: from.text } : { kind: 'opened', text };
  }

  /** Takes up what is kept in this browser: the program that was made last is on the bench. */
  function restore(): void {
    refresh();
    const latest = state.programs.at(-1);
    if (latest) put({ kind: 'kept', id: latest.id }, `“${latest.name}” is as you left it.`);
    else onChange();
  }

  /** The program on the bench, as it is kept. */
  function current(): Contents {
    const { place } = state;
    if (place.kind === 'loose') return place.program;
    if (place.kind === 'template')
      return { name: place.template.title, text: place.template.text, template: place.template.id };
    return contentsOf(find(place.id) ?? { name: 'A program', text: '' });
  }

  /** A name that no program on the shelf has: "Mine", "Mine 2". */
  function freeName(wanted: string): string {
    const plain = wanted.replace(/\s+/g, ' ').trim().slice(0, longestName) || 'A program';
    const taken = new Set([...state.programs, ...state.removed].map(({ name }) => name));
    for (let n = 1; ; n++) {
      const name = n === 1 ? plain : `${plain} ${n}`;
      if (!taken.has(name)) return name;
    }
  }

  function write(program: KeptProgram): void {
    const result = kept.keep(program);
    if (result.kind === 'refused') state.notKept = true;
    else if (result.kind === 'kept') delete state.notKept;
    if (result.kind !== 'elsewhere') return;
    const beside = { ...program, id: newId(), name: freeName(program.name), made: now() };
    kept.keep(beside);
    if (state.place.kind === 'kept' && state.place.id === program.id)
      state.place = { kind: 'kept', id: beside.id };
    state.status = `“${program.name}” was changed in another window meanwhile. What you have here is kept beside it, as “${beside.name}”.`;
  }

  function add(program: Contents): KeptProgram {
    const made: KeptProgram = { ...program, id: newId(), name: freeName(program.name), made: now() };
    write(made);
    return made;
  }

  /** Keeps what the reader has made of the program on the bench. @returns why it could not be kept. */
  function keepWork({ text = state.base.text, seed: chosen }: Work): NotKept | undefined {
    const { place } = state;
    const now = current();
    const contents = { ...now, text };
    if (chosen === undefined) delete contents.seed;
    else contents.seed = chosen;
    const program = place.kind === 'kept' ? find(place.id) : undefined;
    state.status = '';
    if (program) write({ ...contents, id: program.id, made: program.made });
    else if (text === now.text) return undefined;
    else state.place = { kind: 'kept', id: add(contents).id };
    refresh();
    onChange();
    return state.notKept && 'programs';
  }

  /** What was kept of the program on the bench, as the bench takes it up. */
  function readWork(): Work {
    const { text, seed } = current();
    const { base } = state;
    return {
      ...(text !== base.text && { text, from: fingerprint(base.text) }),
      ...(seed !== undefined && { seed }),
    };
  }

  function open(id: string): void {
    refresh();
    const program = find(id);
    if (program) put({ kind: 'kept', id }, `“${program.name}” is on the bench.`);
  }

  function start(templateId: string): void {
    const template = templates.find(({ id }) => id === templateId);
    if (template)
      put({ kind: 'template', template }, `“${template.title}” is on the bench. What you change is kept as a program of yours.`); // prettier-ignore
  }

  /** Shows what came in a link; the programs on the shelf stay as they are. */
  function openLinked(program: Contents, note?: string): void {
    put(
      { kind: 'loose', from: 'link', program: { ...program, fromLink: true }, ...(note && { note }) },
      'The program of the link is here. It has not been run.',
    );
  }

  /** Says why a link could not be opened. */
  function refuseLink(why: string): void {
    told('');
    state.linkProblem = why;
    onChange();
  }

  /** Keeps a loose program on the shelf, as it stands on the bench. */
  function keepLoose(): void {
    if (state.place.kind !== 'loose') return;
    const { id, name } = add(state.place.program);
    // The bench stays as it is: it is the same program, which now has a place.
    state.place = { kind: 'kept', id };
    told(`Kept as “${name}”.`);
  }

  /** Puts another program on the bench: the latest of the shelf, else the first template. */
  function leave(): void {
    const latest = state.programs.at(-1);
    if (latest) open(latest.id);
    else put({ kind: 'template', template: templates[0]! }, 'The first template is on the bench.');
  }

  function rename(name: string): void {
    if (state.place.kind !== 'kept') return;
    const program = find(state.place.id);
    const plain = name.replace(/\s+/g, ' ').trim();
    if (!program || plain === program.name) return;
    if (plain === '') return told(`A program needs a name; it is still “${program.name}”.`);
    const next = freeName(plain);
    write({ ...program, name: next });
    told(
      next === plain ? `Its name is “${next}” now.` : `There is a “${plain}” already, so it is “${next}”.`,
    );
  }

  /** @param text As it stands on the bench. */
  function duplicate(text: string): void {
    const program = current();
    const { id, name } = add({ ...program, text, name: `${program.name}, copy` });
    put({ kind: 'kept', id }, `“${name}” is on the bench; the other stays as it is.`);
  }

  function remove(): void {
    if (state.place.kind !== 'kept') return;
    const program = find(state.place.id);
    if (!program) return;
    write({ ...program, removed: true });
    refresh();
    leave();
    told(`“${program.name}” is removed.`);
    state.justRemoved = program;
    onChange();
  }

  function putBack(id: string): void {
    const program = state.removed.find((one) => one.id === id);
    if (!program) return;
    write({ ...contentsOf(program), id, made: program.made });
    refresh();
    open(id);
  }

  /** For good: there is no way back, so the page asks first. */
  function eraseRemoved(): void {
    const count = state.removed.length;
    for (const { id } of state.removed) kept.erase(id);
    told(count === 1 ? 'The removed program is erased.' : `The ${count} removed programs are erased.`);
  }

  /** Sets the text on the bench aside, to compare with what comes. */
  function setAside(text: string): void {
    if (state.place.kind !== 'kept') {
      const { id } = add({ ...current(), text, aside: text });
      put({ kind: 'kept', id }, asideWords);
      return;
    }
    const program = find(state.place.id);
    if (!program) return;
    write({ ...program, text, aside: text });
    put(state.place, asideWords);
  }

  /** Puts programs from files on the shelf. One that is there already, word for word, is not put there again. */
  function addFiled(programs: readonly FiledProgram[], refusals: readonly string[]): void {
    let latest: string | undefined;
    const added: string[] = [];
    for (const program of programs) {
      const there = state.programs.find(({ name, text }) => name === program.name && text === program.text);
      latest = there?.id;
      if (there) continue;
      const made = add(program);
      refresh();
      latest = made.id;
      added.push(`“${made.name}”`);
    }
    const here = programs.length - added.length;
    const words = [
      added.length > 0 && `Opened ${added.join(', ')}.`,
      here > 0 && (here === 1 ? 'One was here already.' : `${here} were here already.`),
      ...refusals,
    ].filter((part) => part !== false);
    if (latest === undefined) told(words.join(' '));
    else put({ kind: 'kept', id: latest }, words.join(' '));
  }

  /** Another window has kept or erased something. @param key Of the browser's event; null where its whole store was cleared. */
  function hear(key: string | null): void {
    const id = kept.idOfKey(key);
    if (id === undefined) return;
    const shown = state.place.kind === 'kept' && state.place.id === id ? current() : undefined;
    const isNews = kept.isNews(id);
    refresh();
    if (!shown || !isNews) return onChange();
    const program = find(id);
    if (program) return put(state.place, `“${program.name}” was changed in another window and is here as it stands there.`); // prettier-ignore
    // It is still on the bench here, and stays there.
    state.place = { kind: 'loose', from: 'elsewhere', program: shown };
    told(`“${shown.name}” was removed in another window.`);
  }

  return {
    state,
    current,
    restore,
    readWork,
    keepWork,
    open,
    start,
    openLinked,
    refuseLink,
    keepLoose,
    leave,
    rename,
    duplicate,
    remove,
    putBack,
    eraseRemoved,
    setAside,
    addFiled,
    hear,
  };
}

function contentsOf({ name, text, template, aside, seed, fromLink }: Contents): Contents {
  return {
    name,
    text,
    ...(template !== undefined && { template }),
    ...(aside !== undefined && { aside }),
    ...(seed !== undefined && { seed }),
    ...(fromLink && { fromLink }),
  };
}

export type Shelf = ReturnType<typeof createShelf>;

const asideWords = 'This version is set aside: what you change from here is compared with it.';
