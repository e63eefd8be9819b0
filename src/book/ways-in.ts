import { pagesOf } from './course.ts';
import type { Course } from './course.ts';

/** A way into the book: the symptom one has, the chapters in order, or the broken programs themselves. */
export interface WayIn {
  id: 'symptoms' | 'chapters' | 'programs';
  title: string;
  pages: string[];
}

/** The ways in that a course offers, symptoms first; a way without pages is left out. */
export function waysIn(course: Course): WayIn[] {
  const of = (folder: string) => pagesOf(course).filter((page) => page.startsWith(folder));
  const ways: WayIn[] = [
    { id: 'symptoms', title: 'Symptoms', pages: of('symptoms/') },
    { id: 'chapters', title: 'Chapters', pages: of('chapters/') },
    { id: 'programs', title: 'Broken programs', pages: of('cases/') },
  ];
  return ways.filter((way) => way.pages.length > 0);
}
