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

/** On the page: the line of its tests that decides, and the beginning of the cause that this line names. */
const Report = Row.extend({
  test: z.string().min(1),
  cause: z.string().min(1),
  /** The program on that page that shows it, under content/. */
  live: z.string().optional(),
  /** The case that will show it. */
  waits: z.string().optional(),
});

const Asked = z.strictObject({
  phrases: z.array(Row).default([]),
  strangers: z.array(Row.required({ from: true })).default([]),
  reports: z.array(Report).default([]),
});

const file = 'content/asked.yaml';

export interface AskedRow {
  ask: string;
  /** Addresses, each of them right: "/symptoms/nan-or-infinity/". */
  pages: string[];
}

export interface AskedReport extends AskedRow {
  /** The page that says the test: the first of those that the course has. */
  page: string;
  test: string;
  cause: string;
  live?: string | undefined;
}

/** Of each kind the rows whose page the course has. */
export function readAsked(): { phrases: AskedRow[]; strangers: AskedRow[]; reports: AskedReport[] } {
  const { phrases, strangers, reports } = Asked.parse(existsSync(file) ? readData(file, Asked) : {});
  const listed = new Set(pagesOf(readCourse()));
  const rows = <Written extends z.infer<typeof Row>>(all: Written[]) =>
    all.flatMap(({ page, ...row }) => {
      const [first, ...others] = [page].flat().filter((name) => listed.has(name));
      return first === undefined
        ? []
        : [{ ...row, page: first, pages: [first, ...others].map((name) => `/${name}/`) }];
    });
  return { phrases: rows(phrases), strangers: rows(strangers), reports: rows(reports) };
}
