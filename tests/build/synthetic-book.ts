/**
 * A course of any length, to measure how a build grows: a tenth of its pages are broken programs, half chapters, the rest symptoms.
 * Each has the length, formulas, terms, citations, links, code and exhibits of a page of the book; the programs are one of the book's.
 */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGlossary } from '../../src/book/glossary.ts';
import { readReferences } from '../../src/book/references.ts';

/** Writes the pages into the content of a book, and the course that lists them. */
export function writeSyntheticBook(folder: string, pageCount: number): void {
  const content = join(folder, 'content');
  const caseCount = Math.round(pageCount / 10);
  const chapterCount = Math.round(pageCount / 2);
  const cases = names('cases', caseCount);
  const chapters = names('chapters', chapterCount);
  const symptoms = names('symptoms', pageCount - caseCount - chapterCount);
  const all = [...symptoms, ...chapters, ...cases];

  const model = readdirSync(join(content, 'cases')).sort().at(-1)!;
  for (const page of cases) {
    mkdirSync(join(content, page), { recursive: true });
    cpSync(join(content, 'cases', model), join(content, page), { recursive: true });
    const id = page.split('/')[1]!;
    const exhibits = `<Bench case="${id}" />\n\n<TakeHome case="${id}" />\n`;
    writeFileSync(join(content, page, 'case.mdx'), `${proseOf(page, all)}\n${exhibits}`);
  }
  for (const page of chapters) {
    mkdirSync(join(content, page), { recursive: true });
    writeFileSync(
      join(content, page, 'chapter.mdx'),
      `${proseOf(page, all)}\n<SlopeProfile />\n\n<ActivationExplorer preset="relu" />\n\n<Exercises chapter="${page.split('/')[1]!}" />\n`,
    );
    writeFileSync(join(content, page, 'exercises.yaml'), exercisesOf(page.split('/')[1]!));
  }
  for (const page of symptoms) {
    writeFileSync(join(content, `${page}.mdx`), proseOf(page, all));
  }
  const part = (title: string, pages: string[]) =>
    `  - title: ${title}\n    pages:\n${pages.map((page) => `      - ${page}\n`).join('')}`;
  writeFileSync(
    join(content, 'courses', 'synthetic.yaml'),
    `title: A long book\ndescription: To measure how a build grows.\nparts:\n${part('Symptoms', symptoms)}${part('Chapters', chapters)}${part('Programs', cases)}`,
  );
}

const names = (kind: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${kind}/synthetic-${kind.replace(/s$/, '')}-${i + 1}`);

const terms = readGlossary().map(({ id }) => id);
const sources = readReferences().map(({ id }) => id);

/** About a thousand words, in eight sections. */
function proseOf(page: string, all: readonly string[]): string {
  const at = all.indexOf(page);
  const pick = <T>(from: readonly T[], n: number): T => from[(at * 7 + n) % from.length]!;
  const section = (n: number) => `## What the layer ${n} of it does

${sentence.repeat(5)}A <Term id="${pick(terms, n)}" /> is at work in it, as <Cite id="${pick(sources, n)}" /> found. ${sentence.repeat(3)}See [another page](/${pick(all, n * 13)}/#what-the-layer-${n}-of-it-does).

$$
\\delta_j = f'(z_j) \\sum_k w_{kj} \\delta_k, \\qquad b \\leftarrow b - \\eta\\, \\delta_{${n}}
$$

${n % 2 ? `\`\`\`python\nfor unit in range(${n + 4}):\n    delta[unit] = slope(z[unit]) * error[unit]\n\`\`\`` : `- ${sentence}\n- ${sentence}`}
`;
  return `---
title: Page ${at + 1} of a long book
description: A page as long as those of the book, to measure how a build grows.
---

${Array.from({ length: 8 }, (_, n) => section(n + 1)).join('\n')}`;
}

const sentence =
  'The sum over the inputs, $z = w \\cdot x + b$, is passed on where it is above 0, and nothing else is. ';

const exercisesOf = (chapter: string): string =>
  `exercises:\n${[1, 2, 3]
    .map(
      (n) => `  - id: ${chapter}.question-${n}
    kind: choice
    question: Which of the lines is the broken one, number ${n}?
    options:
      - { id: a, text: The first., right: true, why: It has the wrong sign. }
      - { id: b, text: The second., why: Its sign is right. }
    hints: [Look at the sign.]
    solution: The sign of the first line is wrong.
`,
    )
    .join('\n')}`;
