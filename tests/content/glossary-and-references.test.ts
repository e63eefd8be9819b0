import { expect, it } from 'vitest';
import { readGlossary } from '../../src/book/glossary.ts';
import { citationLabel, readReferences } from '../../src/book/references.ts';

it('orders the glossary by term', () => {
  const terms = readGlossary().map(({ term }) => term.toLowerCase());
  expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, 'en')));
});

it('ends every meaning as a sentence', () => {
  for (const { term, meaning } of readGlossary()) expect(meaning, term).toMatch(/^[A-Z1].*[.%]$/s);
});

it('gives no two sources the same label', () => {
  const labels = readReferences().map(citationLabel);
  expect(new Set(labels).size).toBe(labels.length);
});

it('names each source by its first author and year', () => {
  for (const reference of readReferences()) {
    const family = reference.authors[0]!.split(',')[0]!.toLowerCase();
    expect(reference.id).toBe(`${family}-${reference.year}`);
  }
});
