import { expect, it } from 'vitest';
import { isSameName, readAssignment, writeAssignment } from '../../src/book/assignment.ts';

it('reads what a link says of an exhibit', () => {
  expect(
    readAssignment('?exhibit=plateau&seed=7&targets=0,1,1,0&lock=seed,%20epoch&hide=hints', false),
  ).toEqual({
    exhibit: 'plateau',
    values: new Map([
      ['seed', '7'],
      ['targets', '0,1,1,0'],
    ]),
    lock: ['seed', 'epoch'],
    hide: ['hints'],
    mistakes: [],
  });
});

it('takes no other query for an assignment: on a page with many exhibits it must name one', () => {
  expect(readAssignment('', false)).toBeUndefined();
  expect(readAssignment('?q=softmax&seed=7&lock=seed', false)).toBeUndefined();
});

it('takes the whole query of a page that shows one exhibit alone, but for the theme', () => {
  expect(readAssignment('', true)).toBeUndefined();
  expect(readAssignment('?theme=dark', true)).toBeUndefined();
  expect(readAssignment('?theme=dark&seed=7', true)?.values).toEqual(new Map([['seed', '7']]));
});

it('says what can’t be meant so, and takes the rest', () => {
  const read = readAssignment('?seed=7&seed=8&lock=,seed&=3&hide=', true)!;
  expect(read.values).toEqual(new Map([['seed', '7']]));
  expect(read.lock).toEqual(['seed']);
  expect(read.hide).toEqual([]);
  expect(read.mistakes).toEqual([
    { kind: 'twice', name: 'seed' },
    { kind: 'empty', name: 'lock' },
    { kind: 'empty', name: '3' },
    { kind: 'empty', name: 'hide' },
  ]);
});

it('never throws, whatever stands in the address', () => {
  for (const search of [
    '?%',
    '?lock=%E0%A4%A',
    '?&&&',
    `?a=${'x'.repeat(1e5)}`,
    '?lock',
    '?exhibit=%00&<b>=1',
  ])
    expect(() => readAssignment(search, true)).not.toThrow();
});

it('writes a query that can be read by people, and is read again as it was meant', () => {
  const assignment = {
    exhibit: 'range-gap',
    values: new Map([
      ['targets', '0, 1, 1, 0'],
      ['note', 'a&b=c+d #1 “é”'],
    ]),
    lock: ['targets', 'activation'],
    hide: ['scaled'],
  };
  const written = writeAssignment(assignment, 'dark');
  expect(written).toContain('?exhibit=range-gap&targets=0,+1,+1,+0&note=');
  expect(written).toContain('&lock=targets,activation&hide=scaled&theme=dark');
  expect(readAssignment(written, false)).toEqual({ ...assignment, mistakes: [] });
  expect(writeAssignment({ values: new Map(), lock: [], hide: [] })).toBe('');
});

it('takes names that differ in hyphens and capitals alone for the same', () => {
  expect(isSameName('learning-rate', 'learningRate')).toBe(true);
  expect(isSameName('learning_rate', 'LearningRate')).toBe(true);
  expect(isSameName('rate', 'learningRate')).toBe(false);
});
