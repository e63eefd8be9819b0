import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { computedOnceIn, digestOfSources } from '../../../src/book/facts/computed.ts';

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

describe('a number that takes long', () => {
  it('is computed once for the same sources, by whichever build asks first', () => {
    const share = { found: 1, among: 3 };
    const [compute, again, other] = [slowly(0.1 + 0.2), slowly(-1), slowly(share)];
    expect(computedOnceIn(file, () => 'sources')('a', compute)).toBe(0.1 + 0.2);
    expect(computedOnceIn(file, () => 'sources')('b', other)).toEqual(share);
    const later = computedOnceIn(file, () => 'sources');
    expect(later('a', again)).toBe(0.1 + 0.2);
    expect(later('b', again)).toEqual(share);
    expect(again).not.toHaveBeenCalled();
  });

  it('is computed again when a source has changed', () => {
    computedOnceIn(file, () => 'sources')('a', slowly(1));
    expect(computedOnceIn(file, () => 'other sources')('a', slowly(2))).toBe(2);
  });

  it('is computed again where what is kept cannot be read, or nothing can be kept', () => {
    writeFileSync(join(folder, 'broken.json'), '{');
    expect(computedOnceIn(join(folder, 'broken.json'), () => 'sources')('a', slowly(1))).toBe(1);
    const inAFile = join(folder, 'broken.json', 'facts.json');
    expect(computedOnceIn(inAFile, () => 'sources')('a', slowly(1))).toBe(1);
  });

  it('is not kept where JSON cannot say it', () => {
    computedOnceIn(file, () => 'sources')('a', slowly(Infinity));
    expect(computedOnceIn(file, () => 'sources')('a', slowly(Infinity))).toBe(Infinity);
  });
});

it('sources have one digest, of 64 hexadecimal digits', () => {
  expect(digestOfSources()).toMatch(/^[0-9a-f]{64}$/);
  expect(digestOfSources()).toBe(digestOfSources());
});
