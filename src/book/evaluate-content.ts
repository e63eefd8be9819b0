/** TypeScript files of content that import nothing but types, evaluated from their text as it is now. */
import { readFileSync } from 'node:fs';
import { evaluate, transpile } from '../lab/in-node/index.ts';

const evaluated = new Map<string, { text: string; exports: Record<string, unknown> }>();

/**
 * What a file exports.
 *
 * @throws with file and line if it cannot be read or throws.
 */
export function evaluateContent(file: string): Record<string, unknown> {
  const text = readFileSync(file, 'utf8');
  const known = evaluated.get(file);
  if (known?.text === text) return known.exports;
  const read = transpile(text);
  if (read.kind === 'failed') {
    const { line = 1, message } = read.failure;
    throw new Error(`${file}:${line}: ${message}`);
  }
  let exports: Record<string, unknown>;
  try {
    exports = evaluate(read.value.code);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
  evaluated.set(file, { text, exports });
  return exports;
}
