import { describe, expect, test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { digestOf } from '../../../src/book/experiments/digest.ts';
import { lettersOf } from '../../../src/book/experiments/measured.ts';
import { lettersOfSweep } from '../../../src/book/experiments/measure-sweep.ts';
import { checkedProgram } from '../../../src/book/experiments/programs.ts';
import { experimentsOf } from '../../../src/book/experiments/read-experiments.ts';
import { factOf } from '../../../src/book/facts/fact-of.ts';
import { factResult } from '../../../src/book/facts/fact-result.ts';
import { experiments, inSmallBook, program, write } from './small-book.ts';
import { firstOf } from '../../whole.ts';

inSmallBook();

const read = () => experimentsOf('cases/tiny');
const sweepOf = (id: string) => read().sweeps.get(id)!;
const seeds = (count: number) => Array.from({ length: count }, (_, k) => k + 1);

/** The spec of the program, and what its mend does to it. */
const withSpec = `
spec:
  data: { inputs: [[1], [-1]], targets: [[1], [-1]] }
  layers: [{ units: 1, activation: identity, biases: false }]
  loss: halfSquaredError
  initial: { parameters: [0.4] }
  optimizer: { kind: sgd, learningRate: 0.5 }
  batch: sample
epochs: 4
`;

async function measure(ids: string[]): Promise<void> {
  const kept: Record<string, unknown> = {};
  for (const id of ids) {
    const sweep = sweepOf(id);
    kept[id] = { digest: digestOf(sweep), letters: await lettersOfSweep(sweep, seeds(sweep.seeds)) };
  }
  writeFileSync('content/cases/tiny/measured.json', JSON.stringify(kept));
}

describe('experiments without a spec', () => {
  test('run each variant of the program by its edits', async () => {
    expect([...read().sweeps.keys()]).toEqual(['as-posted', 'rate-0.1', 'rate-1.5', 'mended.never-moves']);
    expect(sweepOf('rate-1.5').runs).toMatchObject({
      kind: 'program',
      text: expect.stringContaining('= 1.5'),
    });
    // A weight below 0 puts both outputs on the wrong side; with the fault it stays there, without it it goes to 1.
    expect(await lettersOfSweep(sweepOf('as-posted'), seeds(4))).toBe('pppp');
    expect(await lettersOfSweep(sweepOf('rate-1.5'), seeds(4))).toBe('ssss');
  });

  test('are counted as facts, and the first of a sweep too', async () => {
    await measure(['as-posted', 'rate-0.1', 'rate-1.5', 'mended.never-moves']);
    expect(factResult('tiny.rate-1.5.solved')).toMatchObject({ value: 1, runs: 10 });
    expect(factResult('tiny.first.solved')).toMatchObject({ value: 0, runs: 4 });
    expect(factResult('tiny.mended.never-moves.solved')).toMatchObject({ value: 1, runs: 5 });
  });

  test('are stale when the program does something else, and not when it is written in another way', async () => {
    await measure(['as-posted']);
    write('program.ts', program.replace('export const epochs', '// a comment\nexport const epochs'));
    expect(lettersOf(sweepOf('as-posted'))).toBe('pppppppppp');
    write('program.ts', program.replace('/ 10 - 1', '/ 10 + 1'));
    expect(() => lettersOf(sweepOf('as-posted'))).toThrow(
      'content/cases/tiny/measured.json: the sweep "as-posted" was measured with another program, spec or reading; run "npm run measure"',
    );
  });

  test('are missing before they are measured', () => {
    expect(() => lettersOf(sweepOf('as-posted'))).toThrow('the sweep "as-posted" has not been measured');
  });
});

describe('a reading of a page', () => {
  const reading = (least: number) => `
const least = ${least};
const rate = 0.5;
export const facts = () => ({ rate: { value: () => rate, how: 'the learning rate of the program' } });
export const readings = { weight: ({ outputs }) => (outputs[0] > least ? 'h' : 'l') };
`;
  const yaml = `
sweeps: [{ seeds: 10, reading: weight }]
readings: { weight: { high: { count: h, says: the output for 1 above the least } } }
`;

  test('gives letters that are stale when it or what it names changes, and not when a fact does', async () => {
    write('experiments.yaml', yaml);
    write('facts.ts', reading(-0.75));
    await measure(['as-posted']);
    expect(factResult('tiny.as-posted.high')).toMatchObject({ runs: 10 });
    const letters = lettersOf(sweepOf('as-posted'));
    expect(new Set(letters)).toEqual(new Set('hl'));
    write('facts.ts', reading(-0.75).replace('rate = 0.5', 'rate = 0.25'));
    expect(lettersOf(sweepOf('as-posted'))).toBe(letters);
    write('facts.ts', reading(-0.65));
    expect(() => lettersOf(sweepOf('as-posted'))).toThrow(
      'was measured with another program, spec or reading',
    );
  });
});

describe('a mistake in experiments.yaml', () => {
  const wrong = (yaml: string) => {
    write('experiments.yaml', yaml);
    return read;
  };

  test.each([
    ['a field', 'sweeps:\n  - { sedes: 5 }', ':2: sweeps[0].sedes: there is no such field;'],
    [
      'a variant',
      'sweeps:\n  - { of: nobody, seeds: 5 }',
      ':2: sweeps[0].of: there is no variant "nobody"; expected one of as-posted',
    ],
    [
      'a fault',
      'variants:\n  x: { title: X, mends: [never-move] }',
      ':2: variants.x.mends[0]: there is no fault "never-move"; expected one of never-moves',
    ],
    [
      'an edit',
      "variants:\n  x: { title: X, edits: [{ find: 'nowhere', replace: 'y' }] }",
      'variants.x.edits: expected the text "nowhere" exactly once, found it 0 times',
    ],
    [
      'a reading',
      'sweeps:\n  - { seeds: 5, reading: outcom }',
      ':2: sweeps[0].reading: there is no reading "outcom"; expected one of outcome',
    ],
    [
      'another page',
      "sweeps:\n  - { id: a, of: 'cases/gone#x', seeds: 5 }",
      ':2: sweeps[0].of: there is no content/cases/gone',
    ],
    ['seeds', 'sweeps:\n  - {}', 'sweeps[0].seeds: expected either "seeds" or "first"'],
    [
      'a change without a spec',
      'sweeps:\n  - { id: a, set: { batch: sum }, seeds: 5 }',
      'changes a spec, and this program has none',
    ],
    ['a mend without a spec', 'mends:\n  never-moves: { epochs: 3 }', 'changes the spec, and there is none'],
    [
      'an id that is taken',
      'sweeps:\n  - { seeds: 5 }\n  - { seeds: 6 }',
      ':3: sweeps[1]: there is a sweep "as-posted" already',
    ],
    [
      'a spec that the engine refuses',
      withSpec.replace('batch: sample', 'batch: smple'),
      "spec.batch: batch is 'smple'; expected one of sample, sum, mean",
    ],
    [
      'a setting that the engine refuses',
      `${withSpec}sweeps:\n  - id: a\n    set: { optimizer.learningRate: fast }\n    seeds: 5`,
      "sweeps[0].set.optimizer.learningRate: optimizer.learningRate is 'fast'; expected a finite number",
    ],
    [
      'a place that the spec has not',
      `${withSpec}sweeps:\n  - { id: a, set: { layers.3.units: 2 }, seeds: 5 }`,
      '"layers.3.units" is not in the spec: layers has 1 entries',
    ],
    [
      'epochs that are over before all samples had their updates',
      `${withSpec}sweeps:\n  - id: a\n    set: { sampling: { kind: in-order, repeat: 5 } }\n    seeds: 5`,
      'sweeps[0].set.sampling: sampling.repeat is 5, and 4 epochs are 8 updates, enough for 1 of 2 samples; expected 5 epochs or more',
    ],
  ])('is named with file, line and what is there: %s', (_, yaml, message) => {
    expect(wrong(yaml)).toThrow(/^content\/cases\/tiny\/experiments\.yaml:\d+: /);
    expect(wrong(yaml)).toThrow(message);
  });
});

test('a program that does not do what its spec says stops whoever asks for its letters', () => {
  write('experiments.yaml', `${withSpec}${experiments}`);
  expect(() => lettersOf(sweepOf('as-posted'))).toThrow(
    /^content\/cases\/tiny\/program\.ts: the program does not do what content\/cases\/tiny\/experiments\.yaml says of it \(as-posted\): the parameters of layer 0 differ/,
  );
});

describe('a program that is none', () => {
  const programs = [
    [
      'without an export',
      program.replace('export function update', 'function update'),
      /program\.ts:8: `update` is there but not exported/,
    ],
    [
      'with an export of the wrong shape',
      program.replace('learningRate = 0.5', "learningRate = '0.5'"),
      /program\.ts:3: `learningRate` must be a number; it is a text/,
    ],
    [
      'that throws in an update',
      program.replace('const error =', "throw new Error('no');\n  const error ="),
      /program\.ts:9: .*no/,
    ],
    [
      'that never ends',
      program.replace('const error =', 'for (;;);\n  const error ='),
      /program\.ts:9: .*stayed in this loop/,
    ],
  ] as const;

  // How long a loop may turn is waited for in the proofs; that it is named, tests/lab/in-node looks at.
  test.each(firstOf(programs, 3))(
    'is refused within seconds, with its file and line: %s',
    (_, text, message) => {
      write('program.ts', text);
      expect(() => checkedProgram('content/cases/tiny/program.ts')).toThrow(message);
    },
  );
});

describe('an unknown fact', () => {
  test.each([
    ['no.such', 'there is no page "no"; expected one of tiny'],
    ['tiny.rate-1.5.solvd', 'the sweep "rate-1.5" has solved, constant, constant-at-zero, diverged'],
    [
      'tiny.rate-1.6.solved',
      'content/cases/tiny has no number and no sweep "rate-1.6.solved"; expected one of as-posted, rate-0.1, rate-1.5',
    ],
  ])('is answered with the part that is wrong: %s', (id, message) => {
    expect(() => factOf(id)).toThrow(message);
  });
});
