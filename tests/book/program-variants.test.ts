import '../fixture/in-fixture-content.ts';
import { expect, it } from 'vitest';
import { changedLines } from '../../src/book/changed-lines.ts';
import { programVariants, variantSource } from '../../src/book/program-variants.ts';

it('gives the program as posted unchanged, but for its types', () => {
  const source = variantSource('xor', 'as-posted');
  expect(source).toContain('derivative: (x) => (x >= 0 ? 1 : 0)');
  const { code } = programVariants().load('/p/content/cases/xor/program.ts?variant=as-posted')!;
  expect(code).toContain('derivative: (x) => (x >= 0 ? 1 : 0)');
  expect(code).not.toContain('type Network');
});

it('leaves every other module to others', () => {
  expect(programVariants().load('/p/content/cases/xor/program.ts')).toBeUndefined();
});

it('shows the one place in which a variant differs', () => {
  expect(changedLines('xor', 'as-posted', 'leaky-line')).toEqual([
    'ReLU: { value: (x) => (x > 0 ? x : 0), derivative: (x) => (x >= 0 ? 1 : 0) }',
    'ReLU: { value: (x) => (x > 0 ? x : 0.1 * x), derivative: (x) => (x > 0 ? 1 : 0.1) }',
  ]);
});

it('refuses to show one line where two apart differ', () => {
  expect(() => changedLines('xor', 'as-posted', 'hidden-right-linear-output')).toThrow(
    '2 lines differ; expected one, or lines next to one another',
  );
});

it('refuses a variant that the case does not have', () => {
  expect(() => variantSource('xor', 'no-such')).toThrow(
    'content/cases/xor/experiments.yaml: variants: there is no "no-such"',
  );
});
