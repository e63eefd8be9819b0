/** Links and forms as strangers make them: read, or answered with what to change, and never a crash. */
import { expect, it } from 'vitest';
import { problemText } from '../../components/exhibits/clinic/form-words.ts';
import { changed, changesOf } from '../../src/clinic/suspects.ts';
import { createRandom, createRun, drawUniform, outputsOf, train } from '../../src/engine/index.ts';
import { fieldsOfLink, linkOf, readFields } from '../../src/clinic/fields.ts';

const asked = (change: Record<string, string>) => readFields({ ...fieldsOfLink('').fields, ...change }, 4);

const absurd: [change: Record<string, string>, field: string, says: RegExp][] = [
  [{ widths: '0 4' }, 'widths', /1 to 64/],
  [{ widths: '-3' }, 'widths', /whole numbers|1 to 64/],
  [{ widths: '1e9' }, 'widths', /1 to 64/],
  [{ widths: '2.5' }, 'widths', /whole numbers/],
  [{ widths: 'many' }, 'widths', /whole numbers/],
  [{ widths: '4 4 4 4 4 4 4' }, 'widths', /1 to 5/],
  [{ epochs: '1000000000' }, 'epochs', /1 to 10/],
  [{ epochs: '0' }, 'epochs', /1 to/],
  [{ epochs: '12.5' }, 'epochs', /plainly/],
  [{ rate: 'NaN' }, 'rate', /plainly/],
  [{ rate: '-0.1' }, 'rate', /takes/],
  [{ rate: '1e99' }, 'rate', /takes/],
  [{ hidden: 'softmax' }, 'hidden', /Choose one/],
  [{ hidden: '<script>alert(1)</script>' }, 'hidden', /Choose one/],
  [{ loss: '__proto__' }, 'loss', /Choose one/],
  [{ task: 'own', rows: '' }, 'rows', /0 lines/],
  [{ task: 'own', rows: '0 0 0' }, 'rows', /arrow/],
  [{ task: 'own', rows: '0 nan -> 1' }, 'rows', /not read/],
  [{ task: 'own', rows: '0 1 -> 1\n0 -> 1' }, 'rows', /Row 2/],
  [{ task: 'own', rows: '0 -> 1\n'.repeat(500) }, 'rows', /500 lines/],
  [{ task: 'own', rows: `${'1 '.repeat(40)} -> 1` }, 'rows', /40 numbers/],
  [{ task: 'own', rows: '1e30 -> 1' }, 'rows', /not read/],
  [{ loss: 'binaryCrossEntropy', output: 'identity' }, 'loss', /sigmoid/],
  [{ task: 'own', rows: '1 -> 7\n0 -> 2', loss: 'binaryCrossEntropy' }, 'loss', /0 to 1/],
];
it.each(absurd)('answers %j with what to change', (change, field, says) => {
  const read = asked(change);
  expect(read.kind).toBe('problems');
  if (read.kind !== 'problems') return;
  expect(read.problems.map((problem) => problem.field)).toContain(field);
  expect(read.problems.map(problemText).join(' ')).toMatch(says);
});

it('takes a whole network, from the inputs to the outputs, for what it is', () => {
  expect(asked({ widths: '2-4-1' })).toMatchObject({ kind: 'description', description: { widths: [4] } });
  expect(asked({ widths: '8 4' })).toMatchObject({ kind: 'description', description: { widths: [8, 4] } });
  expect(asked({ widths: '0' })).toMatchObject({ kind: 'description', description: { widths: [] } });
});

it('cuts what one run costs, and says for how long it was told to train', () => {
  const read = asked({ widths: '64 64', epochs: '10000000' });
  expect(read).toMatchObject({ kind: 'description', toldEpochs: 10_000_000 });
  if (read.kind === 'description') expect(read.description.epochs).toBeLessThan(10_000);
});

it('brings a state back from its link, and drops what is no field', () => {
  const { fields } = fieldsOfLink('');
  const mine = { ...fields, widths: '8 4', printed: '[[0.487]\n [0.487]]', unknown: 'rate,loss' };
  const answers = { before: '0.5 0.5 0.5 0.5', skipped: 'run2' };
  expect(fieldsOfLink(linkOf(mine, answers))).toEqual({ fields: mine, answers });
  expect(fieldsOfLink('#constructor=1&__proto__=2&x=<img onerror=1>')).toEqual({ fields, answers: {} });
  expect(fieldsOfLink(`#printed=${'9'.repeat(100_000)}`).fields.printed.length).toBeLessThan(10_000);
  expect(linkOf(fields, {})).toBe('');
});

it('makes of any links at all either problems or networks that can be trained with every change', () => {
  const random = createRandom(3);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(drawUniform(random) * list.length)]!;
  const values: Record<string, string[]> = {
    task: ['xor', 'not', 'count3', 'own', 'nothing'],
    rows: ['0 -> 0 1\n1 -> 1 0', '1 2 3 -> 4', '(1, 2) : 3\n(2, 1) : 0', '0.5 => 1'],
    widths: ['0', '1', '2', '3 2', '4;4', 'x'],
    hidden: ['relu', 'leakyRelu', 'tanh', 'gelu', 'identity', ''],
    output: ['sigmoid', 'softmax', 'identity', 'relu', 'tanh'],
    loss: ['halfSquaredError', 'binaryCrossEntropy', 'categoricalCrossEntropy', 'squaredError'],
    batch: ['sample', 'random', 'sum', 'mean'],
    weights: ['uniform -1 1', 'he', 'xavier', 'normal 0.1'],
    biases: ['same', 'zeros', 'none'],
    epochs: ['3', '10'],
    unknown: ['', 'rate', 'hidden,output', 'widths,loss,batch,order,weights,epochs'],
  };
  let networks = 0;
  for (let k = 0; k < 150; k++) {
    const read = asked(Object.fromEntries(Object.entries(values).map(([name, list]) => [name, pick(list)])));
    if (read.kind === 'problems') {
      for (const problem of read.problems) expect(problemText(problem).length).toBeGreaterThan(20);
      continue;
    }
    networks++;
    for (const change of changesOf(read.description)) {
      const { spec } = changed(read.description, [change]);
      const run = createRun(spec, 1);
      train(run, 2);
      expect(outputsOf(run).length).toBe(read.description.data.inputs.length);
    }
  }
  expect(networks).toBeGreaterThan(30);
});
