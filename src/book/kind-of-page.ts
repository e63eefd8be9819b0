import { pagesOf } from './course.ts';
import type { Course } from './course.ts';

/**
 * What a page is, as its title block says it: "Chapter 3" (counted in the course's order), "Case" or "Symptom".
 * A page outside the course, such as the glossary, is none of these, and neither is the workshop.
 */
export function kindOfPage(course: Course, page: string): string | undefined {
  const pages = pagesOf(course);
  if (!pages.includes(page)) return undefined;
  if (page.startsWith('cases/')) return 'Case';
  if (page.startsWith('symptoms/')) return 'Symptom';
  if (!page.startsWith('chapters/')) return undefined;
  return `Chapter ${pages.filter((other) => other.startsWith('chapters/')).indexOf(page) + 1}`;
}
