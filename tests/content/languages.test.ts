import { spawnSync, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readFaults, readProgram } from '../../src/book/faults.ts';
import { type Language, mend } from '../../src/book/mends.ts';
import { createRandom, drawUniform } from '../../src/engine/index.ts';
import type { Program } from '../../src/lab/program.ts';
import { changed, CHANGES, ROUNDING_OF_A_DRAW, roundingBounds, timesTheBound } from '../rounding.ts';
import { lua, python } from '../cases/languages.ts';
import { caseText, dataOfProgram, loadCase, loadProgram } from '../cases/load-program.ts';
import { whole } from '../whole.ts';
import { casesWithFaults, readChecks } from './declared.ts';

if (!python)
  console.warn('The Python programs are not tested: no python3 with NumPy here. apt install python3-numpy');
if (!lua) console.warn('The Lua program is not tested: no Lua 5.4 here. apt install lua5.4');

const languageOf = { python: 'program.py', lua: 'program.lua' } as const;
const casesIn = (language: keyof typeof languageOf) =>
  casesWithFaults().filter((caseId) => existsSync(`content/cases/${caseId}/${languageOf[language]}`));
/** For how many updates, and from which seeds, programs are compared. */
const lengthOf = (caseId: string) => readChecks(caseId)?.data.languages ?? { updates: 24, seeds: [1, 2, 5] };

/** Arrays named weights, biases or bias, depth first: of each part its own first, in the order in which the program keeps them. */
function arraysOf(part: unknown, names: readonly string[]): NumberArray[] {
  if (typeof part !== 'object' || part === null || ArrayBuffer.isView(part)) return [];
  const entries = Object.entries(part);
  const own = names.flatMap((name) => innermost((part as Record<string, unknown>)[name]));
  return [
    ...own,
    ...entries.flatMap(([name, inner]) => (names.includes(name) ? [] : arraysOf(inner, names))),
  ];
}

type NumberArray = number[] | Float64Array;
const innermost = (value: unknown): NumberArray[] =>
  value instanceof Float64Array || (Array.isArray(value) && typeof value[0] === 'number')
    ? [value as NumberArray]
    : Array.isArray(value)
      ? value.flatMap(innermost)
      : [];

const PARAMETERS = ['weights', 'biases', 'bias'];
const parametersOf = (network: unknown): number[] =>
  arraysOf(network, PARAMETERS).flatMap((array) => Array.from(array));

function write(arrays: readonly NumberArray[], numbers: readonly number[]): void {
  let next = 0;
  for (const array of arrays) for (let i = 0; i < array.length; i++) array[i] = numbers[next++]!;
}

const change = (arrays: readonly NumberArray[], random: () => number): void =>
  write(
    arrays,
    changed(
      arrays.flatMap((array) => Array.from(array)),
      random,
    ),
  );

/** How many roundings a number can meet in one update: sums forward and back through every layer, and over the samples. */
function chainOf(program: Program, network: unknown): number {
  const layers = program.layers(network).map(({ weights }) => weights[0]!.length + weights.length + 16);
  const samples = dataOfProgram(program, 1).inputs.length / program.updatesPerEpoch;
  return layers.reduce((sum, layer) => sum + layer, samples);
}

interface Trained {
  /** The parameters before any update and after each. */
  states: number[][];
  outputs: number[];
}

/**
 * How far, in times its bound, a program in TypeScript is off from what another language made of the same case. Each update
 * starts from the other's parameters, so that it is held to the rounding of one update, which nothing can have blown up.
 */
async function follow(text: string, seed: number, theirs: Trained): Promise<number> {
  const program = await loadProgram(text);
  const draws = createRandom(seed);
  const random = () => drawUniform(draws);
  // The same program on data that are a little off, as often as the condition asks for.
  const others = await Promise.all(
    Array.from({ length: CHANGES }, async (_, copy) => {
      const other = await loadProgram(`${text}\n// ${copy}`);
      const network = other.create(seed);
      change(
        [...arraysOf(other.data, ['inputs', 'targets']), ...arraysOf(network, ['inputs', 'targets'])],
        random,
      );
      return { program: other, network };
    }),
  );
  const network = program.create(seed);
  const data = dataOfProgram(program, seed);
  const count = parametersOf(network).length + [...data.inputs, ...data.targets].flat().length;
  const size = { count, chain: chainOf(program, network) };
  const start = (parameters: readonly number[]) => {
    write(arraysOf(network, PARAMETERS), parameters);
    for (const other of others) write(arraysOf(other.network, PARAMETERS), changed(parameters, random));
  };

  const drawn = parametersOf(network);
  let worst = timesTheBound(
    drawn,
    theirs.states[0]!,
    drawn.map(() => ROUNDING_OF_A_DRAW),
  );
  for (const [u, after] of theirs.states.slice(1).entries()) {
    const before = theirs.states[u]!;
    if (before.length !== drawn.length) return Infinity;
    start(before);
    for (const one of [{ program, network }, ...others])
      one.program.update(one.network, u % program.updatesPerEpoch);
    const bounds = roundingBounds(
      parametersOf(network),
      others.map((other) => parametersOf(other.network)),
      size,
    );
    worst = Math.max(worst, timesTheBound(parametersOf(network), after, bounds));
  }
  start(theirs.states.at(-1)!);
  const [outputs, ...ofOthers] = [{ program, network }, ...others].map((one) =>
    data.inputs.map((input) => one.program.predict(one.network, input)[0]!),
  );
  return Math.max(worst, timesTheBound(outputs!, theirs.outputs, roundingBounds(outputs!, ofOthers, size)));
}

const inLanguage = (caseId: string, language: Language, mends: string[]): string => {
  const faults = readFaults(caseId).faults.filter(({ id }) => mends.includes(id));
  return mend(readProgram(caseId, language)!, faults, language);
};

/** Nothing, each fault alone, and all together; in the gate the two ends, which hold every line of the program and of every mend. */
function choices(caseId: string): { mends: string[]; name: string }[] {
  const mendable = readFaults(caseId)
    .faults.filter((fault) => fault.mend)
    .map(({ id }) => id);
  const lists = [[], ...(whole ? mendable.map((id) => [id]) : []), mendable];
  return lists.map((mends) => ({ mends, name: mends.length > 1 ? 'everything' : (mends[0] ?? 'nothing') }));
}

describe.runIf(python).each(casesIn('python'))('%s in Python', (caseId) => {
  const { updates, seeds } = lengthOf(caseId);
  describe.each([
    { order: 'as NumPy sums here', reversed: false },
    { order: 'with every sum in reverse order', reversed: true },
  ])('$order', ({ reversed }) => {
    const tried = choices(caseId);
    let trained: Record<string, Trained[]>;
    beforeAll(() => {
      const programs = Object.fromEntries(
        tried.map(({ name, mends }) => [name, inLanguage(caseId, 'python', mends)]),
      );
      const { stdout, stderr } = spawnSync(python!, ['-B', 'tests/cases/drive.py'], {
        input: JSON.stringify({ programs, updates, seeds, reversed }),
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      });
      expect(stderr).toBe('');
      // Python writes NaN and Infinity as JavaScript names them, which JSON does not know.
      trained = JSON.parse(stdout.replaceAll(/-?Infinity|NaN/g, 'null')) as Record<string, Trained[]>;
    }, 120_000);
    const worstOf = async (mends: string[], theirs: Trained[]) => {
      const text = caseText(caseId, { mends });
      const found = await Promise.all(seeds.map((seed, k) => follow(text, seed, theirs[k]!)));
      return Math.max(...found);
    };

    test.each(tried)('with $name mended trains as TypeScript does', async ({ mends, name }) => {
      expect(await worstOf(mends, trained[name]!)).toBeLessThan(1);
    });

    // A mend that changes what is printed, or nothing that these seeds meet, is no business of this comparison.
    test.each(tried.filter(({ mends }) => mends.length === 1))(
      'is noticed not to have $name mended',
      async ({ mends }) => {
        const [mended, posted] = await Promise.all([
          endsInTypeScript(caseId, mends),
          endsInTypeScript(caseId, []),
        ]);
        const isSeen = differs(mended, posted);
        if (isSeen) expect(await worstOf(mends, trained['nothing']!)).toBeGreaterThan(1);
        else expect(await worstOf(mends, trained['nothing']!)).toBeLessThan(1);
      },
    );
  });
});

/** Whether two lists of numbers, however nested, differ by more than rounding: the same on paper is no mistake to be noticed. */
function differs(ours: unknown, theirs: unknown): boolean {
  if (typeof ours === 'number' && typeof theirs === 'number')
    return !(Object.is(ours, theirs) || Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours)));
  if (typeof ours !== 'object' || ours === null || typeof theirs !== 'object' || theirs === null)
    return ours !== theirs;
  const [a, b] = [Object.values(ours), Object.values(theirs)];
  return a.length !== b.length || a.some((value, k) => differs(value, b[k]));
}

/** Parameters before and after training, and the outputs, by TypeScript alone. */
async function endsInTypeScript(caseId: string, mends: string[]) {
  const program = await loadCase(caseId, { mends });
  const { updates, seeds } = lengthOf(caseId);
  return seeds.map((seed) => {
    const network = program.create(seed);
    const before = parametersOf(network);
    // Random samples are drawn one an update in both, so a pass of four is four updates.
    for (let u = 0; u < updates; u++) program.update(network, u % program.updatesPerEpoch);
    const { inputs } = dataOfProgram(program, seed);
    const outputs = inputs.map((input) => program.predict(network, input)[0]!);
    return { before, after: parametersOf(network), outputs };
  });
}

/** What Lua prints of a mended program. */
function driveLua(caseId: string, mends: string[]): string {
  const { updates, seeds } = lengthOf(caseId);
  const folder = mkdtempSync(join(tmpdir(), 'broken-by-one-line-'));
  try {
    const file = join(folder, 'program.lua');
    writeFileSync(file, inLanguage(caseId, 'lua', mends));
    const args = ['tests/cases/drive.lua', file, String(updates), ...seeds.map(String)];
    return execFileSync(lua!, args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Both do the same arithmetic in the same order.
describe.runIf(lua).each(casesIn('lua'))('%s in Lua', (caseId) => {
  test.each(choices(caseId))(
    'with $name mended trains as TypeScript does, bit for bit',
    async ({ mends }) => {
      const printed = driveLua(caseId, mends).trim().split('\n').map(Number);
      const ours = await endsInTypeScript(caseId, mends);
      expect(printed).toEqual(ours.flatMap((end) => [...end.before, ...end.after, ...end.outputs]));
    },
  );
});

test('every mend of a program is there in all of its languages', () => {
  for (const caseId of casesIn('python')) {
    for (const { id, mend: edits } of readFaults(caseId).faults) {
      if (!edits) continue;
      expect(edits.python, `${caseId}: ${id}`).toBeDefined();
      if (readProgram(caseId, 'lua')) expect(edits.lua, `${caseId}: ${id}`).toBeDefined();
    }
  }
});
