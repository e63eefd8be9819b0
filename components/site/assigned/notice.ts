/** What an exhibit says of the assignment in the address, in words, at its head. */
import { listText } from '../../../src/words/lists.ts';
import { nameInSentence } from '../../../src/words/names.ts';
import type { AssignmentMistake } from '../../../src/book/index.ts';
import { labelOf, valueOf, type Field, type Refusal } from './fields.ts';

export interface Notice {
  /** Fields that were given a value. */
  set?: readonly Field[];
  locked?: readonly Field[];
  problems: readonly string[];
  /** Whether the address asks for nothing that can be seen. */
  isBook?: boolean;
}

const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
const names = (known: readonly string[]): string =>
  known.length === 0 ? 'there is nothing to be set' : `there are ${listText([...new Set(known)])}`;

export const assignedWords = {
  setByInstructor: 'set by your instructor',

  noExhibit: (asked: string, known: readonly string[]): string =>
    `This link is about an exhibit ${quoted(asked)}, which is not on this page; ${names(known)}. The page is as ever.`,

  noField: (name: string, known: readonly string[]): string =>
    `The link says something of ${quoted(name)}, which is not in this exhibit; ${names(known)}.`,

  mistake: ({ kind, name }: AssignmentMistake): string =>
    kind === 'twice'
      ? `The link says ${quoted(name)} twice; the first is taken.`
      : `The link has an empty place at ${quoted(name)}.`,

  refused(field: Field, value: string, refusal: Refusal): string {
    const what = `${labelOf(field)} can’t be ${quoted(value)}`;
    switch (refusal.kind) {
      case 'no-value':
        return `${field.name} takes no value: it can be locked or hidden.`;
      case 'number':
        return refusal.low === undefined
          ? `${what}: it is a number.`
          : `${what}: it is a number from ${refusal.low} to ${refusal.high}.`;
      case 'one-of':
        return `${what}: it is one of ${listText(refusal.names)}.`;
      case 'some-of':
        return `${what}: it is some of ${listText(refusal.names)}, with commas between them.`;
      case 'unread':
        return `${what}: the exhibit says what it expects there.`;
    }
  },

  rounded: (field: Field, value: string, stands: string): string =>
    `${labelOf(field)} does not stand at ${quoted(value)} but at ${stands}, the nearest it can.`,

  set(fields: readonly Field[]): string {
    const said = fields.map((field) => {
      const value = valueOf(field) ?? '';
      const label = nameInSentence(labelOf(field));
      return value === '' || value.length > 40 || value.includes('\n') ? label : `${label} ${value}`;
    });
    return listText(said);
  },
};

/** Puts it before all else in an exhibit, or in place of what stood there. */
export function showNotice(exhibit: HTMLElement, notice: Notice): void {
  exhibit.querySelector(':scope > .assigned-notice')?.remove();
  const { set = [], locked = [], problems, isBook } = notice;
  const box = document.createElement('div');
  box.className = 'assigned-notice not-content';
  if (set.length + locked.length > 0 || isBook === false) {
    const line = document.createElement('p');
    const what = [
      set.length > 0
        ? `Set by your instructor: ${assignedWords.set(set)}. `
        : 'This is as your instructor has set it. ',
      locked.length > 0 ? 'What is locked says so. ' : '',
    ];
    const back = Object.assign(document.createElement('a'), {
      href: location.pathname,
      textContent: 'As the book has it',
    });
    line.append(...what, back);
    box.append(line);
  }
  if (problems.length > 0) {
    const told = document.createElement('div');
    told.setAttribute('role', 'alert');
    const list = document.createElement('ul');
    for (const problem of new Set(problems)) {
      list.append(Object.assign(document.createElement('li'), { textContent: problem }));
    }
    told.append(list);
    box.append(told);
  }
  if (box.childElementCount > 0) exhibit.prepend(box);
}
