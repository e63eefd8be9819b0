/**
 * What is found once and kept for the process. A build holds two copies of the book's code, one for its configuration and one
 * for its pages: what the one has found the other need not look for again.
 */
export function onceAProcess<T>(name: string, create: () => T): T {
  const kept = globalThis as unknown as Record<symbol, T | undefined>;
  return (kept[Symbol.for(`book: ${name}`)] ??= create());
}
