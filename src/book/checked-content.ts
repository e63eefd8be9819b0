/**
 * Holds the whole content against what it says of itself before a page is made, within seconds, and names every mistake with file
 * and line: programs that do not keep their contract, or do not do what their spec says; experiments, facts and exercises that
 * name what is not there; and sweeps that were measured with something else.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { checkExercisePolicy } from './course-exercises.ts';
import { type Course, pageFile, pagesOf } from './course.ts';
import { readExercises } from './exercises.ts';
import { checkPrograms, lettersOf } from './experiments/measured.ts';
import { pageFolders } from './experiments/page-folders.ts';
import { checkedProgram } from './experiments/programs.ts';
import { experimentsOf } from './experiments/read-experiments.ts';
import { type Fact, factOf } from './facts/fact-of.ts';
import { factUses } from './facts/fact-uses.ts';

/** Every mistake of a course's content, a sentence each. */
export function mistakesOf(course: Course): string[] {
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

  note(() => checkExercisePolicy());
  for (const file of globSync('content/{cases,chapters}/*/program*.ts').sort())
    note(() => checkedProgram(file));
  for (const folder of pageFolders()) note(() => checkPrograms(experimentsOf(folder)));
  for (const page of pagesOf(course)) {
    const [kind, id] = page.split('/') as [string, string];
    if (kind === 'chapters' && existsSync(`content/${page}/exercises.yaml`)) note(() => readExercises(id));
    for (const { file, line, tag, name } of casesNamedBy(pageFile(page)))
      if (!existsSync(`content/cases/${name}`))
        mistakes.add(`${file}:${line}: ${tag}: there is no content/cases/${name}`);
  }
  for (const { id, file, line } of factUses(course)) {
    note(() => factOf(id), `${file}:${line}: the fact "${id}": `);
    note(() => {
      const fact = known(id);
      if (fact?.kind === 'share') lettersOf(fact.sweep);
    });
  }
  return [...mistakes];
}

function known(id: string): Fact | undefined {
  try {
    return factOf(id);
  } catch {
    return undefined;
  }
}

/** The cases that a page's tags name. */
function casesNamedBy(file: string): { file: string; line: number; tag: string; name: string }[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/<([A-Z]\w*)\b[^>]*?\scase="([^"]+)"/g)].map(({ 1: tag, 2: name, index }) => ({
    file,
    line: text.slice(0, index).split('\n').length,
    tag: `<${tag} case="${name}">`,
    name: name!,
  }));
}

/** Stops a build whose content is wrong, and says so in development. */
export function checkedContent(course: Course): AstroIntegration {
  return {
    name: 'content',
    hooks: {
      'astro:build:start': () => {
        const mistakes = mistakesOf(course);
        if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
      },
      'astro:server:setup': ({ logger }) => {
        for (const mistake of mistakesOf(course)) logger.error(mistake);
      },
    },
  };
}
