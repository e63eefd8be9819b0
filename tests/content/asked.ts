/** What people ask, and the pages that must be found for it: content/asked.yaml, as far as the course has those pages. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { pagesOf, readCourse } from '../../src/book/course.ts';
import { readData } from '../../src/book/read-data.ts';

const Row = z.strictObject({
  ask: z.string().min(1),
  page: z.union([z.string(), z.array(z.string()).min(1)]),
  from: z.url().optional(),
});

const Asked = z.strictObject({
  phrases: z.array(Row).default([]),
  strangers: z.array(Row.required({ from: true })).default([]),
  reports: z.array(Row).default([]),
});

const file = 'content/asked.yaml';

export interface AskedRow {
  ask: string;
  /** Addresses, each of them right: "/symptoms/nan-or-infinity/". */
  pages: string[];
}

/** Of each kind the rows whose page the course has. */
export function readAsked(): Record<'phrases' | 'strangers' | 'reports', AskedRow[]> {
  const { phrases, strangers, reports } = Asked.parse(existsSync(file) ? readData(file, Asked) : {});
  const listed = new Set(pagesOf(readCourse()));
  const rows = (all: z.infer<typeof Row>[]) =>
    all.flatMap(({ ask, page }) => {
      const pages = [page].flat().filter((name) => listed.has(name));
      return pages.length > 0 ? [{ ask, pages: pages.map((name) => `/${name}/`) }] : [];
    });
  return { phrases: rows(phrases), strangers: rows(strangers), reports: rows(reports) };
}
