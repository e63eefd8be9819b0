import { defineConfig } from 'vitest/config';
import { movingTests } from './moving-tests.ts';

const browser = ['tests/browser/*.spec.ts'];
const moving = movingTests(browser);
/** The only course of the fixture book, whichever of the shipped one is built. */
const ofFixture = { BOOK_COURSE: 'book', BOOK_ONLY: '' };

/**
 * Tests that drive Chromium: over the book as it is built in dist/ ("site"), and over the fixture book ("browser"; "proofs"
 * are those that look at every exhibit in every state, `npm run proofs`). Three files and up to three pages of a file at a time, one browser and one server for all.
 */
export default defineConfig({
  test: {
    root: '.',
    maxWorkers: 3,
    maxConcurrency: 3,
    expect: { poll: { interval: 100 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Of thousands of pages that a busy machine opens one hangs now and then. What is broken fails twice.
    retry: 1,
    projects: [
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.spec.ts'],
          isolate: false,
          globalSetup: ['tests/browser/serve-and-launch.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          env: ofFixture,
          include: browser,
          exclude: moving,
          isolate: false,
          globalSetup: ['tests/browser/serve-and-launch.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser-elsewhere',
          env: ofFixture,
          include: moving,
          globalSetup: ['tests/browser/serve-and-launch.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'proofs',
          env: ofFixture,
          include: ['tests/browser/proofs/*.spec.ts'],
          globalSetup: ['tests/browser/serve-and-launch.ts'],
        },
      },
    ],
  },
});
