import { expect, it } from 'vitest';
import { faultNames } from '../../src/engine/faults.ts';
import { activationNames } from '../../src/engine/index.ts';
import {
  digestOf,
  digestOfFifty,
  fiftySpecs,
  laterSpecs,
  PINNED_DIGEST,
  PINNED_LATER,
} from './fifty-specs.ts';

it('there are fifty specs, with every activation and every fault', () => {
  const specs = fiftySpecs();
  expect(specs).toHaveLength(50);
  const withLater = [...specs, ...laterSpecs()];
  expect(new Set(specs.flatMap((spec) => spec.layers.map((layer) => layer.activation)))).toEqual(
    new Set(activationNames),
  );
  const bitless = ['rate-undefined']; // NaN from the first update on
  expect(new Set(withLater.flatMap((spec) => spec.faults ?? []).map((fault) => fault.name))).toEqual(
    new Set(faultNames.filter((name) => !bitless.includes(name))),
  );
});

it('they train to the same bits as ever', () => {
  expect(digestOfFifty()).toBe(PINNED_DIGEST);
  expect(digestOf(laterSpecs())).toBe(PINNED_LATER);
});
