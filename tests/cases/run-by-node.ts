import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a program prints when Node runs its file. */
export const runByNode = (file: string): string =>
  execFileSync(process.execPath, [file], { encoding: 'utf8' });

/** What a program's text prints when it is saved and run by a command. */
export function runText(text: string, name: string, command = process.execPath, args: string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'broken-by-one-line-'));
  try {
    writeFileSync(join(folder, name), text);
    return execFileSync(command, [...args, join(folder, name)], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
