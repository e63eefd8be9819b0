/**
 * A variant with pages of its own takes over two of our releases: in the first a page gets another name, in the second a chapter is
 * rewritten and has a fact more. Git must merge both by itself; then the book builds, or says with file and line what to change.
 */
import { cpSync, globSync, readFileSync, renameSync } from 'node:fs';
import { asAuthor, commit, edit, git, run, tryRun } from './project-copy.ts';
import { writeVariant } from './variant.ts';

const oldName = 'predicts-zero-or-minus-zero';
const newName = 'predicts-minus-zero';
const chapter = 'chapters/dying-relu';
const ownChapter = 'chapters/our-dying-relu';

const variant = { BOOK_COURSE: 'variant' };

export function tryMerges(): void {
  console.log('a variant takes over two releases');
  const start = git('rev-parse', 'HEAD').trim();
  git('checkout', '--quiet', '-b', 'first-release');
  renamePage();
  commit('Call a page by another name');
  git('checkout', '--quiet', '-b', 'second-release');
  rewriteChapter();
  run('the second release builds', 'npm', ['run', 'build'], { BOOK_COURSE: 'book' });
  commit('Tell a chapter in another order, with a fact more');

  git('checkout', '--quiet', '-b', 'variant', start);
  writeVariant((page) => (page === chapter ? ownChapter : page));
  cpSync(`content/${chapter}/chapter.mdx`, `content/${ownChapter}/chapter.mdx`);
  edit(`content/${ownChapter}/chapter.mdx`, (text) =>
    text.replace(/^title: .*$/m, `title: Our own words\nreplaces: ${chapter}`),
  );
  run('measures what is new', 'npm', ['run', 'measure']);
  commit('A variant of our own');

  takeOver('first-release', new RegExp(`symptoms/${oldName}: it is now symptoms/${newName}`));
  mendWhatIsNamed();
  run('builds', 'npm', ['run', 'build'], variant);
  commit('After the first release');
  takeOver('second-release', new RegExp(`${chapter}: chapter.mdx, .*your ${ownChapter} replaces`));
  run('builds with nothing changed', 'npm', ['run', 'build'], variant);
}

function renamePage(): void {
  for (const file of globSync(`content/symptoms/${oldName}*`))
    renameSync(file, file.replace(oldName, newName));
  for (const file of globSync('content/**/*.{mdx,yaml}'))
    if (readFileSync(file, 'utf8').includes(oldName)) edit(file, (text) => text.replaceAll(oldName, newName));
}

/** Its sections in the opposite order, after a new beginning. */
function rewriteChapter(): void {
  edit(`content/${chapter}/facts.ts`, (text) =>
    text.replace(
      /^( *)(?='read-the-rate': \{)/m,
      `$1'limit-at-a-tenth': {\n$1  value: () => 1 / (2 * 0.1),\n$1  say: say.digits(1),\n$1  how: 'the largest Θ that a step at a rate of 0.1 leaves on its side: 1/(2η)',\n$1},\n$1`,
    ),
  );
  edit(`content/${chapter}/chapter.mdx`, (text) => {
    const [head, ...sections] = text.split(/^(?=## )/m);
    const beginning = `## Before you begin\n\nAt a rate of 0.1 the limit is <Fact id="dying-relu.limit-at-a-tenth" />.\n\n`;
    return [head, beginning, ...sections.reverse().map((section) => `${section.trimEnd()}\n\n`)].join('');
  });
}

/** @param told What the comparison with the release must tell beforehand. */
function takeOver(release: string, told: RegExp): void {
  const said = run(`compares itself with the ${release}`, 'npm', [
    'run',
    'course',
    '--',
    'diff',
    'variant',
    '--upstream',
    release,
  ]);
  if (!told.test(said)) throw new Error(`course -- diff does not tell ${told}:\n${said}`);
  const { isWell, said: merged } = tryRun('git', [...asAuthor, 'merge', '--no-edit', release]);
  if (!isWell) throw new Error(`git merge ${release}:\n${merged}`);
  console.log(`   merges the ${release} without a conflict`);
}

/** Puts the page's new name wherever a check names the old one, as an author would. */
function mendWhatIsNamed(): void {
  const named = new Set<string>();
  for (let round = 1; ; round++) {
    const { isWell, said } = tryRun('npm', ['run', '--silent', 'course', '--', 'check', 'variant']);
    if (isWell) break;
    const places = [...said.matchAll(/^(content\/\S+):(\d+): (.*)$/gm)];
    if (places.length === 0 || round > 3) throw new Error(`it is not said where:\n${said}`);
    for (const [, file, line, what] of places) {
      named.add(`${file}:${line}`);
      console.log(`      ${file}:${line}: ${what}`);
      edit(file!, (text) =>
        text
          .split('\n')
          .with(Number(line) - 1, text.split('\n')[Number(line) - 1]!.replace(oldName, newName))
          .join('\n'),
      );
    }
  }
  const ours = [...named].filter((place) => /variant|lines|our-/.test(place));
  if (named.size === 0 || ours.length !== named.size) throw new Error(`named: ${[...named].join(', ')}`);
  console.log(`   ${named.size} places of the variant's own files are named, and mended`);
}
