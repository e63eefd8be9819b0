import { describe, expect, it } from 'vitest';
import { diagnosed } from './diagnosed.ts';
import { reconstructions } from './reconstructions.ts';

describe('a network that somebody asked about', () => {
  it.each(reconstructions.map((one) => [one.name, one] as const))(
    '%s',
    { timeout: 60_000 },
    (_, { program, updates, seed, codes }) => {
      const found = diagnosed(program, updates, seed);
      expect(found.codes.filter((code) => codes.includes(code))).not.toEqual([]);
      expect(found.words).not.toMatch(/\bNaN (times|and)|undefined times|between NaN/);
    },
  );
});
