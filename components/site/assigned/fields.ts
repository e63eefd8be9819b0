/**
 * The settings and parts of an exhibit as links know them: whatever bears `data-field="name"` in it, and in that the native
 * controls that it holds. A part is a field without a value, such as the hints of a bench. What changes a setting and is no
 * control of it (a handle in a picture, a row of buttons) bears the settings' names in `data-moves`.
 *
 * A slider tells its value in `data-value` and hears of another by the event `book:set`: where its handle stands says nothing.
 * So does a program (`data-program`): its text is asked for by `book:ask`.
 */
import { isSameName } from '../../../src/book/index.ts';

export interface Field {
  name: string;
  /** A part can stand in several places. */
  elements: HTMLElement[];
}

const controlled = 'input, select, textarea, button';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement;

export function fieldsIn(exhibit: HTMLElement): Field[] {
  const elements = [...exhibit.querySelectorAll<HTMLElement>('[data-field]')];
  const byName = Map.groupBy(elements, ({ dataset }) => dataset['field']!);
  return [...byName].map(([name, found]) => ({ name, elements: found }));
}

export const fieldOf = (fields: readonly Field[], name: string): Field | undefined =>
  fields.find((field) => isSameName(field.name, name));

/** The controls of a field, without those of fields inside it. */
export function controlsOf({ name, elements }: Field): Control[] {
  return elements.flatMap((element) =>
    [
      ...element.querySelectorAll<Control>(controlled),
      ...(element.matches(controlled) ? [element as Control] : []),
    ].filter((control) => control.closest<HTMLElement>('[data-field]')!.dataset['field'] === name),
  );
}

type Shape =
  | { kind: 'slider'; element: HTMLElement }
  | { kind: 'program'; element: HTMLElement }
  | { kind: 'choice'; radios: HTMLInputElement[] }
  | { kind: 'switch'; box: HTMLInputElement }
  | { kind: 'switches'; boxes: HTMLInputElement[] }
  | { kind: 'select'; select: HTMLSelectElement }
  | { kind: 'text'; input: HTMLInputElement | HTMLTextAreaElement }
  | { kind: 'part' };

function shapeOf(field: Field): Shape {
  const element = field.elements[0]!;
  if (element.dataset['value'] !== undefined) return { kind: 'slider', element };
  if (element.dataset['program'] !== undefined) return { kind: 'program', element };
  const controls = controlsOf(field).filter((control) => !(control instanceof HTMLButtonElement));
  const ofType = (type: string) =>
    controls.filter((one): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === type);
  const [radios, boxes] = [ofType('radio'), ofType('checkbox')];
  if (radios.length > 0) return { kind: 'choice', radios };
  if (boxes.length > 1) return { kind: 'switches', boxes };
  if (boxes.length === 1)
    return element.localName === 'fieldset'
      ? { kind: 'switches', boxes }
      : { kind: 'switch', box: boxes[0]! };
  const [only] = controls;
  if (only instanceof HTMLSelectElement) return { kind: 'select', select: only };
  if (only instanceof HTMLInputElement || only instanceof HTMLTextAreaElement)
    return { kind: 'text', input: only };
  return { kind: 'part' };
}

/** Whether it has a value; else it is a part. */
export const hasValue = (field: Field): boolean => shapeOf(field).kind !== 'part';

/** The value as a link says it; undefined for a part. */
export function valueOf(field: Field): string | undefined {
  const shape = shapeOf(field);
  switch (shape.kind) {
    case 'slider':
      return String(Number(Number(shape.element.dataset['value']).toPrecision(12)));
    case 'program': {
      let text = '';
      shape.element.dispatchEvent(
        new CustomEvent('book:ask', { detail: (answer: string) => (text = answer) }),
      );
      return text;
    }
    case 'choice':
      return shape.radios.find(({ checked }) => checked)?.value ?? '';
    case 'switch':
      return String(shape.box.checked);
    case 'switches':
      return shape.boxes.flatMap(({ checked, value }) => (checked ? [value] : [])).join(',');
    case 'select':
      return shape.select.value;
    case 'text':
      return shape.input.value;
    case 'part':
      return undefined;
  }
}

/** Whether the exhibit has it as the book was built, by what its controls began with. */
export function isAsBuilt(field: Field): boolean {
  return controlsOf(field).every((control) => {
    if (control instanceof HTMLSelectElement)
      return [...control.options].every(({ selected, defaultSelected }) => selected === defaultSelected);
    if (control instanceof HTMLButtonElement) return true;
    if (control instanceof HTMLInputElement && /radio|checkbox/.test(control.type))
      return control.checked === control.defaultChecked;
    return control.value === control.defaultValue;
  });
}

/** Why a value was not taken: what the field would take. */
export type Refusal =
  | { kind: 'no-value' }
  | { kind: 'number'; low?: string | undefined; high?: string | undefined }
  | { kind: 'one-of' | 'some-of'; names: string[] }
  | { kind: 'unread' };

/** Gives a field a value. @returns why it does not take it. */
export function setValue(field: Field, value: string): Refusal | undefined {
  const shape = shapeOf(field);
  switch (shape.kind) {
    case 'slider': {
      const number = value.trim() === '' ? NaN : Number(value);
      const [low, high] = shape.element.dataset['ends']?.split(' ') ?? [];
      if (!Number.isFinite(number) || number < Number(low ?? -Infinity) || number > Number(high ?? Infinity))
        return { kind: 'number', low, high };
      shape.element.dispatchEvent(new CustomEvent('book:set', { detail: number }));
      return undefined;
    }
    case 'program':
      shape.element.dispatchEvent(new CustomEvent('book:set', { detail: value }));
      return undefined;
    case 'choice': {
      const wanted = shape.radios.find((radio) => isSameName(radio.value, value));
      if (!wanted) return { kind: 'one-of', names: shape.radios.map((radio) => radio.value) };
      if (!wanted.checked) wanted.click();
      return undefined;
    }
    case 'switch': {
      if (value !== 'true' && value !== 'false') return { kind: 'one-of', names: ['true', 'false'] };
      if (shape.box.checked !== (value === 'true')) shape.box.click();
      return undefined;
    }
    case 'switches': {
      const wanted = value.split(',').map((one) => one.trim()).filter(Boolean); // prettier-ignore
      const names = shape.boxes.map((box) => box.value);
      if (!wanted.every((one) => names.includes(one))) return { kind: 'some-of', names };
      for (const box of shape.boxes) if (box.checked !== wanted.includes(box.value)) box.click();
      return undefined;
    }
    case 'select': {
      const options = [...shape.select.options];
      const wanted = options.find((option) => option.value === value) ?? options.find((option) => isSameName(option.value, value)); // prettier-ignore
      if (!wanted) return { kind: 'one-of', names: options.map((option) => option.value) };
      tell(shape.select, wanted.value);
      return undefined;
    }
    case 'text':
      tell(shape.input, value);
      return undefined;
    case 'part':
      return { kind: 'no-value' };
  }
}

/** Whether its control finds fault with what was typed. */
export const isRefused = (field: Field): boolean =>
  controlsOf(field).some((control) => control.getAttribute('aria-invalid') === 'true');

function tell(control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement, value: string): void {
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What the field is called in the exhibit. */
export function labelOf({ name, elements }: Field): string {
  const element = elements[0]!;
  const inside = element.querySelector('.number-slider-name, legend, :scope > span:not([class])');
  // What a lock has added stands in an element of its own; a label's words do not.
  const words = [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join(' ');
  const own = element.localName === 'label' && !inside ? words : inside?.textContent;
  return (element.getAttribute('aria-label') ?? own ?? name).replace(/[\s=:]+$/, '').trim() || name;
}

/** Once the next picture is there, and what follows it is done. */
export const drawn = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));

/** Calls back once all scripts of an exhibit work: its values can be read and set from then on. */
export function whenAwake(exhibit: HTMLElement): Promise<void> {
  const isAwake = () => exhibit.querySelector('astro-island[ssr], [data-asleep]') === null;
  // The effects of the first drawing come after it.
  if (isAwake()) return drawn();
  return new Promise((done) => {
    const look = () => {
      if (!isAwake()) return;
      exhibit.removeEventListener('astro:hydrate', look, true);
      exhibit.removeEventListener('book:parts-awake', look);
      void drawn().then(done);
    };
    exhibit.addEventListener('astro:hydrate', look, true);
    exhibit.addEventListener('book:parts-awake', look);
  });
}
