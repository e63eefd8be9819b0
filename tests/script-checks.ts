/** Checks of a proof that is a command: a line for each, and an exit code that is 0 only if none failed. */

export function check(what: string, isRight: boolean, found: unknown = ''): void {
  console.log(`${isRight ? '✓' : '✗'} ${what}`);
  if (isRight) return;
  process.exitCode = 1;
  console.error(found);
}
