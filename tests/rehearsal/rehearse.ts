/**
 * `npm run rehearse`: what content/README.md promises to those who make the book theirs, tried in a copy of the project.
 *
 *     npm run rehearse                          all of it
 *     npm run rehearse -- new                   a new case and a new chapter, then without them again
 *     npm run rehearse -- negative-zero         one case, deleted; without a name each case of the course in turn
 *     npm run rehearse -- course                a course from one command and three edits of its file
 *     npm run rehearse -- fork                  pages of a fork's own, published as its workflow does
 *     npm run rehearse -- merge                 two of our releases, merged into a variant
 *     npm run rehearse -- --tests pages         of the gate only what a change of pages can break; or build: builds alone
 *
 * After each step the book must build and both halves of the gate pass, with nothing touched outside content/; only the house's
 * tests in a browser are left out, which never open a page of content/. When a case is deleted, the build must say with file and
 * line what leans on it, all at once; that is then taken away.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pagesOf, readCourse } from '../../src/book/course.ts';
import { tryCourse } from './course.ts';
import { tryFork } from './fork.ts';
import { tryMerges } from './merge.ts';
import { tryDeletion, tryNewPages, type Thoroughness } from './pages.ts';
import { commit, copyProject, git } from './project-copy.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tests: { type: 'string', default: 'all' } },
});
const thoroughness = values.tests as Thoroughness;
if (!['build', 'pages', 'all'].includes(thoroughness))
  throw new Error(`--tests ${thoroughness}: expected build, pages or all`);

const cases = pagesOf(readCourse()).flatMap((page) => /^cases\/(.+)$/.exec(page)?.[1] ?? []);
const rehearsals: Record<string, () => void> = {
  new: () => tryNewPages(thoroughness),
  course: tryCourse,
  fork: () => tryFork(thoroughness),
  merge: tryMerges,
  ...Object.fromEntries(cases.map((id) => [id, () => tryDeletion(id, thoroughness)])),
};
const chosen = positionals.length > 0 ? positionals : Object.keys(rehearsals);
const unknown = chosen.find((name) => !rehearsals[name]);
if (unknown !== undefined)
  throw new Error(`${unknown}: expected one of ${Object.keys(rehearsals).join(', ')}`);

const home = process.cwd();
const folder = copyProject();
try {
  process.chdir(folder);
  git('init', '--quiet', '--initial-branch', 'main');
  commit('As it is');
  for (const name of chosen) {
    git('checkout', '--quiet', '--force', 'main');
    git('clean', '--quiet', '--force', '-d', 'content');
    rehearsals[name]!();
  }
  console.log(`${chosen.length} of ${chosen.length} went well`);
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
} catch (error) {
  console.error(`${(error as Error).message}\n\nThe copy in which it failed is ${folder}`);
  process.exitCode = 1;
}
