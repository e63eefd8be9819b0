/** A variant of the book, as a fork would make it: pages, a term and a source of its own beside some of ours. */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { type Course, readCourse } from '../../src/book/course.ts';
import { edit } from './project-copy.ts';

export const ownPages = ['chapters/lines', 'cases/downhill'];

/** Puts the pages of this folder into content/. */
export const addOwnPages = (): void => cpSync('tests/rehearsal/content', 'content', { recursive: true });

export function removeOwnPages(): void {
  for (const page of ownPages) rmSync(`content/${page}`, { recursive: true });
}

/**
 * Writes the course "variant".
 *
 * @param pages Which pages of ours, of those of the short course, it has, and what stands in for one of them.
 */
export function writeVariant(pages: (page: string) => string | undefined): void {
  addOwnPages();
  const { parts } = readCourse('two-weeks');
  const course: Course = {
    title: 'A variant',
    description: 'Ours, and some of theirs.',
    parts: [
      ...parts.map((part) => ({ title: part.title, pages: part.pages.flatMap((page) => pages(page) ?? []) })),
      { title: 'Our own', pages: ownPages },
    ],
  };
  writeFileSync('content/courses/variant.yaml', stringify(course));
  writeFileSync(
    'content/courses/variant.glossary.yaml',
    stringify([{ id: 'origin', term: 'origin', meaning: 'The point at which all coordinates are 0.' }]),
  );
  writeFileSync(
    'content/courses/variant.references.yaml',
    stringify([
      {
        id: 'galton-1886',
        authors: ['Galton, F.'],
        year: 1886,
        title: 'Regression towards mediocrity in hereditary stature',
        published: 'The Journal of the Anthropological Institute of Great Britain and Ireland 15',
      },
    ]),
  );
  edit('content/chapters/lines/chapter.mdx', (text) =>
    text.replace(
      '## From many',
      'A line without a bias goes through the <Term id="origin" />; the first straight lines through data had one (<Cite id="galton-1886" />). Compare [what prints zero](/symptoms/predicts-zero-or-minus-zero/).\n\n$&',
    ),
  );
}
