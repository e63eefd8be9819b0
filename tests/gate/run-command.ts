import { spawn } from 'node:child_process';

export interface CommandResult {
  exitCode: number;
  /** What the command wrote to its standard output. */
  output: string;
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
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...environment },
    });
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    });
    child.on('error', (error) => {
      console.error(error.message);
      resolve({ exitCode: 127, output });
    });
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}
