import { AsyncLocalStorage } from 'node:async_hooks';
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';

export interface CommandResult {
  exitCode: number;
  /** What the command wrote to its standard output. */
  output: string;
}

const held = new AsyncLocalStorage<{ text: string; givesWay: boolean }>();

/** Shows what is said, or holds it back where `heldBack` runs. */
export function say(text: string): void {
  const store = held.getStore();
  if (store) store.text += text;
  else process.stdout.write(text);
}

/**
 * Runs something beside others: what it says is shown in one piece once it has ended.
 *
 * @param givesWay Whether its commands leave the processor to those of the others.
 */
export async function heldBack<T>(givesWay: boolean, run: () => Promise<T>): Promise<T> {
  const store = { text: '', givesWay };
  try {
    return await held.run(store, run);
  } finally {
    process.stdout.write(store.text);
  }
}

/**
 * Runs a command, shows what it writes as it comes, and never throws: a command that does not start has exit code 127.
 *
 * @param environment Variables beside those of this process. Defaults to none.
 */
export function runCommand(
  command: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // What one command has compiled no other has to.
      env: { NODE_COMPILE_CACHE: join(process.cwd(), '.cache/node'), ...process.env, ...environment },
    });
    if (held.getStore()?.givesWay && child.pid !== undefined)
      setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      say(chunk.toString());
    });
    child.stderr.on('data', (chunk: Buffer) => {
      say(chunk.toString());
    });
    child.on('error', (error) => {
      say(`${error.message}\n`);
      resolve({ exitCode: 127, output });
    });
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}
