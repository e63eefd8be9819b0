import '../fixture/in-fixture-content.ts';
import { expect, it } from 'vitest';
import { glossaryEntry, readGlossary, termsWithoutTheirPage } from '../../src/book/glossary.ts';
import { addressOf, citationLabel, referenceOf, type Reference } from '../../src/book/references.ts';

it('refuses a term that is not in the glossary', () => {
  expect(glossaryEntry('dead-unit').term).toBe('dead unit');
  expect(() => glossaryEntry('zombie')).toThrow(
    '<Term id="zombie">: content/glossary.yaml has no term of that id',
  );
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
const source = (id: string, over: Partial<Reference>): Reference => ({
  id,
  authors: ['Wilson, E. B.'],
  year: 1927,
  title: 'A title',
  published: 'A journal',
  ...over,
});

it('cites one author, two, and more', () => {
  const by = (...authors: string[]) => citationLabel(source('x', { authors }));
  expect(by('Wilson, E. B.')).toBe('Wilson 1927');
  expect(by('Glorot, X.', 'Bengio, Y.')).toBe('Glorot and Bengio 1927');
  expect(by('Rumelhart, D. E.', 'Hinton, G. E.', 'Williams, R. J.')).toBe('Rumelhart et al. 1927');
});

it('leads to the DOI where there is one, else to the address, else nowhere', () => {
  expect(addressOf(source('x', { doi: '10.1038/323533a0' }))).toBe('https://doi.org/10.1038/323533a0');
  expect(addressOf(source('x', { url: 'https://host.example/a.html' }))).toBe('https://host.example/a.html');
  expect(addressOf(source('x', {}))).toBeUndefined();
});
