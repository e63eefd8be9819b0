import { expect, it } from 'vitest';
import { createRandom, drawUniform } from '../../src/engine/index.ts';

it('mulberry32 by its definition in integers of unlimited size', () => {
  const M = 2n ** 32n;
  let a = 12345n;
  const draw = (): number => {
    a = (a + 0x6d2b79f5n) % M;
    let t = ((a ^ (a >> 15n)) * (a | 1n)) % M;
    t = ((t + (((t ^ (t >> 7n)) * (t | 61n)) % M)) % M) ^ t;
    return Number((t ^ (t >> 14n)) % M) / 2 ** 32;
  };
  const random = createRandom(12345);
  for (let n = 0; n < 1000; n++) expect(drawUniform(random)).toBe(draw());
});

it('its whole state is one integer: put back, it goes on as before', () => {
  const random = createRandom(7);
  drawUniform(random);
  const copy = { ...random };
  expect([drawUniform(random), drawUniform(random)]).toEqual([drawUniform(copy), drawUniform(copy)]);
});
