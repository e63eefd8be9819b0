import type { Course } from './course.ts';

/** "12 October 2026", as the course's language writes it. @param day "2026-10-12" */
export function dayText(day: string, { language = 'en-GB' }: Pick<Course, 'language'>): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
