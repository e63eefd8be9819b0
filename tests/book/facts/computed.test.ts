import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { computedOnceIn } from '../../../src/book/facts/computed.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'facts-'));
  file = join(folder, 'kept', 'facts.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A computation that takes longer than what is not worth keeping. */
const slowly = <T>(value: T) =>
  vi.fn(() => {
    const end = performance.now() + 60;
    while (performance.now() < end);
    return value;
  });

/** A fact as its page's facts.ts has it. */
const fact = (id: string, value: () => number | { found: number; among: number }) =>
  ({ kind: 'number', id, folder: 'cases/x', how: 'by hand', value }) as const;

describe('a number that takes long', () => {
  it('is computed once for the same digest, by whichever build asks first', () => {
    const share = { found: 1, among: 3 };
    const [compute, again, other] = [slowly(0.1 + 0.2), slowly(-1), slowly(share)];
    expect(computedOnceIn(file, () => 'digest')(fact('a', compute))).toBe(0.1 + 0.2);
    expect(computedOnceIn(file, () => 'digest')(fact('b', other))).toEqual(share);
    const later = computedOnceIn(file, () => 'digest');
    expect(later(fact('a', again))).toBe(0.1 + 0.2);
    expect(later(fact('b', again))).toEqual(share);
    expect(again).not.toHaveBeenCalled();
  });

  it('is computed again when what it depends on has changed', () => {
    computedOnceIn(file, () => 'digest')(fact('a', slowly(1)));
    expect(computedOnceIn(file, () => 'another digest')(fact('a', slowly(2)))).toBe(2);
  });

  it('is computed again where what is kept cannot be read, or nothing can be kept', () => {
    writeFileSync(join(folder, 'broken.json'), '{');
    expect(computedOnceIn(join(folder, 'broken.json'), () => 'digest')(fact('a', slowly(1)))).toBe(1);
    const inAFile = join(folder, 'broken.json', 'facts.json');
    expect(computedOnceIn(inAFile, () => 'digest')(fact('a', slowly(1)))).toBe(1);
  });

  it('is not kept where JSON cannot say it', () => {
    computedOnceIn(file, () => 'digest')(fact('a', slowly(Infinity)));
    expect(computedOnceIn(file, () => 'digest')(fact('a', slowly(Infinity)))).toBe(Infinity);
  });
});
