import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';

const folder = '.cache/kept';
/** As a build of its own has it. */
async function inABuild() {
  vi.resetModules();
  Object.assign(globalThis, { [Symbol.for('book: what is kept too long')]: undefined });
  return (await import('../../src/book/kept-between-builds.ts')).keptBetweenBuilds;
}

beforeEach(() => process.chdir(mkdtempSync(join(tmpdir(), 'kept-'))));

it('is worked out once for what it depends on, with the numbers that JSON has no words for', async () => {
  const compute = vi.fn(() => ({ numbers: [-0, NaN, Infinity], bytes: Float64Array.of(0.1) }));
  const first = await (await inABuild())(['run', 1], compute);
  expect(await (await inABuild())(['run', 1], compute)).toEqual(first);
  expect(first.numbers).toEqual([-0, NaN, Infinity]);
  expect(compute).toHaveBeenCalledTimes(1);
  await (
    await inABuild()
  )(['run', 2], compute);
  expect(compute).toHaveBeenCalledTimes(2);
});

it('is there for what is computed at once as well, and what throws is not kept', async () => {
  vi.resetModules();
  const { keptAtOnce } = await import('../../src/book/kept-between-builds.ts');
  const refuse = vi.fn((): number => {
    throw new Error('wrong');
  });
  expect(() => keptAtOnce('x', refuse)).toThrow('wrong');
  expect(() => keptAtOnce('x', refuse)).toThrow('wrong');
  expect(refuse).toHaveBeenCalledTimes(2);
  const compute = vi.fn(() => 7);
  expect([keptAtOnce('x', compute), keptAtOnce('x', compute)]).toEqual([7, 7]);
  expect(compute).toHaveBeenCalledTimes(1);
});

it('is worked out again where what was kept is broken', async () => {
  await (
    await inABuild()
  )('x', () => 1);
  writeFileSync(join(folder, readdirSync(folder)[0]!), 'broken');
  expect(await (await inABuild())('x', () => 2)).toBe(2);
});

it('is thrown away when no build has asked for it in a month', async () => {
  await (
    await inABuild()
  )('x', () => 1);
  const monthAgo = new Date(performance.timeOrigin - 40 * 24 * 3600 * 1000);
  utimesSync(join(folder, readdirSync(folder)[0]!), monthAgo, monthAgo);
  await (
    await inABuild()
  )('y', () => 1);
  expect(readdirSync(folder)).toHaveLength(1);
});
