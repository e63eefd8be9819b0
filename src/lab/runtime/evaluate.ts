import { importMetaName } from '../transpile-names.ts';

/** By this name the program goes in stack traces. */
const sourceName = 'program.ts';

/** Stands after the program, where nothing is run any more, and is known from its beginning. */
const valuesName = 'values_at_the_top_level';
/** Stands before the first line of the program; its length is taken off columns of that line. */
const opening = `(function (${importMetaName}, console, show) { 'use strict'; show(${valuesName}); `;

type Show = (values: () => unknown[]) => void;
type Body = (meta: { main: boolean }, console: unknown, show: Show) => Record<string, unknown>;

/**
 * Runs a transpiled program's top level once, as a module would, and gives its exports. Throws what the program throws.
 *
 * @param console What the program knows by this name.
 */
export function evaluate(code: string, console: unknown = globalThis.console): Record<string, unknown> {
  return evaluateOpenly(code, console, []).exports;
}

/**
 * Likewise, and gives the values of some names of the top level as well, as they are then.
 *
 * @param names What the program declares there.
 */
export function evaluateOpenly(
  code: string,
  console: unknown,
  names: readonly string[],
): { exports: Record<string, unknown>; values: unknown[] } {
  const indirectEval = globalThis.eval;
  const shown = `function ${valuesName}() { return [${names.join(', ')}]; }`;
  const body = indirectEval(`${opening}${code}\n${shown}\n})\n//# sourceURL=${sourceName}`) as Body;
  let values: () => unknown[] = () => [];
  const exports = body({ main: false }, console, (given) => (values = given));
  return { exports, values: values() };
}

/** The first place in the program that a stack trace names: where the reader's code stood when it threw. */
export function placeInProgram(stack: string): { line: number; column: number } | undefined {
  const found = /(?:^|[\s(@])program\.ts:(\d+):(\d+)/.exec(stack);
  if (!found) return undefined;
  const line = Number(found[1]);
  const column = Number(found[2]) - (line === 1 ? opening.length : 0);
  return { line, column };
}
