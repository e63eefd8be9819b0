/**
 * The attributes of an author's tag: what may be written in each, what it is for, and what holds when nothing is written.
 *
 * A tag's props.ts makes one schema of them with `z.strictObject`, and `.default(...)` or `.optional()` where an attribute may
 * be left out. Whatever is written is text, also in a link; `{2}` and `{true}` are read as well.
 */
import { z } from 'zod';
import { expectedNames } from './nearest.ts';

/** What an attribute can name that lies elsewhere in content/; author-tags.ts looks whether it is there. */
export type NamedThing = 'case' | 'chapter' | 'page' | 'program' | 'fact' | 'term' | 'source';

export type FieldNotes = {
  /** What the attribute is for, in a sentence. */
  says: string;
} & (
  | { kind: 'number'; least: number; most: number; isWhole: boolean }
  | { kind: 'numbers'; least: number; most: number }
  | { kind: 'choice'; of: readonly string[] }
  | { kind: 'flag' }
  | { kind: 'text' }
  | { kind: 'words' }
  | { kind: 'exhibit' }
  | { kind: 'name'; of: NamedThing }
);

export type TagSchema = z.ZodObject<Record<string, z.ZodType>>;

interface Bounds {
  least: number;
  most: number;
}

const notes = z.registry<FieldNotes>();

/** @param read What a written value stands for; undefined if for nothing. */
function field<T>(about: FieldNotes, expectation: string, read: (value: unknown) => T | undefined) {
  const schema = z.unknown().transform((value, context): T => {
    const found = value === undefined ? undefined : read(value);
    if (found !== undefined) return found;
    const message = value === undefined ? `is missing; expected ${expectation}` : `expected ${expectation}`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
  notes.add(schema, about);
  return schema;
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'string' && value.trim() === '') return undefined;
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

const within = ({ least, most }: Bounds, number: number) => number >= least && number <= most;
const boundsText = ({ least, most }: Bounds) => `from ${least} to ${most}`;

export function number(says: string, bounds: Bounds) {
  const about: FieldNotes = { says, kind: 'number', isWhole: false, ...bounds };
  return field(about, `a number ${boundsText(bounds)}`, (value) => {
    const found = numberOf(value);
    return found !== undefined && within(bounds, found) ? found : undefined;
  });
}

export function wholeNumber(says: string, bounds: Bounds) {
  const about: FieldNotes = { says, kind: 'number', isWhole: true, ...bounds };
  return field(about, `a whole number ${boundsText(bounds)}`, (value) => {
    const found = numberOf(value);
    return found !== undefined && Number.isInteger(found) && within(bounds, found) ? found : undefined;
  });
}

/** Numbers with commas between them: "0, 1, 1, 0". */
export function numbers(says: string, bounds: Bounds) {
  const about: FieldNotes = { says, kind: 'numbers', ...bounds };
  return field(about, `numbers ${boundsText(bounds)}, separated by commas`, (value) => {
    const found = String(value).split(',').map(numberOf);
    return found.every((one): one is number => one !== undefined && within(bounds, one)) ? found : undefined;
  });
}

/** Words with commas between them: names of faults, labels. */
export function words(says: string) {
  return field({ says, kind: 'words' }, 'words, separated by commas', (value) => {
    if (typeof value !== 'string') return undefined;
    return value
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  });
}

export function choice<const Name extends string | number>(says: string, of: readonly Name[]) {
  const names = of.map(String);
  const schema = z.unknown().transform((value, context): Name => {
    const found = of[names.indexOf(String(value))];
    if (found !== undefined) return found;
    const message =
      value === undefined
        ? `is missing; expected one of ${names.join(', ')}`
        : expectedNames(String(value), names);
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
  notes.add(schema, { says, kind: 'choice', of: names });
  return schema;
}

export function flag(says: string) {
  return field({ says, kind: 'flag' }, '"true" or "false"', (value) =>
    value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined,
  );
}

const textOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

export function text(says: string) {
  return field({ says, kind: 'text' }, 'some words', textOf);
}

/**
 * What links call an exhibit: "plateau" where an author writes it, and in the built page the whole place,
 * "chapters/starting-points/plateau" (author-tags.ts).
 */
export const exhibitId = () =>
  field(
    { says: 'What links and embedded frames call it.', kind: 'exhibit' },
    'words in lower case joined by hyphens, such as "first-run"',
    (value) => (/^[a-z0-9]+([-/][a-z0-9]+)*$/.test(String(value)) ? String(value) : undefined),
  ).optional();

/** What a word of the text can point at in an exhibit's figures: `quantity` of a mark, data-quantity elsewhere. */
export const figureParts = z.registry<{ names: readonly string[] }>();

export const partsOf = (schema: TagSchema): readonly string[] => figureParts.get(schema)?.names ?? [];

/** What a tag can only show if it is there (tag-needs.ts). */
export type TagNeed = 'program' | 'training' | 'trainings' | 'sweeps' | 'board' | 'tool' | 'pairs';

export const tagNeeds = z.registry<{ need: TagNeed }>();

export const needOf = (schema: TagSchema): TagNeed | undefined => tagNeeds.get(schema)?.need;

export function name(says: string, of: NamedThing) {
  return field({ says, kind: 'name', of }, `the id of a ${of}`, textOf);
}

export interface TagField {
  name: string;
  notes: FieldNotes;
  isRequired: boolean;
  /** What holds when nothing is written, as it would be written. */
  byDefault?: string;
}

/** The attributes of a tag in the order of its schema. */
export function fieldsOf(schema: TagSchema): TagField[] {
  return Object.entries(schema.shape).map(([key, outer]) => {
    const { type, innerType, defaultValue } = outer.def as unknown as {
      type: string;
      innerType?: z.ZodType;
      defaultValue?: unknown;
    };
    const about = notes.get(innerType ?? outer);
    if (!about) throw new Error(`fieldsOf: ${key} is not a field of tag-fields.ts`);
    return {
      name: key,
      notes: about,
      isRequired: innerType === undefined,
      ...(type === 'default' && { byDefault: written(defaultValue) }),
    };
  });
}

const written = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));
