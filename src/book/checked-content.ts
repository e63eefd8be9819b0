/**
 * Holds the whole content against what it says of itself before a page is made, within seconds, and names every mistake with file
 * and line: programs that do not keep their contract, or do not do what their spec says; tags, links, experiments, facts, exercises,
 * terms, findings and claims that name what is not there; and sweeps that were measured with something else.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { readClaims } from './claims/read-claims.ts';
import { checkExercisePolicy } from './course-exercises.ts';
import type { AuthorComponent } from './author-components.ts';
import { type Course, pageFile, pagesOf, readCourse } from './course.ts';
import { readExercises } from './exercises.ts';
import { checkPrograms, lettersOf } from './experiments/measured.ts';
import { pageFolders } from './experiments/page-folders.ts';
import { checkedProgram } from './experiments/programs.ts';
import { experimentsOf } from './experiments/read-experiments.ts';
import { checkHeads } from './page-head.ts';
import { type Fact, factOf } from './facts/fact-of.ts';
import { factUses } from './facts/fact-uses.ts';
import { readFindingSections } from './finding-sections.ts';
import { passedAsGiven } from './given-programs.ts';
import { readGlossary } from './glossary.ts';
import { mistakesOfPage } from './page-mistakes.ts';
import { uncitedSources } from './references.ts';
import { letFilesStand } from './standing-files.ts';
import { tellMistakes } from './told-in-development.ts';

/** Every mistake of a course's content, a sentence each. */
export function mistakesOf(course: Course, components: ReadonlyMap<string, AuthorComponent>): string[] {
  const mistakes = new Set<string>();
  const note = (check: () => unknown, where = ''): void => {
    try {
      check();
    } catch (error) {
      // What names its own file is said once, wherever it was met.
      for (const line of (error as Error).message.split('\n'))
        mistakes.add(/^content\/\S+: /.test(line) ? line : `${where}${line}`);
    }
  };

  note(() => checkHeads(course));
  note(() => checkExercisePolicy());
  for (const file of globSync('content/*/*/program*.ts').sort()) note(() => checkedProgram(file));
  for (const folder of pageFolders()) note(() => checkPrograms(experimentsOf(folder)));
  note(() => readClaims());
  note(() => readGlossary());
  note(() => readFindingSections(course));
  const shown = new Set(
    pagesOf(course).flatMap((page) =>
      [...readFileSync(pageFile(page), 'utf8').matchAll(/<Exercises\b[^>]*?\schapter="([^"]+)"/g)].map(
        ([, id]) => id,
      ),
    ),
  );
  for (const page of pagesOf(course)) {
    const [kind, id] = page.split('/') as [string, string];
    if (kind === 'chapters' && existsSync(`content/${page}/exercises.yaml`)) {
      note(() => readExercises(id));
      if (!shown.has(id))
        mistakes.add(
          `content/${page}/exercises.yaml:1: no page of the course shows these exercises; write <Exercises chapter="${id}" /> in ${pageFile(page)}`,
        );
    }
    for (const mistake of mistakesOfPage(pageFile(page), course, components)) mistakes.add(mistake);
  }
  for (const { id, file, line } of factUses(course)) {
    // Those in tags have been told with their tags.
    if (!file.endsWith('.mdx')) note(() => factOf(id), `${file}:${line}: the fact "${id}": `);
    note(() => {
      const fact = known(id);
      if (fact?.kind === 'share') lettersOf(fact.sweep);
    });
  }
  // What comes of another mistake is not told beside it.
  const all = [...mistakes];
  const ofItself = (mistake: string) => !all.some((other) => other !== mistake && mistake.endsWith(other));
  return all.filter(ofItself).sort(byPlace);
}

const byPlace = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true });

function known(id: string): Fact | undefined {
  try {
    return factOf(id);
  } catch {
    return undefined;
  }
}

/** Stops a build whose content is wrong, and has it said in development. */
export function checkedContent(
  course: Course,
  components: ReadonlyMap<string, AuthorComponent>,
): AstroIntegration {
  const expectNone = (mistakes: readonly string[]): void => {
    if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  };
  /** They run in threads of their own while the pages are made. */
  let passing: Promise<string[]> | undefined;
  return {
    name: 'content',
    hooks: {
      'astro:build:start': ({ logger }) => {
        letFilesStand();
        expectNone(mistakesOf(course, components));
        for (const what of uncitedSources()) logger.warn(what);
        passing = passedAsGiven(course);
        // What goes wrong there is told at the end, if nothing ends the build before.
        passing.catch(() => {});
      },
      'astro:build:done': async () => expectNone(await passing!),
      'astro:server:setup': ({ server, logger }) =>
        tellMistakes({
          server,
          log: (mistake) => logger.error(mistake),
          // The course of the file as it is now: of one that is wrong the server goes on with what was right.
          mistakes: () => {
            try {
              return mistakesOf(readCourse(), components);
            } catch (error) {
              return (error as Error).message.split('\n');
            }
          },
          laterMistakes: () => passedAsGiven(readCourse()),
        }),
    },
  };
}
