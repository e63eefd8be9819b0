import { expect, it } from 'vitest';
import { faultNames } from '../../src/engine/faults.ts';
import { activationNames } from '../../src/engine/index.ts';
import { digestOfFifty, fiftySpecs, PINNED_DIGEST } from './fifty-specs.ts';

it('there are fifty specs, with every activation and every fault', () => {
  const specs = fiftySpecs();
  expect(specs).toHaveLength(50);
  expect(new Set(specs.flatMap((spec) => spec.layers.map((layer) => layer.activation)))).toEqual(
    new Set(activationNames),
  );
  expect(new Set(specs.flatMap((spec) => spec.faults ?? []).map((fault) => fault.name))).toEqual(
    new Set(faultNames),
  );
});

it('they train to the same bits as ever', () => {
  expect(digestOfFifty()).toBe(PINNED_DIGEST);
});
