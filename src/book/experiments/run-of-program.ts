import { readFileSync } from 'node:fs';
import { runAtBuild } from '../../lab/in-node/index.ts';
import { keptBetweenBuilds } from '../kept-between-builds.ts';
import { loadedProgram } from './programs.ts';

/**
 * A program's run for the built page.
 *
 * @param file Seen from the project's root; the text may be an edited one.
 * @param epochs Defaults to the program's own number.
 */
export function runOfProgram(
  { file, text }: { file: string; text: string },
  seed: number,
  epochs?: number,
): Promise<ReturnType<typeof runAtBuild>> {
  // What is kept of a run is decided there.
  const how = readFileSync('src/lab/in-node/run-at-build.ts', 'utf8');
  return keptBetweenBuilds(['run', how, text, seed, epochs ?? 'own'], () => {
    const program = loadedProgram(file, text);
    return runAtBuild(program, seed, epochs ?? program.epochs);
  });
}
