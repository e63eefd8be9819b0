import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseExercises } from '../../src/book/exercises.ts';
import { parseFaults } from '../../src/book/faults.ts';

/** The examples in content/README.md that begin with a word, without what they are indented by. */
const examples = (begin: string): string[] =>
  [...readFileSync('content/README.md', 'utf8').matchAll(/^( *)```yaml\n([^]*?)^ *```$/gm)].flatMap(
    ([, indent, yaml]) => {
      const text = yaml!.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
      return text.startsWith(`${begin}:`) ? [text] : [];
    },
  );

it('what the guide shows as exercises and faults can be written so', () => {
  const [exercises] = examples('exercises');
  // What an example can lack is the content that it speaks of.
  expect(() => parseExercises(exercises!, 'README.md', 'my-chapter')).toThrow(
    /^README\.md:\d+: exercises\[1\]\.answer\.fact: .*"my-chapter.*\nREADME\.md:\d+: exercises\[2\]\.program: content\/cases\/my-case\/program\.ts does not exist.*$/,
  );
  const [faults] = examples('faults');
  const program = 'weight += rate * slope;';
  expect(parseFaults(faults!, 'README.md', { typescript: program }).faults.map(({ id }) => id)).toEqual([
    'uphill',
  ]);
});
