import { addressUnder } from './base-path.ts';
import { pagesOf, readCourse } from './course.ts';

/** Where the workshop is; undefined where the course leaves it out. @param base The path the book is served under. */
export const workshopAddress = (base: string): string | undefined =>
  pagesOf(readCourse()).includes('workshop') ? addressUnder(base, '/workshop/') : undefined;
