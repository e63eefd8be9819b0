// Numbers of this chapter that a proof gives.
import { expect, test } from 'vitest';
import { factResult } from '../../../src/book/facts/fact-result.ts';
import { testClosedForms } from '../../../tests/cases/measured-elsewhere.ts';

testClosedForms('output-range', { 'counting-floor': 7 / 8, 'logit-of-0.999': Math.log(999) });

test('1/(1 + e^-z) rounds to 1 once e^-z is at most half of the distance from 1 to the next double', () => {
  expect(factResult('output-range.sigmoid-is-one-from').value).toBeCloseTo(53 * Math.LN2, 2);
});
