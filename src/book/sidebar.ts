import type { Course } from './course.ts';

/** The course as Starlight's sidebar: one group a part, pages in the course's order. */
export function sidebarOf(course: Course): { label: string; items: { slug: string }[] }[] {
  return course.parts.map((part) => ({ label: part.title, items: part.pages.map((slug) => ({ slug })) }));
}
