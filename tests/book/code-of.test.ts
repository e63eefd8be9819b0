import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => process.chdir(mkdtempSync(join(tmpdir(), 'code-'))));

/** As another process has it. */
async function codeNow(...folders: string[]): Promise<string> {
  vi.resetModules();
  Object.assign(globalThis, { [Symbol.for('book: code of folders')]: undefined });
  return (await import('../../src/book/code-of.ts')).codeOf(...folders);
}

it('is another when a file has changed, is new, or has another name, in a folder within as well, and with other packages', async () => {
  mkdirSync('engine/parts', { recursive: true });
  writeFileSync('engine/a.ts', 'export const a = 1;');
  const codes = [await codeNow('engine')];
  writeFileSync('engine/a.ts', 'export const a = 2;');
  codes.push(await codeNow('engine'));
  writeFileSync('engine/parts/b.tsx', 'export const b = 1;');
  codes.push(await codeNow('engine'));
  writeFileSync('engine/parts/c.ts', 'export const b = 1;');
  codes.push(await codeNow('engine'));
  writeFileSync('package.json', '{ "devDependencies": { "acorn": "8.19.0" } }');
  codes.push(await codeNow('engine'));
  expect(new Set(codes).size).toBe(5);
});

it('is the same for the same code, whatever else lies there', async () => {
  mkdirSync('engine');
  writeFileSync('engine/a.ts', 'export const a = 1;');
  const code = await codeNow('engine');
  writeFileSync('engine/README.md', 'Words.');
  expect(await codeNow('engine')).toBe(code);
  expect(await codeNow('lab')).not.toBe(code);
});
