import { defineConfig } from 'vitest/config';
import { movingTests } from './moving-tests.ts';

/** What content/ declares of itself, held against what it does. */
const content = ['content/**/*.test.ts', 'tests/content/**/*.test.ts'];
const house = ['tests/**/*.test.{ts,tsx}'];
const notOfTheHouse = ['tests/bench/**', ...content];
const moving = movingTests(house, notOfTheHouse);
/** The house is the same for every course: its tests have books of their own. */
const ofNoCourse = { BOOK_COURSE: 'book', BOOK_ONLY: '' };

export default defineConfig({
  test: {
    root: '.',
    // By default one core is left to the watching terminal; nobody watches.
    maxWorkers: '100%',
    // Some tests train networks for a second or two; a machine with other work takes many times as long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          env: ofNoCourse,
          include: house,
          exclude: [...notOfTheHouse, ...moving],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'house-elsewhere', env: ofNoCourse, include: moving } },
      // None of them changes the process: what a page declares is read once for all files.
      { extends: true, test: { name: 'content', include: content, isolate: false } },
    ],
  },
});
