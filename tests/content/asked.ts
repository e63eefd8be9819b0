/** What people ask, and the pages that must be found for it: content/asked.yaml, as far as the course has those pages. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { pageFile, pagesOf, readCourse } from '../../src/book/course.ts';
import { readCheckedData, readData } from '../../src/book/read-data.ts';

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

/** The lines of a page's lists: bullets without their marks and links, and the numbered causes in their order. */
export function listsOf(page: string): { tests: string[]; causes: string[] } {
  const lines = readFileSync(pageFile(page), 'utf8').split('\n');
  const plain = (line: string) => line.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`]/g, '');
  return {
    tests: lines.filter((line) => line.startsWith('- ')).map(plain),
    causes: lines.flatMap((line) => (/^\d+\. /.test(line) ? [plain(line).replace(/^\d+\. /, '')] : [])),
  };
}

/** The reports whose cause is no longer on its page, with file and line. */
export function mistakesInAsked(): string[] {
  if (!existsSync(file)) return [];
  const { data, wrong } = readCheckedData(file, Asked);
  const listed = new Set(pagesOf(readCourse()));
  return data.reports.flatMap(({ page, cause }, i) => {
    const first = [page].flat().find((name) => listed.has(name));
    if (first === undefined || listsOf(first).causes.some((one) => one.startsWith(cause))) return [];
    return [wrong(['reports', i, 'cause'], `${first} has no cause "${cause}"`).message];
  });
}
