// What an independent program in NumPy found from two starts, and what a proof gives.
import { expect, test } from 'vitest';
import { testClosedForms, testProse } from '../../../tests/cases/measured-elsewhere.ts';
import { loadCase, outputsOfProgram, trainProgram } from '../../../tests/cases/load-program.ts';

/** The outputs after 3,000 epochs at a rate of 1. */
async function endOf(start: number, variant: string): Promise<number[]> {
  const program = await loadCase('learns-the-opposite', { variant });
  const network = program.create(1);
  program.layers(network)[0]!.weights[0]![0] = start;
  trainProgram(program, network, 3000);
  return outputsOfProgram(program, network).map((output) => Math.round(output * 100) / 100);
}

test.each([
  { start: -0.01, variant: 'as-posted', ends: [1, 1, 0, 0] },
  { start: 0.01, variant: 'as-posted', ends: [0, 0, 1, 1] },
  { start: -0.01, variant: 'labels-turned', ends: [0.5, 0.5, 0.5, 0.5] },
  { start: 0.01, variant: 'labels-turned', ends: [0.5, 0.5, 0.5, 0.5] },
])('from $start, $variant, it ends at $ends', async ({ start, variant, ends }) => {
  expect(await endOf(start, variant)).toEqual(ends);
});

testClosedForms('learns-the-opposite', { 'cost-when-inverted': 13 * Math.LN10 });
testProse('learns-the-opposite', { 'cost-when-inverted': '29.93', 'cost-at-one-half': '0.693' });
