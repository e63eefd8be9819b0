/**
 * content/findings.yaml: for each code of the diagnosis the sections of the book that explain it. An unknown code, a page or a
 * heading that there is not stops the build with file and line; a page that the course leaves out is dropped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { findingWords } from '../words/findings.ts';
import { addressee, Page, pageFile } from './course.ts';
import type { Course } from './course.ts';
import { headOf } from './head-of.ts';
import { expectedNames } from './nearest.ts';
import { headingId } from './page-headings.ts';
import type { PageMentions, WrittenLink } from './page-links.ts';
import { readCheckedData } from './read-data.ts';
import { filesStand } from './standing-files.ts';

/** A section as a link to it says: "What it takes to be dead" in "Dying ReLU". */
export interface FindingSection {
  /** From the book's root: "/chapters/dying-relu/#what-it-takes-to-be-dead". */
  address: string;
  title: string;
}

/** What a page needs for its findings: the sections, and by code which of them. */
export interface FindingSections {
  sections: FindingSection[];
  byCode: Record<string, number[]>;
}

const Sections = z.record(z.string(), z.array(z.string()).min(1, 'expected at least one section'));

/** @param file Defaults to the book's own. */
export function readFindingSections(course: Course, file = 'content/findings.yaml'): FindingSections {
  if (!existsSync(file)) return { sections: [], byCode: {} };
  const { data, wrong } = readCheckedData(file, Sections);
  const found: FindingSections = { sections: [], byCode: {} };
  const mistakes: string[] = [];
  const note = (path: (string | number)[], why: string) => void mistakes.push(wrong(path, why).message);
  for (const [code, places] of Object.entries(data)) {
    if (!Object.hasOwn(findingWords, code)) {
      const expected = expectedNames(code, Object.keys(findingWords));
      note([code], `"${code}" is no code of a finding; ${expected}`);
    }
    const indices = places.flatMap((place, at) => {
      const [page, anchor] = place.split('#') as [string, string?];
      const known = Page.safeParse(page);
      if (!known.success) {
        note([code, at], known.error.issues[0]!.message);
        return [];
      }
      const written = sectionOf(page, anchor);
      if (!written) {
        const headings = headingsOf(page).map(({ id }) => id);
        const expected = expectedNames(anchor!, headings);
        note([code, at], `${pageFile(page)} has no heading "${anchor}"; ${expected}`);
        return [];
      }
      const there = addressee(course, page);
      if (there === undefined) return [];
      // The page that stands in for another need not have its headings.
      const section = there === page ? written : sectionOf(there, undefined)!;
      const same = found.sections.findIndex(({ address }) => address === section.address);
      return [same >= 0 ? same : found.sections.push(section) - 1];
    });
    if (indices.length > 0) found.byCode[code] = indices;
  }
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return found;
}

/** The sections as links that are checked when the book is built: whether each heading has the id that is named. */
export function findingLinks(course: Course, file = 'content/findings.yaml'): PageMentions {
  const { sections } = readFindingSections(course, file);
  const lines = sections.length > 0 ? readFileSync(file, 'utf8').split('\n') : [];
  const links = sections.map(({ address }): WrittenLink => {
    const [path, anchor = ''] = address.split('#') as [string, string?];
    const place = path.slice(1, -1) + (anchor && `#${anchor}`);
    return { file, line: lines.findIndex((text) => text.includes(place)) + 1, address, path, anchor };
  });
  return { links, leftOut: [] };
}

function sectionOf(page: string, anchor: string | undefined): FindingSection | undefined {
  if (anchor === undefined) {
    const { title } = headOf(pageFile(page));
    return { address: `/${page}/`, title: typeof title === 'string' ? title : page };
  }
  const heading = headingsOf(page).find(({ id }) => id === anchor);
  return heading && { address: `/${page}/#${anchor}`, title: heading.text };
}

interface Heading {
  text: string;
  id: string;
}

const knownHeadings = new Map<string, Heading[]>();

/** The headings of a page with the ids that they get. */
function headingsOf(page: string): Heading[] {
  const file = pageFile(page);
  const before = knownHeadings.get(file);
  if (before && filesStand()) return before;
  const headings = [...readFileSync(file, 'utf8').matchAll(/^#{2,4} +(.+)$/gm)].map(([, text]) => ({
    text: text!.trim().replaceAll("'", '’').replaceAll('`', ''),
    id: headingId(text!.trim()),
  }));
  knownHeadings.set(file, headings);
  return headings;
}
