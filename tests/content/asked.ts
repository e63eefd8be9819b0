/** What people ask, and the pages that must be found for it: content/asked.yaml, as far as the course has those pages. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { pageFile, pagesOf, readCourse } from '../../src/book/course.ts';
import { factOf } from '../../src/book/facts/fact-of.ts';
import { readCheckedData, readData } from '../../src/book/read-data.ts';

const Row = z.strictObject({
  ask: z.string().min(1),
  page: z.union([z.string(), z.array(z.string()).min(1)]),
  from: z.url().optional(),
});

/** Where a page says what decides, and where it leads from there. */
const Way = z.strictObject({
  /** A piece of the line of its tests that decides. */
  test: z.string().min(1),
  /** The section that tells the cause, "chapters/<id>#<anchor>". */
  explained: z.string().min(1),
  /** A program on the page itself, under content/, or a case or chapter that the page leads to. */
  live: z.string().min(1),
  /** The tag of that page in which it can be run. Defaults to "Bench". */
  in: z
    .string()
    .regex(/^[A-Z][A-Za-z]+$/)
    .optional(),
});

const Report = Row.extend({
  ...Way.shape,
  /** The beginning of the cause that the line of the test names. */
  cause: z.string().min(1),
  /** Two shares over seeds: before the mend, and after it. */
  mended: z.tuple([z.string(), z.string()]),
});

const Leaf = z.union([
  Way.extend({ leaf: z.string().min(1), page: z.string().min(1) }),
  z.strictObject({ leaf: z.string().min(1), why: z.string().min(1) }),
]);

/** What a course leaves out is left out here, too: a way that leads to a page of it is not asked for. */
const isListed = (address: string): boolean =>
  pagesOf(readCourse()).some((page) => address === page || address.startsWith(`${page}#`));

const Asked = z.strictObject({
  phrases: z.array(Row).default([]),
  strangers: z.array(Row.required({ from: true })).default([]),
  drawn: z.array(Row).default([]),
  reports: z.array(Report).default([]),
  field: z.array(Leaf).default([]),
});

const file = 'content/asked.yaml';

export interface AskedRow {
  ask: string;
  /** Addresses, each of them right: "/symptoms/nan-or-infinity/". */
  pages: string[];
}

export interface WayOn extends z.infer<typeof Way> {
  /** The page that says the test: the first of those that the course has. */
  page: string;
}

export interface AskedReport extends AskedRow, WayOn {
  cause: string;
  mended: [string, string];
}

type Explained = WayOn & { leaf: string };
type Unexplained = { leaf: string; why: string };

/** Of each kind the rows whose page the course has. */
export function readAsked(): {
  phrases: AskedRow[];
  strangers: AskedRow[];
  /** Questions that the search does not learn from. */
  drawn: AskedRow[];
  reports: AskedReport[];
  field: (Explained | Unexplained)[];
  /** Whether the course has the pages of nine rows in ten: shares of a few rows say nothing. */
  isMost: boolean;
} {
  const { phrases, strangers, drawn, reports, field } = Asked.parse(
    existsSync(file) ? readData(file, Asked) : {},
  );
  const listed = new Set(pagesOf(readCourse()));
  const rows = <Written extends z.infer<typeof Row>>(all: Written[]) =>
    all.flatMap(({ page, ...row }) => {
      const [first, ...others] = [page].flat().filter((name) => listed.has(name));
      return first === undefined
        ? []
        : [{ ...row, page: first, pages: [first, ...others].map((name) => `/${name}/`) }];
    });
  const short = [phrases, strangers, drawn];
  const kept = short.flatMap(rows).length;
  return {
    phrases: rows(phrases),
    strangers: rows(strangers),
    drawn: rows(drawn),
    reports: rows(reports),
    isMost: kept > 0 && kept >= 0.9 * short.flat().length,
    field: field.filter((row) => 'why' in row || listed.has(row.page)),
  };
}

/** The lines of a page's lists: bullets without their marks and links, and the numbered causes in their order. */
function listsOf(page: string): { tests: string[]; causes: string[] } {
  const lines = readFileSync(pageFile(page), 'utf8').split('\n');
  const plain = (line: string) => line.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`]/g, '');
  return {
    tests: lines.filter((line) => line.startsWith('- ')).map(plain),
    causes: lines.flatMap((line) => (/^\d+\. /.test(line) ? [plain(line).replace(/^\d+\. /, '')] : [])),
  };
}

/** What is not as it should be on the way from a page to the section that tells the cause, and to the program that shows it. */
export function gapsOf({ page, test: words, explained, live, in: tag = 'Bench' }: WayOn): string[] {
  const text = readFileSync(pageFile(page), 'utf8');
  const leadsTo = (place: string) => {
    const [target, anchor] = place.split('#');
    const part = anchor === undefined ? '' : `#${anchor}`;
    if (target === page) return part === '' || text.includes(`](${part})`);
    return !isListed(place) || text.includes(`](/${target}/${part}`);
  };
  const plain = words.replace(/[*`]/g, '');
  const isShown = live.startsWith(`${page}/`)
    ? text.includes(`<Bench program="${live}"`)
    : !isListed(live) ||
      (leadsTo(live) && new RegExp(`<${tag}\\b`).test(readFileSync(pageFile(live), 'utf8')));
  return [
    ...(listsOf(page).tests.some((one) => one.includes(plain)) ? [] : [`${page} has no test "${words}"`]),
    ...(leadsTo(explained) ? [] : [`${page} does not lead to ${explained}`]),
    ...(isShown ? [] : [`${page} does not show ${live}, nor lead to its ${tag}`]),
  ];
}

/** As `gapsOf`, and whether the line of the test names the cause by its number. */
export function gapsOfReport(report: WayOn & { cause: string }): string[] {
  const { tests, causes } = listsOf(report.page);
  const number = causes.findIndex((one) => one.startsWith(report.cause)) + 1;
  if (number === 0) return [`${report.page} has no cause "${report.cause}"`, ...gapsOf(report)];
  const line = tests.find((one) => one.includes(report.test.replace(/[*`]/g, '')));
  const isNamed = new RegExp(`[Cc]auses? [\\d, and]*${number}\\b`).test(line ?? '');
  const why = `${report.page}: the test "${report.test}" does not name cause ${number}`;
  return [...(isNamed ? [] : [why]), ...gapsOf(report)];
}

/** What a row names that no course has: a page of a section or a program, or a share. */
function namesNothing({ explained, live, mended = [] }: WayOn & { mended?: readonly string[] }): string[] {
  const pages = [explained, live].map((place) => place.split('#')[0]!.split('/').slice(0, 2).join('/'));
  const gone = pages.filter((page) => !existsSync(pageFile(page)));
  return [...gone.map((page) => `there is no page "${page}"`), ...mended.flatMap(whyNoFact)];
}

function whyNoFact(id: string): string[] {
  try {
    factOf(id);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** The entries that lean on what is no longer there, with file and line: a cause, a test, a section, a program or a share. */
export function mistakesInAsked(): string[] {
  if (!existsSync(file)) return [];
  const { data, wrong } = readCheckedData(file, Asked);
  const listed = new Set(pagesOf(readCourse()));
  const found = <Written extends { page: string | string[] }>(row: Written): (Written & WayOn)[] => {
    const page = [row.page].flat().find((name) => listed.has(name));
    return page === undefined ? [] : [{ ...row, page } as Written & WayOn];
  };
  return [
    ...data.reports.flatMap((row, i) =>
      found(row)
        .flatMap((one) => [...namesNothing(one), ...gapsOfReport(one)])
        .map((why) => wrong(['reports', i, 'cause'], why).message),
    ),
    ...data.field.flatMap((row, i) =>
      'why' in row
        ? []
        : found(row)
            .flatMap((one) => [...namesNothing(one), ...gapsOf(one)])
            .map((why) => wrong(['field', i, 'leaf'], why).message),
    ),
  ];
}
