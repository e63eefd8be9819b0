/**
 * Compiles assembly/ to build/kernel.wasm, unless what lies there came of the same sources, options and compiler:
 * `npm run build:kernel`.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = 'src/kernel';
const compiled = `${folder}/build/kernel.wasm`;
const compiledFrom = `${folder}/build/compiled-from.txt`;

const options = [
  ...[`${folder}/assembly/index.ts`, '--outFile', compiled],
  ...['--optimizeLevel', '3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'],
  // An export of no value or of several, which not every embedding takes; ours do.
  ...['--disableWarning', '112'],
];

/** @returns a digest of all that the compiled kernel depends on. */
function digestOfSources(): string {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: { assemblyscript: string };
  };
  const sum = createHash('sha256').update(`${devDependencies.assemblyscript} ${options.join(' ')}\0`);
  for (const file of globSync(`${folder}/assembly/*.ts`).sort())
    sum.update(`${file}\0${readFileSync(file, 'utf8')}\0`);
  return sum.digest('hex');
}

const digest = digestOfSources();
const isThere = existsSync(compiled) && existsSync(compiledFrom);
if (!isThere || readFileSync(compiledFrom, 'utf8') !== digest) {
  // The compiler takes a second to load, which most calls can do without.
  const { default: asc } = await import('assemblyscript/asc');
  mkdirSync(`${folder}/build`, { recursive: true });
  const { error } = await asc.main(options, { stdout: process.stdout, stderr: process.stderr });
  if (error) process.exit(1);
  writeFileSync(compiledFrom, digest);
}
