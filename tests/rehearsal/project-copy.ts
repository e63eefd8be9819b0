/** A copy of the project, in a repository of its own, to be changed at will. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const git = (...args: string[]): string =>
  execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1e8 });

/** All that is the project's, with one commit. Its packages are found further up. */
export function copyProject(): string {
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(resolve('.cache/rehearsal-'));
  const kept = ['.cache/kept', 'src/kernel/build/kernel.wasm', 'src/kernel/build/compiled-from.txt'];
  const files = git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
  for (const file of [...files.filter((name) => name !== ''), ...kept]) {
    if (!existsSync(file)) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file), { recursive: true });
  }
  return folder;
}

/** Options with which Git makes commits on any machine. */
export const asAuthor = ['-c', 'user.name=x', '-c', 'user.email=x@x'];

export function commit(message: string): void {
  git('add', '--all');
  git(...asAuthor, 'commit', '--quiet', '-m', message);
}

/** What a command has said, and whether it went well. */
export function tryRun(
  command: string,
  args: string[],
  environment: NodeJS.ProcessEnv = {},
): { isWell: boolean; said: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    maxBuffer: 1e9,
  });
  return { isWell: status === 0, said: `${stdout}\n${stderr}` };
}

/** @throws what the command has said, unless it went well. */
export function run(
  what: string,
  command: string,
  args: string[],
  environment: NodeJS.ProcessEnv = {},
): string {
  console.log(`   ${what}`);
  const { isWell, said } = tryRun(command, args, environment);
  if (!isWell) throw new Error(`${what}: failed\n${said.slice(-8000)}`);
  return said;
}

/** The files that are changed or new since the last commit. */
export function touchedFiles(): string[] {
  const lines = git('status', '--porcelain', '--untracked-files=all').split('\n');
  return lines.filter((line) => line !== '').map((line) => line.slice(3));
}

/** @throws if anything outside content/ has been touched. */
export function expectContentAlone(): void {
  const outside = touchedFiles().filter((file) => !file.startsWith('content/'));
  if (outside.length > 0) throw new Error(`touched outside content/:\n${outside.join('\n')}`);
}

export const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));
