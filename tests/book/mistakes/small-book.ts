/** A book of three pages, in which nothing is wrong: to be made wrong in one place. It has no sweeps, so that it is read at once. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const files: Record<string, string> = {
  'content/courses/book.yaml': `title: A small book
description: In which nothing is wrong.
parts:
  - title: Chapters
    pages:
      - chapters/signs
      - symptoms/one-number
  - title: Programs
    pages:
      - cases/xor
`,
  'content/glossary.yaml': `- id: epoch
  term: epoch
  meaning: One pass over the samples.
`,
  'content/references.yaml': `- id: wilson-1927
  authors: ['Wilson, E. B.']
  year: 1927
  title: Probable inference
  published: Journal of the American Statistical Association 22
`,
  'content/symptoms/one-number.mdx': `---
title: One number
description: It prints one number.
---

See [its case](/cases/xor/).
`,
  'content/chapters/signs/chapter.mdx': `---
title: Signs
description: On signs.
---

## A sign

The sum $z = w x$ after an <Term id="epoch" />, says <Cite id="wilson-1927" />: <Fact id="signs.answer" />.

$$
a = b
$$

\`\`\`python
z = 1
\`\`\`

<Exercises chapter="signs" />
`,
  'content/chapters/signs/facts.ts': `import type { Facts } from '#facts';

export const facts: Facts = () => ({
  answer: { value: () => 0.25, how: 'a quarter, by hand' },
});
`,
  'content/chapters/signs/exercises.yaml': `exercises:
  - id: signs.which
    kind: choice
    question: Which sign is it, with {signs.answer}?
    options:
      - { id: plus, text: Plus., right: true, why: Yes. }
      - { id: minus, text: Minus., why: No. }
    hints: [Look closer.]
    solution: Plus.
  - id: signs.how-much
    kind: number
    question: How much is it?
    answer: { fact: signs.answer }
    tolerance: 0.01
    unit: ''
    wrong:
      - { value: 1, tolerance: 0.1, why: Too much. }
      - { value: 2, tolerance: 0.1, why: Too much. }
      - { value: 3, tolerance: 0.1, why: Too much. }
    hints: [Count.]
    solution: A quarter.
  - id: signs.mend
    kind: code
    question: Mend it.
    program: { case: xor }
    grade: { seeds: { from: 1, count: 20, solved: 18, epochs: 100 } }
    hints: [Which line?]
    solution: The first.
`,
  'content/cases/xor/case.mdx': `---
title: XOR
description: It does not learn.
---

## What it prints

<Bench case="xor" />
`,
};

const copied = ['program.ts', 'faults.yaml'];
const house = resolve('.');

/** Writes the content of the book into a project that has none. */
export function writeSmallBook(folder: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const name of copied)
    cpSync(join(house, 'tests/fixture/content/cases/xor', name), join(folder, 'content/cases/xor', name));
  const faults = join(folder, 'content/cases/xor/faults.yaml');
  writeFileSync(faults, readFileSync(faults, 'utf8').replace('{xor.as-posted.solved}', 'few'));
}

/** Makes the book in a folder of its own, which becomes the working directory. */
export function makeSmallBook(): void {
  const folder = mkdtempSync(join(tmpdir(), 'small-book-'));
  for (const part of ['src', 'components', 'public', 'node_modules'])
    symlinkSync(join(house, part), join(folder, part));
  writeSmallBook(folder);
  process.chdir(folder);
}
