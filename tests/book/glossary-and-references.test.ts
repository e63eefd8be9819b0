import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { glossaryEntry, readGlossary, termsWithoutTheirPage } from '../../src/book/glossary.ts';
import { addressOf, citationLabel, readReferences, referenceOf } from '../../src/book/references.ts';

it('orders the glossary by term', () => {
  const terms = readGlossary().map(({ term }) => term.toLowerCase());
  expect(terms).toEqual([...terms].sort((a, b) => a.localeCompare(b, 'en')));
});

it('ends every meaning as a sentence', () => {
  for (const { term, meaning } of readGlossary()) expect(meaning, term).toMatch(/^[A-Z1].*[.%]$/s);
});

it('refuses a term that is not in the glossary', () => {
  expect(glossaryEntry('dead-unit').term).toBe('dead unit');
  expect(() => glossaryEntry('zombie')).toThrow(
    '<Term id="zombie">: content/glossary.yaml has no term of that id',
  );
});

it('cites one author, two, and more', () => {
  expect(citationLabel(referenceOf('wilson-1927'))).toBe('Wilson 1927');
  expect(citationLabel(referenceOf('glorot-2010'))).toBe('Glorot and Bengio 2010');
  expect(citationLabel(referenceOf('rumelhart-1986'))).toBe('Rumelhart et al. 1986');
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

it('leads to the DOI where there is one', () => {
  expect(addressOf(referenceOf('rumelhart-1986'))).toBe('https://doi.org/10.1038/323533a0');
  expect(addressOf(referenceOf('glorot-2010'))).toBe('https://proceedings.mlr.press/v9/glorot10a.html');
  expect(addressOf(referenceOf('dugas-2001'))).toBeUndefined();
});

it('lists no source that no page of the book cites', () => {
  const pages = readdirSync('content', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.mdx'),
  );
  const cited = new Set(
    pages.flatMap((file) =>
      [...readFileSync(`content/${file}`, 'utf8').matchAll(/<Cite id="([a-z0-9-]+)"/g)].map(([, id]) => id!),
    ),
  );
  expect(
    readReferences()
      .map(({ id }) => id)
      .filter((id) => !cited.has(id)),
  ).toEqual([]);
});

it('refuses a source that is not listed', () => {
  expect(() => referenceOf('nobody-1900')).toThrow('content/references.yaml has no source of that id');
});

it('lists the terms whose page a course leaves out, with file and line', () => {
  const term = readGlossary().find(({ page }) => page !== undefined)!;
  const course = (page: string) => ({ title: 'A', description: 'B', parts: [{ title: 'C', pages: [page] }] });
  expect(termsWithoutTheirPage(course('no-page')).join('\n')).toMatch(
    new RegExp(
      `^content/glossary.yaml:\\d+: \\[\\d+\\].page: "${term.term}" does not say that ${term.page} treats it$`,
      'm',
    ),
  );
  expect(termsWithoutTheirPage(course(term.page!)).join('\n')).not.toContain(term.page);
});
