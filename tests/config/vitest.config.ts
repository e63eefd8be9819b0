import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: '.',
    // By default one core is left to the watching terminal; nobody watches.
    maxWorkers: '100%',
    include: ['tests/**/*.test.{ts,tsx}'],
    // Some tests train networks for a second or two; a machine with other work takes several times as long.
    testTimeout: 30_000,
    exclude: ['**/node_modules/**', 'tests/browser/**', 'tests/bench/**'],
  },
});
