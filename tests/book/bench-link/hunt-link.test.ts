import { expect, it } from 'vitest';
import { readHuntLink, writeHuntLink } from '../../../src/book/bench-link/hunt-link.ts';

const bench = 'cases/xor/program.ts';
const known = ['derivative-always-one', 'relu-at-the-output'];

it('brings the faults that were chosen, and names none of them readably', async () => {
  const hash = await writeHuntLink({ bench, faults: ['relu-at-the-output'] });
  expect(hash).not.toMatch(/relu|output|fault|xor/i);
  expect(await readHuntLink(`#${hash}`, bench, known)).toEqual({
    kind: 'opened',
    faults: ['relu-at-the-output'],
  });
});

it('leaves every other address alone', async () => {
  for (const hash of ['', '#', '#the-symptom', '#bench=1.x.y'])
    expect(await readHuntLink(hash, bench, known)).toEqual({ kind: 'none' });
});

it('says so where it was cut off, changed, made by a newer book, for another program or for other faults', async () => {
  const hash = await writeHuntLink({ bench, faults: known });
  const message = async (text: string, of = bench, faults = known) => {
    const read = await readHuntLink(text, of, faults);
    return read.kind === 'failed' ? read.message : read.kind;
  };
  expect(await message(hash.slice(0, -3))).toMatch(/not whole/);
  expect(await message(`${hash.slice(0, -1)}${hash.endsWith('A') ? 'B' : 'A'}`)).toMatch(/not whole/);
  expect(await message('hunt=nonsense')).toMatch(/not whole/);
  expect(await message(hash.replace('=1.', '=2.'))).toMatch(/newer version/);
  expect(await message(hash, 'cases/deep/program.ts')).toMatch(/another program/);
  expect(await message(hash, bench, known.slice(1))).toMatch(/has changed since/);
  expect(await message(await writeHuntLink({ bench, faults: [] }))).toMatch(/not whole/);
});
