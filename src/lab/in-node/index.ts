/** The lab where there is no page: a build, a test or a command runs the book's own programs with it. */
import type { Result, SeedResult } from '../protocol.ts';
import { sweep } from '../sweep.ts';
import { transpile, type Transpiled } from '../transpile.ts';
import { startThread } from './start-thread.ts';

export { evaluate } from '../runtime/evaluate.ts';
export { planeOf } from '../runtime/plane.ts';
export { openLabInNode } from './open-lab-in-node.ts';
export { lookedAt, runAtBuild } from './run-at-build.ts';
export { WaitedThread } from './start-thread.ts';
export { transpile, type Transpiled };

/** As a page's session does it: a program over many seeds, on all cores. */
export async function sweepProgram(
  source: string,
  seeds: readonly number[],
  epochs: number,
): Promise<Result<SeedResult[]>> {
  const program = transpile(source);
  if (program.kind === 'failed') return program;
  return sweep({
    program: program.value,
    source,
    seeds: [...seeds],
    epochs,
    start: () => Promise.resolve(startThread()),
  });
}
