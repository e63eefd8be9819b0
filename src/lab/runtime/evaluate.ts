import { createRandom, drawUniform } from '../../engine/mulberry32.ts';
import { importMetaName } from '../transpile-names.ts';
import type { Variable } from './home.ts';

/** By this name the program goes in stack traces. */
const sourceName = 'program.ts';

/** Stands after the program, where nothing is run any more, and is known from its beginning. */
const valuesName = 'values_at_the_top_level';
/** Stands before the first line of the program; its length is taken off columns of that line. */
const openingWithRandom = `(function (${importMetaName}, console, show, Math) { 'use strict'; show(${valuesName}); `;
/** The language's own Math, where nothing is drawn from it: it is the fastest. As long as the other. */
const opening = openingWithRandom.replace(', Math', '      ');

type Show = (values: () => unknown[]) => void;
type Meta = { main: boolean; variables?: Record<string, Variable> };
type Body = (meta: Meta, console: unknown, show: Show, math: typeof Math) => Record<string, unknown>;

/** `Math.random`, `Math['random']`, `{ random } = Math`; in a comment it does no harm. */
const drawsFromMath = /\bMath\s*(\?\.|\.)\s*random\b|\bMath\s*(\?\.\s*)?\[|=\s*Math\s*[;,\n)]/;

export interface EvaluatedProgram {
  exports: Record<string, unknown>;
  /** What is declared at the program's top level, exported or not. */
  variables: Record<string, Variable>;
  /** The values of the names that were asked for, as they were then. */
  values: unknown[];
  /** Whether it draws by `Math.random`. */
  draws: boolean;
  /** Has `Math.random` draw from this seed on. */
  reseed: (seed: number) => void;
}

/**
 * Runs a transpiled program's top level once, as a module would. Throws what the program throws. What the program draws by
 * `Math.random` it draws from the seed, so that it does the same twice.
 *
 * @param console What the program knows by this name.
 * @param names What the program declares at its top level and whose values are wanted.
 */
export function evaluateProgram(
  code: string,
  console: unknown,
  seed: number,
  names: readonly string[] = [],
): EvaluatedProgram {
  let random = createRandom(seed);
  const drawn = Object.create(Math, { random: { value: () => drawUniform(random) } }) as typeof Math;
  const indirectEval = globalThis.eval;
  const draws = drawsFromMath.test(code);
  const shown = `function ${valuesName}() { return [${names.join(', ')}]; }`;
  const body = indirectEval(
    `${draws ? openingWithRandom : opening}${code}\n${shown}\n})\n//# sourceURL=${sourceName}`,
  ) as Body;
  const meta: Meta = { main: false };
  let values: () => unknown[] = () => [];
  const exports = body(meta, console, (given) => (values = given), drawn);
  const reseed = (next: number): void => {
    random = createRandom(next);
  };
  return { exports, variables: meta.variables ?? {}, values: values(), draws, reseed };
}

/** The exports of a transpiled program. @param console What the program knows by this name. */
export const evaluate = (code: string, console: unknown = globalThis.console): Record<string, unknown> =>
  evaluateProgram(code, console, 1).exports;

/** The first place in the program that a stack trace names: where the reader's code stood when it threw. */
export function placeInProgram(stack: string): { line: number; column: number } | undefined {
  const found = /(?:^|[\s(@])program\.ts:(\d+):(\d+)/.exec(stack);
  if (!found) return undefined;
  const line = Number(found[1]);
  const column = Number(found[2]) - (line === 1 ? opening.length : 0);
  return { line, column };
}
