import { describe, expect, it } from 'vitest';
import { countsName, endlessLoopAt, withCountedLoops } from '../../../src/lab/in-node/counted-loops.ts';
import { WaitedThread } from '../../../src/lab/in-node/index.ts';
import { evaluate } from '../../../src/lab/runtime/evaluate.ts';
import { transpile } from '../../../src/lab/transpile.ts';
import { fixtureProgram } from '../../fixture/programs.ts';
import { edited } from '../run-program.ts';
import { firstOf } from '../../whole.ts';

function transpiled(source: string) {
  const read = transpile(source);
  if (read.kind === 'failed') throw new Error(read.failure.message);
  return read.value;
}

describe('a program with counted loops', () => {
  const source = `export const seen: number[] = [];
for (let i = 0; i < 3; i++) for (const j of [1, 2]) seen.push(i * j);
let k = 0;
do k++; while (k < 4)
outer: inner: for (;;) { while (true) { if (k++ > 6) break outer; continue inner; } }
for (const name in { a: 1 }) if (name) for (; k < 9; ) k++; else seen.push(-1);
seen.push(...[1, 2].map((x) => { while (x < 3) x++; return x; }), k);
`;

  it('does the same, on the same lines, and counts what each loop did', () => {
    const plain = transpiled(source);
    const { program, lines } = withCountedLoops(plain);
    expect(program.code.split('\n')).toHaveLength(plain.code.split('\n').length);
    expect(lines).toEqual([2, 2, 4, 5, 5, 6, 6, 7]);
    const counts = new Int32Array(2 * lines.length);
    Object.assign(globalThis, { [countsName]: counts });
    expect(evaluate(program.code)['seen']).toEqual(evaluate(plain.code)['seen']);
    const pairs = lines.map((_, loop) => [...counts.subarray(2 * loop, 2 * loop + 2)]);
    expect(pairs).toEqual([
      [1, 3],
      [3, 6],
      [1, 4],
      [1, 4],
      [4, 4],
      [1, 1],
      [1, 1],
      [2, 3],
    ]);
  });

  it('stays in the loop that goes on turning and is not begun again', () => {
    // A loop around it, a loop that has ended, and one within it that is begun at each turn.
    const [before, after] = [Int32Array.of(1, 5, 2, 9, 1, 7, 3, 30), Int32Array.of(1, 5, 2, 9, 1, 8, 4, 40)];
    expect(endlessLoopAt([10, 20, 30, 40], before, after)).toBe(30);
    expect(endlessLoopAt([10, 20, 30, 40], after, after)).toBeUndefined();
  });
});

it('an endless loop is named with its line, be it in a load or in an update', () => {
  const xor = fixtureProgram('xor');
  const loops = [
    [
      '  const { hidden, output } = network;\n',
      '  while (true) for (let i = 0; i < 1e3; i++) network.hidden.biases[0] += 1e-9;\n',
    ],
    ['export const layers =', 'for (const never = 1; never; ) [1, 2].forEach((x) => x + 1);\n'],
  ] as const;
  for (const [line, add] of firstOf(loops, 1)) {
    const source = edited(xor, [line, `${add}${line}`]);
    const thread = new WaitedThread(1_000);
    const loaded = thread.ask({ kind: 'load', program: transpiled(source), seed: 1 });
    const result = loaded.kind === 'failed' ? loaded : thread.ask({ kind: 'advance', updates: 4 });
    const expected = source.split('\n').findIndex((text) => text.includes('never') || text.includes('while (true)')) + 1; // prettier-ignore
    expect(result).toMatchObject({ kind: 'failed', failure: { kind: 'timeout', line: expected } });
  }
});
