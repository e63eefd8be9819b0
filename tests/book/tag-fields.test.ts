import { describe, expect, it } from 'vitest';
import { createRandom, drawUniform } from '../../src/engine/mulberry32.ts';
import { authorComponents } from '../../src/book/author-components.ts';
import { fieldsOf, type FieldNotes } from '../../src/book/tag-fields.ts';

const components = await authorComponents();
const tags = [...components].flatMap(([tag, { props }]) => (props ? [{ tag, props }] : []));

/** A tag's state as it is written in attributes or in a link. What is not there is left out. */
function attributesOf(state: Record<string, unknown>): Record<string, string> {
  const written = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value));
  const there = Object.entries(state).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there.map(([key, value]) => [key, written(value)]));
}

/** Something that may be written in a field, as the tag has it. */
function sample(notes: FieldNotes, random: () => number): unknown {
  const between = (low: number, high: number) => low + (high - low) * random();
  switch (notes.kind) {
    case 'number':
      return notes.isWhole
        ? Math.floor(between(notes.least, notes.most + 1))
        : between(notes.least, notes.most);
    case 'numbers':
      return Array.from({ length: Math.floor(between(1, 6)) }, () => between(notes.least, notes.most));
    case 'words':
      return Array.from({ length: Math.floor(between(0, 4)) }, (_, i) => `a word-${i}`);
    case 'choice':
      return notes.of[Math.floor(random() * notes.of.length)];
    case 'flag':
      return random() < 0.5;
    case 'text':
      return 'Words, “quoted” & with 1 < 2.';
    case 'name':
    case 'exhibit':
      return 'a-name';
  }
}

describe.each(tags)('what can be said to <$tag>', ({ props }) => {
  it('is read again as it was meant when it is written in attributes or in a link', () => {
    const generator = createRandom(1);
    const random = () => drawUniform(generator);
    for (let trial = 0; trial < 200; trial++) {
      const chosen = fieldsOf(props).filter(({ isRequired }) => isRequired || random() < 0.5);
      const written = Object.fromEntries(chosen.map(({ name, notes }) => [name, sample(notes, random)]));
      // A link has texts only, and a choice among numbers is a number to the tag: what is read is the state.
      const state = props.parse(attributesOf(written));
      const link = new URLSearchParams(attributesOf(state)).toString();
      expect(props.parse(Object.fromEntries(new URLSearchParams(link)))).toEqual(state);
      for (const { name, notes } of chosen) {
        if (notes.kind !== 'choice') expect(state[name]).toEqual(written[name]);
      }
    }
  });

  it('has a sentence for the tag, and defaults that may be written', () => {
    expect(props.description).toMatch(/\.$/);
    for (const { name, notes, byDefault } of fieldsOf(props)) {
      expect(notes.says).toMatch(/\.$/);
      if (byDefault === undefined) continue;
      const outer = props.shape[name]!;
      expect(attributesOf({ it: outer.parse(byDefault) })).toEqual({ it: byDefault });
    }
  });
});
