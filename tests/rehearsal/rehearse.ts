/**
 * `npm run rehearse`: what content/README.md promises to those who add and delete pages, tried in a copy of the project.
 *
 *     npm run rehearse                          new pages, then without them again, then each case of the course deleted in turn
 *     npm run rehearse -- new                   the new pages alone
 *     npm run rehearse -- negative-zero         one case, deleted
 *     npm run rehearse -- --build               builds only, without tests
 *
 * After each step the book must build and both halves of the gate pass, with nothing touched outside content/; only the house's
 * tests in a browser are left out, which never open a page of content/. When a case is deleted, the build must say with file and
 * line what leans on it, all at once; that is then taken away.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { courseFile, pagesOf, readCourse } from '../../src/book/course.ts';
import { placeOf, takeAway } from './take-away.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { build: { type: 'boolean', default: false } },
});

const stages = 'types,lint,unused,unit,pages,size,site';

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1e8 });

/** All that is the project's, in a folder of its own that knows what is changed in it. Its packages are found further up. */
function copyProject(): string {
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(resolve('.cache/rehearsal-'));
  const kept = ['.cache/facts.json', 'src/kernel/build/kernel.wasm'];
  const files = git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
  for (const file of [...files.filter((name) => name !== '' && existsSync(name)), ...kept]) {
    if (!existsSync(file)) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  return folder;
}

function run(what: string, command: string, args: string[]): void {
  console.log(`   ${what}`);
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${what}: failed\n${stdout.slice(-6000)}\n${stderr.slice(-6000)}`);
}

/** The book builds, its content passes, and nothing is touched outside content/. */
function check(): void {
  run('measures what is new', 'npm', ['run', 'measure']);
  run('builds', 'npm', ['run', 'build']);
  if (!values.build) run('tests both halves', 'npm', ['test', '--', '--only', stages]);
  const outside = git('status', '--porcelain', '--untracked-files=all')
    .split('\n')
    .filter((line) => line !== '' && !line.slice(3).startsWith('content/'));
  if (outside.length > 0) throw new Error(`touched outside content/:\n${outside.join('\n')}`);
}

/** Everything that the content says is wrong with it. */
function mistakes(): string[] {
  const printed = execFileSync(process.execPath, ['tests/rehearsal/print-mistakes.ts'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return JSON.parse(printed) as string[];
}

const editCourse = (edit: (text: string) => string): void =>
  writeFileSync(courseFile(), edit(readFileSync(courseFile(), 'utf8')));

/** What a course asks of its chapters is the author's own; these try what the house asks. */
const withoutPolicy = (text: string): string => text.replace(/^policy:\n(?:[ #].*\n|\n)*/m, '');

function tryNewPages(): void {
  const pages = { 'cases/downhill': 'cases', 'chapters/lines': 'chapters' };
  cpSync('tests/rehearsal/content', 'content', { recursive: true });
  editCourse((text) => {
    let edited = withoutPolicy(text);
    for (const [page, kind] of Object.entries(pages))
      edited = edited.replace(new RegExp(`^( *- )${kind}/.+$`, 'm'), `$&\n$1${page}`);
    return edited;
  });
  console.log('a new case and a new chapter');
  check();
  for (const page of Object.keys(pages)) {
    rmSync(`content/${page}`, { recursive: true });
    editCourse((text) => text.replace(new RegExp(`^ *- ${page}\n`, 'm'), ''));
  }
  console.log('without them again');
  check();
}

function tryDeletion(caseId: string): void {
  console.log(`without ${caseId}`);
  rmSync(`content/cases/${caseId}`, { recursive: true });
  for (const file of git('ls-files', 'content/courses').trim().split('\n')) {
    const text = readFileSync(file, 'utf8').replace(new RegExp(`^ *- cases/${caseId}\n`, 'm'), '');
    writeFileSync(file, withoutPolicy(text));
  }
  for (let round = 1; ; round++) {
    const all = mistakes();
    if (all.length === 0) break;
    if (round > 40) throw new Error(`still wrong:\n${all.join('\n')}`);
    const files = Map.groupBy(all.map(placeOf), ({ file }) => file);
    console.log(`   round ${round}: ${all.length} places in ${files.size} files are named`);
    if (round > 1) for (const one of all) console.log(`      ${one}`);
    for (const [file, places] of files) takeAway(file, places);
  }
  check();
}

const cases = pagesOf(readCourse()).flatMap((page) => /^cases\/(.+)$/.exec(page)?.[1] ?? []);
const steps = positionals.length > 0 ? positionals : ['new', ...cases];
const home = process.cwd();
const folder = copyProject();
try {
  process.chdir(folder);
  git('init', '--quiet');
  const commit = ['-c', 'user.name=x', '-c', 'user.email=x@x', 'commit', '--quiet', '-m', 'As it is'];
  git('add', '--all');
  git(...commit);
  for (const step of steps) {
    git('checkout', '--quiet', '--', '.');
    git('clean', '--quiet', '--force', '-d', 'content');
    if (step === 'new') tryNewPages();
    else tryDeletion(step);
  }
  console.log(`${steps.length} of ${steps.length} went well`);
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
} catch (error) {
  console.error(`${(error as Error).message}\n\nThe copy in which it failed is ${folder}`);
  process.exitCode = 1;
}
