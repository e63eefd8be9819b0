/** What content/README.md promises to those who add and delete pages. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { courseFile } from '../../src/book/course.ts';
import { edit, expectContentAlone, git, run } from './project-copy.ts';
import { placeOf, takeAway } from './take-away.ts';
import { addOwnPages, ownPages, removeOwnPages } from './variant.ts';

/** How much of the gate is run after each step. */
export type Thoroughness = 'build' | 'pages' | 'all';

/** Of both halves all but what opens no page of content/ in a browser. */
const stages = 'types,lint,unused,unit,pages,size,site';

/** Tests of the content that read all of it, and no page's own programs. */
const readers = [
  'asked',
  'attempts',
  'bench-links',
  'exercises',
  'facts-command',
  'glossary',
  'mends',
  'policy',
];

function check(thoroughness: Thoroughness): void {
  run('measures what is new', 'npm', ['run', 'measure']);
  run('builds', 'npm', ['run', 'build']);
  if (thoroughness === 'all') run('passes both halves of the gate', 'npm', ['test', '--', '--only', stages]);
  if (thoroughness === 'pages') {
    const content = ['vitest', 'run', '--config', 'tests/config/vitest.config.ts', '--project', 'content'];
    run('type-checks', 'npm', ['run', 'types']);
    run('passes what reads all of the content', 'npx', [
      ...content,
      ...readers.map((name) => `tests/content/${name}`),
    ]);
    const names = ownPages.map((page) => page.split('/')[1]).join('|');
    run('passes what is tried of the new pages', 'npx', [
      ...content,
      'tests/content',
      '-t',
      `\\b(${names})\\b`,
      '--passWithNoTests',
    ]);
  }
  expectContentAlone();
}

/** What a course asks of its chapters is the author's own; these try what the house asks. */
const withoutPolicy = (text: string): string => text.replace(/^policy:\n(?:[ #].*\n|\n)*/m, '');

export function tryNewPages(thoroughness: Thoroughness): void {
  addOwnPages();
  edit(courseFile(), (text) =>
    ownPages.reduce(
      (edited, page) => edited.replace(new RegExp(`^( *- )${page.split('/')[0]}/.+$`, 'm'), `$&\n$1${page}`),
      withoutPolicy(text),
    ),
  );
  console.log('a new case and a new chapter');
  check(thoroughness);
  removeOwnPages();
  edit(courseFile(), (text) =>
    ownPages.reduce((edited, page) => edited.replace(new RegExp(`^ *- ${page}\n`, 'm'), ''), text),
  );
  console.log('without them again');
  check(thoroughness);
}

/** Everything that the content says is wrong with it. */
function mistakes(): string[] {
  const printed = execFileSync(process.execPath, ['tests/rehearsal/print-mistakes.ts'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return JSON.parse(printed) as string[];
}

export function tryDeletion(caseId: string, thoroughness: Thoroughness): void {
  console.log(`without ${caseId}`);
  rmSync(`content/cases/${caseId}`, { recursive: true });
  for (const file of git('ls-files', 'content/courses').trim().split('\n'))
    edit(file, (text) => withoutPolicy(text.replace(new RegExp(`^ *- cases/${caseId}\n`, 'm'), '')));
  for (let round = 1; ; round++) {
    const all = mistakes();
    if (all.length === 0) break;
    if (round > 40) throw new Error(`still wrong:\n${all.join('\n')}`);
    const files = Map.groupBy(all.map(placeOf), ({ file }) => file);
    console.log(`   round ${round}: ${all.length} places in ${files.size} files are named`);
    if (round > 1) for (const one of all) console.log(`      ${one}`);
    for (const [file, places] of files) takeAway(file, places);
  }
  check(thoroughness);
}
