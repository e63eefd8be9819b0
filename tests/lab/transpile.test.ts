import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { transpile } from '../../src/lab/transpile.ts';
import { evaluate } from '../../src/lab/runtime/evaluate.ts';
import { failureOf } from '../../src/lab/runtime/thrown.ts';

function transpiled(source: string) {
  const result = transpile(source);
  if (result.kind === 'failed') throw new Error(result.failure.message);
  return result.value;
}

function failure(source: string) {
  const result = transpile(source);
  if (result.kind === 'ok') throw new Error('It was read without complaint.');
  return result.failure;
}

describe('a program that can be read', () => {
  it.each(globSync('tests/fixture/content/*/*/program.ts'))(
    'keeps every word of %s at its line and column',
    (file) => {
      const source = readFileSync(file, 'utf8');
      const lines = source.split('\n');
      const code = transpiled(source).code.split('\n').slice(0, lines.length);
      let compared = 0;
      code.forEach((line, index) => {
        for (const { 0: word, index: column } of line.matchAll(/[\w.]+/g)) {
          if (word.startsWith('import_meta')) continue;
          expect(lines[index]!.slice(column, column + word.length), `${file}:${index + 1}`).toBe(word);
          compared++;
        }
      });
      expect(compared).toBeGreaterThan(200);
    },
  );

  it('answers its exports, in whatever form they are written', () => {
    const source = [
      'const hidden: number = 3;',
      'export const [a, { b }] = [1, { b: 2 }];',
      'export function f<T>(this: void, x: T): T { return x; }',
      'const inner = 7;',
      'export { inner as outer };',
      'export default class {}',
      'export let counter = 0;',
      'export const count = (): number => ++counter;',
    ].join('\n');
    const { code, exported, declared } = transpiled(source);
    const exports = evaluate(code);
    expect(Object.keys(exports).sort()).toEqual(['a', 'b', 'count', 'counter', 'f', 'outer']);
    expect([exports['a'], exports['b'], exports['outer']]).toEqual([1, 2, 7]);
    (exports['count'] as () => number)();
    expect(exports['counter']).toBe(1);
    expect(exported).toMatchObject({ a: 2, b: 2, f: 3, outer: 5, count: 8 });
    expect(declared['hidden']).toBe(1);
  });

  it('is not the main program', () => {
    const source =
      "export let ran = 'no';\nif (import.meta.main) ran = 'yes'; // import.meta\nexport const said = 'import.meta';";
    const exports = evaluate(transpiled(source).code);
    expect(exports['ran']).toBe('no');
    expect(exports['said']).toBe('import.meta');
  });

  it('leaves texts and templates alone, also where types are taken out of them', () => {
    const source =
      'const x = 1;\nexport const t = `a ${x as number}  b ${(x as any)!}c\n  d`; export const after: string = "e";';
    const exports = evaluate(transpiled(source).code);
    expect(exports['t']).toBe('a 1  b 1c\n  d');
    expect(exports['after']).toBe('e');
  });

  it('drops imports of types', () => {
    const source = "import type { Program } from '../../src/lab/index.ts';\nexport const a = 1;";
    expect(evaluate(transpiled(source).code)['a']).toBe(1);
  });

  it('says at which line and column it threw', () => {
    const source =
      'export const x = 1;\nfunction deep(a: number): number {\n  return (a as any).b.c;\n}\nexport const y: number = deep(1);';
    let thrown: unknown;
    try {
      evaluate(transpiled(source).code);
    } catch (error) {
      thrown = error;
    }
    const failure = failureOf(thrown);
    expect([failure.kind, failure.line]).toEqual(['exception', 3]);
    expect(source.split('\n')[2]!.slice(failure.column! - 1)).toMatch(/^c;/);
    expect(failure.message).toContain('undefined');
  });

  it('says so too when it threw in its first line', () => {
    let thrown: unknown;
    try {
      evaluate(transpiled('export const x: number = oops;').code);
    } catch (error) {
      thrown = error;
    }
    expect(failureOf(thrown)).toMatchObject({
      line: 1,
      column: 26,
      message: expect.stringContaining('`oops`') as string,
    });
  });
});

describe('a program that cannot be read', () => {
  it.each([
    ['const a = 1;\nlet b: = ;\n', 2, 8, /`=` is not expected here|`= ;` is not/],
    ['const a = 1;\nfor (let i = 0; i < 3; i++ {\n}\n', 2, 28, /`\{` where `\)` is expected/],
    ['const a = [1, 2;\n', 1, 16, /`;`/],
    ["const a = 'abc;\n", 1, 11, /quotation mark/],
    ['function f() {\n  return 1;\n', 3, 1, /ends in the middle/],
    ['const a = 1;\nconst a = 2;\n', 2, 7, /`a` is declared twice/],
    ['let x = 1;\n  return x;\n', 2, 3, /`return` stands outside/],
  ])('%j is refused with its place', (source, line, column, message) => {
    const { kind, ...said } = failure(source);
    expect(kind).toBe('syntax');
    expect(said.message).toMatch(message);
    expect([said.line, said.column]).toEqual([line, column]);
  });

  it.each([
    ["import { a } from './a.ts';\nexport const b = a;", './a.ts', 1],
    ["export const b = 1;\nexport * from 'x';", 'x', 2],
    ["export const b = 1;\nconst c = await import('x');", undefined, 2],
    ["export const b = 1;\nconst c = () => import('https://example.org/x.js');", 'another file', 2],
  ])('%j may not import', (source, from, line) => {
    const said = failure(source);
    if (from) expect(said.message).toContain(from);
    expect(said.line).toBe(line);
  });

  it('is refused when it is longer than any program needs', () => {
    expect(failure('x'.repeat(200_001)).message).toContain('200,001');
  });

  it('survives brackets nested without end', () => {
    expect(failure('('.repeat(50_000)).kind).toBe('syntax');
  });
});
