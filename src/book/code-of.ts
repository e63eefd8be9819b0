import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { onceAProcess } from './once-a-process.ts';

const known = onceAProcess('code of folders', () => new Map<string, string>());

/**
 * The code of some folders, and of the packages that it uses, as one short string, for what is kept between builds: all that it is
 * computed with. Looked up once a process.
 *
 * @param folders Seen from the project's root: "src/engine".
 */
export function codeOf(...folders: string[]): string {
  const name = folders.join();
  let code = known.get(name);
  if (code === undefined) {
    const sum = createHash('sha256');
    const own = folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,py,lua}`).sort());
    // Versions of packages are written there to the last number.
    for (const file of [...globSync('package.json'), ...own])
      sum.update(`${file}\0${readFileSync(file, 'utf8')}\0`);
    code = sum.digest('hex').slice(0, 16);
    known.set(name, code);
  }
  return code;
}
