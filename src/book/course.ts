/**
 * The course file: which pages the book has, in which order.
 *
 * A course is one YAML file in content/courses. A page that no part lists is not built;
 * a page that is listed and does not exist stops the build.
 */
import { readFileSync, existsSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const Part = z.strictObject({
  title: z.string().min(1),
  pages: z
    .array(
      z
        .string()
        .regex(
          /^(chapters|cases|symptoms)\/[a-z0-9-]+$/,
          'expected "chapters/<id>", "cases/<id>" or "symptoms/<id>"',
        ),
    )
    .min(1),
});

const Course = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  parts: z.array(Part).min(1),
});

export type Course = z.infer<typeof Course>;

/** Where the file of a page lies, seen from the project's root: "cases/x" is "content/cases/x/case.mdx". */
export function pageFile(page: string): string {
  const [kind, id] = page.split('/');
  if (kind === 'symptoms') return `content/symptoms/${id}.mdx`;
  return `content/${kind}/${id}/${kind === 'cases' ? 'case' : 'chapter'}.mdx`;
}

/**
 * Reads a course by its name in content/courses.
 *
 * @param name Defaults to the environment's BOOK_COURSE, else "book".
 * @throws if the file is missing, malformed, or lists a page that does not exist; the message names file, field and expectation.
 */
export function readCourse(name = process.env['BOOK_COURSE'] ?? 'book'): Course {
  const file = `content/courses/${name}.yaml`;
  if (!existsSync(file)) throw new Error(`${file}: no such course; expected a file of that name`);
  const parsed = Course.safeParse(parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  for (const [p, part] of parsed.data.parts.entries()) {
    for (const [i, page] of part.pages.entries()) {
      if (!existsSync(pageFile(page))) {
        throw new Error(
          `${file}: parts[${p}].pages[${i}] is "${page}", but ${pageFile(page)} does not exist`,
        );
      }
    }
  }
  return parsed.data;
}
