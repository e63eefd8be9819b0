/** What has changed upstream, since this fork last took it over, in the pages that a course uses. Asks git, and changes nothing. */
import { execFileSync } from 'node:child_process';
import { type Course, courseFile, pageOfFile, pagesOf, replacedBy } from '../course.ts';

interface FileChange {
  status: 'A' | 'M' | 'D' | 'R';
  /** Where it was, and where it is now: seen from the project's root. */
  from: string;
  to: string;
}

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trimEnd();
}

const isThere = (ref: string): boolean => {
  try {
    git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
    return true;
  } catch {
    return false;
  }
};

/** @throws if there is none, with what to do. */
function upstreamRef(named: string | undefined): string {
  if (named !== undefined) {
    if (isThere(named)) return named;
    throw new Error(
      `diff: --upstream ${named}: git knows no such branch; fetch it first, or expected one such as "upstream/main"`,
    );
  }
  const found = ['upstream/main', 'upstream/master'].find(isThere);
  if (found) return found;
  throw new Error(
    'diff: there is no branch upstream/main. Name the book that you forked once, with\n  git remote add upstream <its address>\nand then each time\n  git fetch upstream',
  );
}

function changesOf(range: string, path: string): FileChange[] {
  const lines = git('diff', '--find-renames', '--name-status', range, '--', path).split('\n');
  return lines.filter(Boolean).map((line) => {
    const [status, from, to = from] = line.split('\t') as [string, string, string?];
    return { status: status[0] as FileChange['status'], from, to: to! };
  });
}

/** The page to whose files one belongs: "chapters/x" for each file in content/chapters/x, "symptoms/x" for content/symptoms/x.mdx. */
const pageOf = (file: string): string | undefined =>
  /^content\/((?:chapters|cases|symptoms)\/[^/.]+|workshop(?=\/))/.exec(file)?.[1];

/** @param named A branch or commit; by default upstream/main. */
export function upstreamText(course: Course, id: string, named?: string): string {
  const upstream = upstreamRef(named);
  const base = git('merge-base', 'HEAD', upstream);
  const range = `${base}..${upstream}`;
  const changes = changesOf(range, 'content');
  const used = pagesOf(course).flatMap((page) => {
    const replaced = replacedBy(page);
    return [
      { page, by: undefined as string | undefined },
      ...(replaced ? [{ page: replaced, by: page }] : []),
    ];
  });

  const told = used.flatMap(({ page, by }) => {
    const files = changes.filter(({ from }) => pageOf(from) === page);
    if (files.length === 0) return [];
    const commits = git(
      'log',
      '--format=    %h %s',
      range,
      '--',
      ...files.flatMap(({ from, to }) => [from, to]),
    );
    return [
      `  ${page}: ${whatBecameOf(files, id)}${by ? ` It is the page that your ${by} replaces.` : ''}\n${commits}`,
    ];
  });
  const shared = changes
    .filter(({ from }) => /^content\/(glossary|references|findings)\.yaml$/.test(from))
    .map(({ from }) => `  ${from}: ${git('diff', '--shortstat', range, '--', from).trim()}`);
  const fresh = changes.flatMap(({ status, to }) => {
    const page = pageOfFile(to.replace(/^content\//, ''));
    return status === 'A' && page !== undefined ? [`  ${page}`] : [];
  });
  const section = (title: string, lines: string[]) =>
    lines.length > 0 ? [`${title}\n${lines.join('\n')}`] : [];
  const parts = [
    ...section(`Changed in the pages of ${courseFile(id)}:`, told),
    ...section('Changed for all courses:', shared),
    ...section('New pages, which your course can list:', fresh),
  ];
  const since = `${git('log', '-1', '--format=%h of %cs', base)}, ${git('rev-list', '--count', range)} commits ago`;
  const head = `${upstream} against what this fork has of it (${since}).`;
  return parts.length === 0
    ? `${head}\nNothing has changed in the pages that ${courseFile(id)} uses.`
    : `${head}\n\n${parts.join('\n\n')}\n\nSee a change: git diff ${git('rev-parse', '--short', base)}..${upstream} -- content/<page>. Take them over: git merge ${upstream}`;
}

function whatBecameOf(files: readonly FileChange[], id: string): string {
  const main = files.find(({ from }) => pageOfFile(from.replace(/^content\//, '')) !== undefined);
  const moved = main?.status === 'R' ? pageOf(main.to) : undefined;
  if (moved !== undefined && moved !== pageOf(main!.from))
    return `it is now ${moved}. After you have merged, name it so in ${courseFile(id)}.`;
  if (main?.status === 'D')
    return `it is gone. After you have merged, take it out of ${courseFile(id)}, or keep its folder.`;
  return `${files.map(({ from, status }) => `${from.split('/').slice(3).join('/') || from.split('/').at(-1)}${status === 'A' ? ' (new)' : status === 'D' ? ' (gone)' : ''}`).join(', ')}.`;
}
