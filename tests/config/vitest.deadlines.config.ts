import { defineConfig } from 'vitest/config';

/** What must be done within so many milliseconds on an idle machine, over the built book in dist/: one thing at a time. */
export default defineConfig({
  test: {
    name: 'deadlines',
    root: '.',
    include: ['tests/deadlines/**/*.deadline.ts'],
    globalSetup: ['tests/browser/serve-and-launch.ts'],
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
