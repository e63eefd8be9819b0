import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFaults, readProgram } from '../../src/book/faults.ts';
import { type Language, mend } from '../../src/book/mends.ts';
import type { Program } from '../../src/lab/program.ts';
import { lua, python } from './languages.ts';
import { dataOfProgram, loadCase } from './load-program.ts';

interface End {
  before: number[];
  after: number[];
  outputs: number[];
}

if (!python)
  console.warn('The Python programs are not tested: no python3 with NumPy here. apt install python3-numpy');
if (!lua) console.warn('The Lua program is not tested: no Lua 5.4 here. apt install lua5.4');

const seeds = [1, 2, 5];
/** Enough that every part of the program has its say, and too few for the last digits to grow apart. */
const updates: Record<string, number> = {
  'all-outputs-equal': 400,
  'leaky-derivative': 400,
  'exploding-successor': 8,
  'negative-zero': 24,
  'unbounded-classifier': 8,
};

/** Weights [O, I] as NumPy's [I, O] where the program keeps them so. */
const transpose = (weights: number[][]) => weights[0]!.map((_, i) => weights.map((row) => row[i]!));

function parametersOf(caseId: string, program: Program, network: unknown): number[] {
  if (caseId === 'unbounded-classifier') {
    const { weights, bias } = network as { weights: number[]; bias: number[] };
    return [...weights, ...bias];
  }
  if (caseId === 'leaky-derivative') {
    const { hidden, output } = network as Record<'hidden' | 'output', { weights: number[][] }>;
    return [...hidden.weights.flat(), ...output.weights.flat()];
  }
  return program.layers(network).flatMap(({ weights, biases }) => {
    return [...(caseId === 'all-outputs-equal' ? weights : transpose(weights)).flat(), ...biases];
  });
}

async function endsInTypeScript(caseId: string, mends: string[]): Promise<End[]> {
  const program = await loadCase(caseId, { mends });
  return seeds.map((seed) => {
    const network = program.create(seed);
    const before = parametersOf(caseId, program, network);
    // Random samples are drawn one an update in both, so a pass of four is four updates.
    for (let u = 0; u < updates[caseId]!; u++) program.update(network, u % program.updatesPerEpoch);
    const { inputs } = dataOfProgram(program, seed);
    const outputs = inputs.map((input) => program.predict(network, input)[0]!);
    return { before, after: parametersOf(caseId, program, network), outputs };
  });
}

/** Mends a program, saves it, and drives it. */
function drive(caseId: string, language: Exclude<Language, 'typescript'>, mends: string[]): string {
  const faults = readFaults(caseId).faults.filter(({ id }) => mends.includes(id));
  const text = mend(readProgram(caseId, language)!, faults, language);
  const extension = language === 'python' ? 'py' : 'lua';
  const folder = mkdtempSync(join(tmpdir(), 'broken-by-one-line-'));
  try {
    const file = join(folder, `program.${extension}`);
    writeFileSync(file, text);
    const args = [`tests/cases/drive.${extension}`, file, String(updates[caseId]), ...seeds.map(String)];
    return execFileSync((language === 'python' ? python : lua)!, args, {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function expectClose(ours: number[], theirs: number[], what: string): void {
  expect(theirs, what).toHaveLength(ours.length);
  ours.forEach((value, j) => {
    if (!Number.isFinite(value)) return expect(Number.isFinite(theirs[j]), what).toBe(false);
    expect(Math.abs(theirs[j]! - value) / Math.max(1, Math.abs(value)), `${what}[${j}]`).toBeLessThan(1e-12);
  });
}

/** Nothing, each fault alone, and all together. */
function choices(caseId: string): { mends: string[]; name: string }[] {
  const mendable = readFaults(caseId)
    .faults.filter((fault) => fault.mend)
    .map(({ id }) => id);
  const lists = [[], ...mendable.map((id) => [id]), mendable];
  return lists.map((mends) => ({ mends, name: mends.length > 1 ? 'everything' : (mends[0] ?? 'nothing') }));
}

describe.each(Object.keys(updates))('%s in Python', (caseId) => {
  test.skipIf(!python).each(choices(caseId))(
    'with $name mended trains as TypeScript does',
    async ({ mends }) => {
      const theirs = JSON.parse(drive(caseId, 'python', mends)) as {
        before: number[][];
        after: number[][];
        outputs: number[];
      }[];
      const ours = await endsInTypeScript(caseId, mends);
      ours.forEach((end, k) => {
        expectClose(end.before, theirs[k]!.before.flat(), 'initial parameters');
        expectClose(end.after, theirs[k]!.after.flat(), 'parameters');
        expectClose(end.outputs, theirs[k]!.outputs, 'outputs');
      });
    },
    30_000,
  );
});

describe('all-outputs-equal in Lua', () => {
  const caseId = 'all-outputs-equal';

  test.skipIf(!lua).each(choices(caseId))(
    'with $name mended trains as TypeScript does, bit for bit',
    async ({ mends }) => {
      const printed = drive(caseId, 'lua', mends).trim().split('\n').map(Number);
      const ours = await endsInTypeScript(caseId, mends);
      expect(printed).toEqual(ours.flatMap((end) => [...end.before, ...end.after, ...end.outputs]));
    },
  );

  test.skipIf(!lua)('prints what its author saw', () => {
    const printed = execFileSync(lua!, [`content/cases/${caseId}/program.lua`], { encoding: 'utf8' });
    expect(printed).toBe('0.48780487804878037\n'.repeat(4));
  });
});

test('every mend of a program is there in all of its languages', () => {
  for (const caseId of Object.keys(updates)) {
    for (const { id, mend: edits } of readFaults(caseId).faults) {
      if (!edits) continue;
      expect(edits.python, `${caseId}: ${id}`).toBeDefined();
      if (readProgram(caseId, 'lua')) expect(edits.lua, `${caseId}: ${id}`).toBeDefined();
    }
  }
});
