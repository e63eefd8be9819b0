/**
 * Puts into one exhibit what the address says of it: values, locks, what is hidden. A lock is a courtesy and no protection;
 * what can't be read is said in the exhibit, and the page works as ever.
 */
import {
  everything,
  isSameName,
  longTextsIn,
  readAssignment,
  type AssignmentRead,
} from '../../../src/book/index.ts';
import {
  controlsOf,
  drawn,
  fieldOf,
  fieldsIn,
  hasValue,
  isRefused,
  setValue,
  valueOf,
  whenAwake,
  type Field,
} from './fields.ts';
import { assignedWords, showNotice } from './notice.ts';
import { adoptStyles } from '../../ui/adopt-styles.ts';
import styles from './assigned.css?inline';

adoptStyles(styles);

export async function assign(isAlone: boolean): Promise<void> {
  const assignment = readAssignment(location.search, isAlone);
  const texts = await longTextsIn(location.hash);
  if (!assignment && texts.kind === 'none') return;
  const asked = assignment ?? { values: new Map<string, string>(), lock: [], hide: [], mistakes: [] };
  const exhibits = [...document.querySelectorAll<HTMLElement>('[data-exhibit]')];
  const nameOf = ({ dataset }: HTMLElement) => dataset['exhibit']!.split('/').at(-1)!;
  const exhibit = asked.exhibit === undefined ? exhibits[0] : exhibits.find((one) => isSameName(nameOf(one), asked.exhibit!)); // prettier-ignore
  if (!exhibit) {
    const main = document.querySelector<HTMLElement>('main .prose, main')!;
    showNotice(main, { problems: [assignedWords.noExhibit(asked.exhibit ?? '', exhibits.map(nameOf))] });
    return;
  }
  exhibit.dataset['assigned'] = '';
  if (!isAlone) exhibit.scrollIntoView();
  const locks = keepLocks(exhibit, asked);
  const problems = asked.mistakes.map(assignedWords.mistake);
  if (texts.kind === 'failed') problems.push(texts.message);
  await whenAwake(exhibit);

  const values = new Map([...asked.values, ...(texts.kind === 'read' ? texts.texts : [])]);
  const { taken, told } = await setAll(exhibit, values);
  problems.push(...told);
  const named = [...asked.lock, ...asked.hide].filter((name) => name !== everything);
  const fields = fieldsIn(exhibit);
  const unknown = [...new Set(named.filter((name) => !fieldOf(fields, name)))];
  problems.push(...unknown.map((name) => assignedWords.noField(name, fields.map((field) => field.name)))); // prettier-ignore
  locks.pin();
  showNotice(exhibit, {
    set: taken,
    locked: fields.filter(({ name }) => isAmong(asked.lock, name)),
    problems,
    isBook: values.size + asked.lock.length + asked.hide.length === 0,
  });
}

const isAmong = (names: readonly string[], name: string): boolean =>
  names.some((one) => one === everything || isSameName(one, name));

/** Sets fields in the order of the exhibit: one may decide what the next can be. */
async function setAll(
  exhibit: HTMLElement,
  values: ReadonlyMap<string, string>,
): Promise<{ taken: Field[]; told: string[] }> {
  const told: string[] = [];
  const taken: Field[] = [];
  const fields = fieldsIn(exhibit);
  if (values.size > 0) await visitBench(exhibit);
  for (const field of fields) {
    const [name, value] = [...values].find(([one]) => isSameName(one, field.name)) ?? [];
    if (name === undefined || value === undefined) continue;
    const refusal = setValue(field, value);
    await drawn();
    if (refusal) {
      told.push(assignedWords.refused(field, value, refusal));
      continue;
    }
    taken.push(field);
    if (isRefused(field)) told.push(assignedWords.refused(field, value, { kind: 'unread' }));
    else if (isRounded(field, value)) told.push(assignedWords.rounded(field, value, valueOf(field)!));
  }
  const known = fields.filter(hasValue).map((field) => field.name);
  for (const name of values.keys()) if (!fieldOf(fields, name)) told.push(assignedWords.noField(name, known));
  return { taken, told };
}

const isRounded = (field: Field, value: string): boolean =>
  field.elements[0]!.dataset['value'] !== undefined && Number(valueOf(field)) !== Number(value);

/** A bench keeps its reader's work: what a link sets in it comes as a visitor. Where a program comes with the link, it has been told so. */
async function visitBench(exhibit: HTMLElement): Promise<void> {
  const bench = exhibit.querySelector('[data-bench]');
  if (!bench) return;
  if (!location.hash.startsWith('#bench=')) bench.dispatchEvent(new CustomEvent('book:assigned'));
  const isOpen = () => exhibit.querySelector('.bench-foreign, .code-failure') !== null;
  for (let frames = 0; frames < 180 && !isOpen(); frames++) await drawn();
}

/** Keys that move, select or copy in a text that may not be changed. */
const isHarmless = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  /^(Arrow|Page|Home|End|Tab|Escape|Shift|Control|Alt|Meta|F\d)/.test(key) ||
  ((ctrlKey || metaKey) && /^[acf]$/i.test(key));

/** Locks and hides, from now on and whatever the exhibit draws anew. `pin` holds the values of locked fields where they are then. */
function keepLocks(exhibit: HTMLElement, { lock, hide }: AssignmentRead) {
  const pins = new Map<string, string>();
  const guarded = new WeakSet<HTMLElement>();
  const observer = new MutationObserver(hold);
  if (lock.length + hide.length > 0) watch();
  hold();
  return { pin };

  function watch(): void {
    observer.observe(exhibit, {
      subtree: true,
      childList: true,
      attributeFilter: ['disabled', 'data-value', 'aria-invalid', 'aria-pressed'],
    });
  }

  function pin(): void {
    for (const field of fieldsIn(exhibit)) {
      const value = isAmong(lock, field.name) ? valueOf(field) : undefined;
      if (value !== undefined && field.elements[0]!.dataset['program'] === undefined)
        pins.set(field.name, value);
    }
    hold();
  }

  function hold(): void {
    observer.disconnect();
    const fields = fieldsIn(exhibit);
    for (const field of fields) {
      if (isAmong(hide, field.name)) for (const element of field.elements) element.dataset['hidden'] = '';
      if (!isAmong(lock, field.name)) continue;
      for (const element of field.elements) lockIn(element, field);
      const pinned = pins.get(field.name);
      if (pinned === undefined || valueOf(field) === pinned) continue;
      // Something else in the exhibit has moved it. What cannot be held is left where it is.
      setValue(field, pinned);
      pins.set(field.name, valueOf(field)!);
    }
    for (const mover of exhibit.querySelectorAll<HTMLElement>('[data-moves]')) {
      if (!mover.dataset['moves']!.split(' ').some((name) => isAmong(lock, name))) continue;
      for (const button of [mover, ...mover.querySelectorAll('button')])
        if (button instanceof HTMLButtonElement) disable(button);
    }
    // What this has changed is no news.
    observer.takeRecords();
    if (lock.length + hide.length > 0) watch();
  }

  function lockIn(element: HTMLElement, field: Field): void {
    element.dataset['locked'] = '';
    for (const control of controlsOf({ name: field.name, elements: [element] })) disable(control);
    if (element.dataset['program'] !== undefined) guard(element);
    // Before the exhibit's script works, it would take away what it has not drawn.
    if (element.closest('astro-island[ssr], [data-asleep]') || element instanceof HTMLButtonElement) return;
    if (element.querySelector(':scope > .assigned-word')) return;
    const word = Object.assign(document.createElement('span'), {
      className: 'assigned-word',
      id: `assigned-${field.name}`,
      textContent: assignedWords.setByInstructor,
    });
    element.append(word);
    for (const control of controlsOf({ name: field.name, elements: [element] })) describe(control, word.id);
  }

  function guard(element: HTMLElement): void {
    if (guarded.has(element)) return;
    guarded.add(element);
    const stop = (event: Event) => {
      if ((event.target as Element).closest('[data-field]') !== element) return;
      event.stopPropagation();
      event.preventDefault();
    };
    for (const kind of ['beforeinput', 'paste', 'cut', 'drop', 'click'])
      element.addEventListener(kind, stop, true);
    element.addEventListener('keydown', (event) => (isHarmless(event) ? undefined : stop(event)), true);
  }
}

function disable(control: HTMLElement): void {
  if (!control.hasAttribute('disabled')) control.setAttribute('disabled', '');
}

function describe(control: HTMLElement, id: string): void {
  const ids = new Set((control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
  control.setAttribute('aria-describedby', [...ids.add(id)].join(' '));
}
