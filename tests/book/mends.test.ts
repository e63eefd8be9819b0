import { expect, test } from 'vitest';
import { applyEdits, applyMends, faultState, lineOf, mend, undoMends } from '../../src/book/mends.ts';

const text = 'let a = 1;\nlet b = 2;\nlet c = a + b;\n';
const first = { id: 'first', mend: { typescript: [{ find: 'a = 1', replace: 'a = 10' }] } };
const second = { id: 'second', mend: { typescript: [{ find: 'b = 2', replace: 'b = 20' }] } };

test('mends compose in any order, together or one after the other', () => {
  const both = 'let a = 10;\nlet b = 20;\nlet c = a + b;\n';
  expect(mend(text, [first, second])).toBe(both);
  expect(mend(text, [second, first])).toBe(both);
  expect(mend(mend(text, [first]), [second])).toBe(both);
  expect(mend(mend(text, [second]), [first])).toBe(both);
});

test('a mend can be undone, and a fault says whether it is broken, mended or rewritten', () => {
  const mended = mend(text, [first]);
  expect(faultState(text, first)).toBe('broken');
  expect(faultState(mended, first)).toBe('mended');
  expect(faultState(mended.replace('a = 10', 'a = 7'), first)).toBe('rewritten');
  expect(undoMends(mended, [first])).toEqual({ kind: 'edited', text });
});

test('mending what is mended, and undoing what is broken, changes nothing', () => {
  const mended = mend(text, [first]);
  expect(applyMends(mended, [first, second])).toEqual(applyMends(text, [first, second]));
  expect(undoMends(mended, [first, second])).toEqual({ kind: 'edited', text });
  const longer = { id: 'longer', mend: { typescript: [{ find: 'b = 2;', replace: 'b = 2;\nb += 1;' }] } };
  expect(faultState(text, longer)).toBe('broken');
  expect(mend(mend(text, [longer]), [longer])).toBe(mend(text, [longer]));
});

test('an edit whose text is missing or there twice changes nothing and says so', () => {
  expect(applyEdits(text, [{ find: 'let', replace: 'const' }])).toEqual({
    kind: 'not found',
    find: 'let',
    count: 3,
  });
  expect(applyMends(text.replace('b = 2', 'b = 3'), [first, second])).toEqual({
    kind: 'not found',
    find: 'b = 2',
    count: 0,
  });
  expect(() => mend(text, [{ id: 'x', mend: { typescript: [{ find: 'd', replace: 'e' }] } }])).toThrow(
    'mend(x): expected the text "d" exactly once, found it 0 times',
  );
});

test('two edits of the same place overlap; the same edit twice is one', () => {
  const edit = { find: 'b = 2', replace: 'b = 3' };
  expect(applyEdits(text, [edit, { find: '= 2', replace: '= 4' }]).kind).toBe('overlap');
  expect(applyEdits(text, [edit, { ...edit }])).toEqual({
    kind: 'edited',
    text: text.replace('b = 2', 'b = 3'),
  });
});

test('a replacement is taken as it stands, dollar signs and all', () => {
  expect(applyEdits('x', [{ find: 'x', replace: "$& $1 $'" }])).toEqual({ kind: 'edited', text: "$& $1 $'" });
});

test('a snippet is found on its line', () => {
  expect(lineOf(text, 'c = a')).toBe(3);
  expect(lineOf(text, 'let')).toBeUndefined();
});
