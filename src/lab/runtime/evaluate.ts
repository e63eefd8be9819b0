import { importMetaName } from '../transpile-names.ts';

/** By this name the program goes in stack traces. */
const sourceName = 'program.ts';

/** Stands before the first line of the program; its length is taken off columns of that line. */
const opening = `(function (${importMetaName}, console) { 'use strict'; `;

type Body = (meta: { main: boolean }, console: unknown) => Record<string, unknown>;

/**
 * Runs a transpiled program's top level once, as a module would, and gives its exports. Throws what the program throws.
 *
 * @param console What the program knows by this name.
 */
export function evaluate(code: string, console: unknown = globalThis.console): Record<string, unknown> {
  const indirectEval = globalThis.eval;
  const body = indirectEval(`${opening}${code}\n})\n//# sourceURL=${sourceName}`) as Body;
  return body({ main: false }, console);
}

/** The first place in the program that a stack trace names: where the reader's code stood when it threw. */
export function placeInProgram(stack: string): { line: number; column: number } | undefined {
  const found = /(?:^|[\s(@])program\.ts:(\d+):(\d+)/.exec(stack);
  if (!found) return undefined;
  const line = Number(found[1]);
  const column = Number(found[2]) - (line === 1 ? opening.length : 0);
  return { line, column };
}
