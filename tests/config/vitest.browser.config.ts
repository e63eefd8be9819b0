import { defineConfig } from 'vitest/config';

/** Tests that drive Chromium over the built book in dist/: two pages at a time, one browser and one server for all. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/browser/**/*.spec.ts', 'tests/site/**/*.spec.ts'],
    globalSetup: ['tests/browser/serve-and-launch.ts'],
    maxWorkers: 2,
    maxConcurrency: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
