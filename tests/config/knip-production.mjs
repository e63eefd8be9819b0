// Without the tests: what only they call is dead. What a file calls itself may be exported for its test.
import { readFileSync } from 'node:fs';

const { knip } = JSON.parse(readFileSync('package.json', 'utf8'));

export default {
  ...knip,
  // What a command of package.json runs is not run by tests alone.
  entry: [
    ...knip.entry,
    'src/book/claims/print-claims.ts!',
    'src/book/course-command/run.ts!',
    'src/book/experiments/measure.ts!',
    'src/book/facts/print-facts.ts!',
    'src/book/language/print-words.ts!',
    'src/book/package/make-package.ts!',
    'src/book/write-tags.ts!',
    'src/kernel/build-kernel.ts!',
    'src/styles/fonts/make-fonts.ts!',
  ],
  // In this mode knip takes no tool's configuration for something that ships; the book's is.
  astro: { config: [], entry: ['{astro,ec}.config.mjs!', 'src/pages/**/*!', 'src/content.config.ts!'] },
  ignoreExportsUsedInFile: true,
};
