/** The sources the book leans on, and how they are cited. A course adds its own in content/courses/<course>.references.yaml. */
import { globSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { courseName } from './course.ts';
import { entryOf, withOwnEntries } from './own-entries.ts';
import { eachIdOnce, readCheckedData } from './read-data.ts';

const Reference = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'expected lower-case letters, digits and hyphens'),
  /** Family name first: "Rumelhart, D. E." */
  authors: z
    .array(z.string().includes(', ', 'expected "Family, Initials"'))
    .min(1, 'expected at least one author'),
  year: z.int('expected a year').min(1800).max(2100),
  title: z.string().min(1, 'expected the title of the work'),
  /** Journal, volume and pages, or proceedings, or publisher. */
  published: z.string().min(1, 'expected where it was published'),
  doi: z.string().startsWith('10.', 'expected a DOI such as "10.1038/323533a0"').optional(),
  url: z.url('expected an address').optional(),
});

export type Reference = z.infer<typeof Reference>;

const References = z.array(Reference).superRefine(eachIdOnce('listed'));

/** Every source, by first author, then year. */
export function readReferences(): Reference[] {
  return sources().toSorted(
    (a, b) => familyName(a.authors[0]!).localeCompare(familyName(b.authors[0]!), 'en') || a.year - b.year,
  );
}

/** @throws if content/references.yaml has no source of that id. */
export function referenceOf(id: string): Reference {
  return entryOf(sources(), id, `<Cite id="${id}">: content/references.yaml has no source of that id`);
}

const sources = () =>
  withOwnEntries('content/references.yaml', `${courseName()}.references.yaml`, References).map(
    ({ entry }) => entry,
  );

/** Where the list has a source that no page cites, as when the page that did is gone: "file:line: what". */
export function uncitedSources(): string[] {
  const pages = globSync('content/{cases,chapters,symptoms}/**/*.mdx').map((file) =>
    readFileSync(file, 'utf8'),
  );
  const file = 'content/references.yaml';
  const { data, wrong } = readCheckedData(file, References);
  return data.flatMap(({ id }, i) =>
    pages.some((text) => text.includes(`<Cite id="${id}"`))
      ? []
      : [wrong([i, 'id'], `no page cites "${id}"`).message],
  );
}

/** "Rumelhart et al. 1986", "Glorot and Bengio 2010", "Wilson 1927". */
export function citationLabel({ authors, year }: Reference): string {
  const names = authors.map(familyName);
  const who = names.length > 2 ? `${names[0]} et al.` : names.join(' and ');
  return `${who} ${year}`;
}

/** Where the work can be found: its DOI if it has one, else its address. */
export function addressOf({ doi, url }: Reference): string | undefined {
  return doi ? `https://doi.org/${doi}` : url;
}

const familyName = (author: string) => author.split(', ')[0]!;
