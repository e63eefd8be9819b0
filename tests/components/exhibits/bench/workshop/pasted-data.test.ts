import { describe, expect, it } from 'vitest';
import { readPastedData } from '../../../../../components/exhibits/bench/workshop/pasted-data.ts';
import { samplesOf, withData } from '../../../../../components/exhibits/bench/workshop/write-data.ts';

const xor = { inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[0], [1], [1], [0]] }; // prettier-ignore

/** What the page makes of it without the reader choosing anything. */
function taken(text: string) {
  const read = readPastedData(text);
  if (read.kind === 'refused') throw new Error(read.why);
  const made = samplesOf(read.table, read.table.targets);
  if (made.kind === 'refused') throw new Error(made.why);
  const { inputs, targets } = made.samples;
  return { inputs, targets };
}

describe('XOR is read', () => {
  it.each([
    ['as CSV', '0,0,0\n0,1,1\n1,0,1\n1,1,0\n'],
    ['as CSV with a heading, a comment and spaces', '# xor\nx1, x2, y\n0, 0, 0\n0, 1, 1\n1, 0, 1\n1, 1, 0'],
    ['as CSV whose targets come first', 'target,a,b\n0,0,0\n1,0,1\n1,1,0\n0,1,1'],
    ['with tabs', 'a\tb\tc\n0\t0\t0\n0\t1\t1\n1\t0\t1\n1\t1\t0'],
    ['with semicolons and Windows lines', '0;0;0\r\n0;1;1\r\n1;0;1\r\n1;1;0\r\n'],
    ['with spaces', '  0 0  0\n  0 1  1\n1 0 1\n1 1 0'],
    ['as a table of Markdown', '| a | b | y |\n|---|---|---|\n| 0 | 0 | 0 |\n| 0 | 1 | 1 |\n| 1 | 0 | 1 |\n| 1 | 1 | 0 |'], // prettier-ignore
    ['as a list of rows', '[[0,0,0],[0,1,1],[1,0,1],[1,1,0]]'],
    ['as Python', 'X = [[0, 0], [0, 1], [1, 0], [1, 1]]  # inputs\ny = [0, 1, 1, 0]'],
    ['as NumPy', 'X = np.array([[0,0],[0,1],[1,0],[1,1]], dtype=float)\ny = np.array([[0],[1],[1],[0]])'],
    ['as NumPy prints it', '[[0. 0. 0.]\n [0. 1. 1.]\n [1. 0. 1.]\n [1. 1. 0.]]'],
    ['as a tensor', 'torch.tensor([[0., 0., 0.], [0., 1., 1.], [1., 0., 1.], [1., 1., 0.]])'],
    ['as tuples', 'data = [([0, 0], [0]), ([0, 1], [1]), ([1, 0], [1]), ([1, 1], [0])]'],
    ['as pairs with a number', '[((0, 0), 0), ((0, 1), 1), ((1, 0), 1), ((1, 1), 0)]'],
    ['as JavaScript', 'const data = {\n  inputs: [[0, 0], [0, 1], [1, 0], [1, 1]],\n  targets: [[0], [1], [1], [0]],\n};'], // prettier-ignore
    ['as a list of objects', '[{ input: [0, 0], output: [0] }, { input: [0, 1], output: [1] }, { input: [1, 0], output: [1] }, { input: [1, 1], output: [0] }]'], // prettier-ignore
    ['as JSON', '[{"input":[0,0],"output":[0]},{"input":[0,1],"output":[1]},{"input":[1,0],"output":[1]},{"input":[1,1],"output":[0]}]'], // prettier-ignore
    ['as JSON of two lists', '{"inputs":[[0,0],[0,1],[1,0],[1,1]],"targets":[0,1,1,0]}'],
    [
      'as Lua',
      'local data = {\n  {{0, 0}, {0}}, -- none\n  {{0, 1}, {1}},\n  {{1, 0}, {1}},\n  {{1, 1}, {0}},\n}',
    ],
    ['as Lua of two tables', 'inputs = {{0,0},{0,1},{1,0},{1,1}}\ntargets = {{0},{1},{1},{0}}'],
    ['as truth values', 'X = [[False, False], [False, True], [True, False], [True, True]]\nY = [False, True, True, False]'], // prettier-ignore
  ])('%s', (_, text) => {
    const { inputs, targets } = taken(text);
    const order = inputs.map((input, n) => [...input, ...targets[n]!].join()).toSorted();
    expect(order).toEqual(xor.inputs.map((input, n) => [...input, ...xor.targets[n]!].join()).toSorted());
  });
});

describe('other data are read', () => {
  it('with words as classes, in the order in which they come', () => {
    const read = readPastedData(
      'length,width,species\n5.1,3.5,setosa\n7,3.2,versicolor\n6.3,3.3,virginica\n5,3,setosa',
    );
    if (read.kind === 'refused') throw new Error(read.why);
    expect(read.table.columns).toEqual(['length', 'width', 'species']);
    const made = samplesOf(read.table, read.table.targets);
    expect(made).toMatchObject({
      kind: 'made',
      samples: {
        targets: [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]], // prettier-ignore
        classes: ['“setosa” is 1, 0, 0', '“versicolor” is 0, 1, 0', '“virginica” is 0, 0, 1'],
      },
    });
  });

  it('with two words as 0 and 1', () => {
    expect(taken('1,2,no\n3,4,yes').targets).toEqual([[0], [1]]);
  });

  it('with decimal commas, signs and powers of ten', () => {
    expect(taken('0,5;−1;1\n1,5;2e-3;0')).toEqual({ inputs: [[0.5, -1], [1.5, 0.002]], targets: [[1], [0]] }); // prettier-ignore
  });

  it('with the columns as targets that the reader chooses', () => {
    const read = readPastedData('1,2,3,4\n5,6,7,8');
    if (read.kind === 'refused') throw new Error(read.why);
    expect(samplesOf(read.table, [0, 3])).toMatchObject({ samples: { inputs: [[2, 3], [6, 7]], targets: [[1, 4], [5, 8]] } }); // prettier-ignore
  });
});

describe('what is not understood is named', () => {
  it.each([
    ['', /nothing to read/],
    ['1,2,3\n1,2', /Line 2 has 2 values and the first row has 3/],
    ['1,2\n\n3,\n', /Line 3 has one value and the first row has 2/],
    ['1,2,3\n1,,3', /Line 2 has no value in column 2/],
    ['1,2,3\n1,NaN,3', /Line 2 has no value in column 2/],
    ['1\n2\n3', /one column/],
    ['[[1, 2], [3, 4]', /bracket that line 1 opens is never closed/],
    ['[[1, 2), [3]]', /closes with “\)” what line 1 opened for “\]”/],
    ['[1, 2]]', /closes a bracket that was never opened/],
    ['[[1, 2],\n [3, nan]]', /Line 2 holds nan/],
    ['[[1, 2], [3]]', /Sample 2 has one value and the first has 2/],
    ['X = [[1, 2], [3, 4]]\ny = [1]', /Inputs: 2, targets: 1/],
    ['[[1, 2 % 3]]', /holds “%”/],
    ['[[1, 1e999], [1, 2]]', /Sample 1 holds a number that is too large/],
    ['x,y\n', /one|no row|heading/],
  ])('%j', (text, why) => {
    const read = readPastedData(text);
    expect(read.kind === 'refused' && read.why).toMatch(why);
  });

  it('an input that holds words, with what to do', () => {
    const read = readPastedData('colour,size,price\nred,1,2\nblue,2,3');
    if (read.kind === 'refused') throw new Error(read.why);
    expect(samplesOf(read.table, [2])).toMatchObject({ why: expect.stringMatching(/“colour” holds words, such as “red”/) as string }); // prettier-ignore
    expect(samplesOf(read.table, [])).toMatchObject({ why: expect.stringMatching(/at least one/) as string });
    expect(samplesOf(read.table, [0, 1, 2])).toMatchObject({ why: expect.stringMatching(/at least one/) as string }); // prettier-ignore
  });

  it('never throws, whatever is pasted', () => {
    for (const text of [
      '{',
      '}',
      ']][[',
      '"',
      "'",
      '\\',
      '((((',
      '\0',
      '[[[[[]]]]]',
      '[]',
      '{}',
      'function f() {}',
      '<html>',
      '🙂',
      '-',
      '--',
      '1-2-3',
      '[1 [2 [3',
    ])
      expect(['read', 'refused']).toContain(readPastedData(text).kind);
  });
});

describe('a table is written into a program', () => {
  const samples = { inputs: [[1, 2]], targets: [[3]], classes: [] };
  const written = 'export const data = {\n  inputs: [\n    [1, 2],\n  ],\n  targets: [\n    [3],\n  ],\n};';

  it.each([
    ['export const data = { inputs: [[0]], targets: [[0]] };', ''],
    ['const data = {\n  inputs: [[0]], // };\n  targets: [[0]],\n};', ''],
    ['export const data = {\n  inputs: [["}"]],\n}', ''],
    ['export function data(seed) {\n  if (seed) { return 1; }\n  return {};\n}', ''],
    ['let data =\n  make(1,\n 2);', ''],
  ])('in place of %j', (text) => {
    expect(withData(`before();\n${text}\nafter();\n`, samples)).toEqual({
      text: `before();\n${written}\nafter();\n`,
      replaced: true,
    });
  });

  it('at the top where there is none', () => {
    expect(withData('x();\n', samples)).toEqual({ text: `${written}\n\nx();\n`, replaced: false });
  });

  it('within 68 columns, however long a row', () => {
    const wide = { inputs: [Array.from({ length: 100 }, (_, n) => n / 7)], targets: [[1]], classes: [] };
    const { text } = withData('', wide);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(68);
    const { data } = { data: JSON.parse(/inputs: (\[[^]*?\n {2}\]),/.exec(text)![1]!.replace(/,(\s*\])/g, '$1')) as number[][] }; // prettier-ignore
    expect(data).toEqual(wide.inputs);
  });
});
