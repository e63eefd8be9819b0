import { addressUnder } from './base-path.ts';
import { readCourse } from './course.ts';

/**
 * Where the clinic is; undefined where the course leaves it out.
 *
 * @param base The path the book is served under.
 * @param known Fields that it is to open with: "hidden=relu; printed=nan".
 */
export function clinicAddress(base: string, known = ''): string | undefined {
  if (readCourse().clinic === false) return undefined;
  const fields = known.split(';').flatMap((part): [string, string][] => {
    const [field, ...value] = part.trim().split('=');
    return field ? [[field, value.join('=')]] : [];
  });
  return `${addressUnder(base, '/clinic/')}${fields.length > 0 ? `?${new URLSearchParams(fields)}` : ''}`;
}
