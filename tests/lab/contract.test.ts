/** What a reader is told when a program does not keep the contract: what is missing, what is expected, and where. */
import { describe, expect, it } from 'vitest';
import { isAdvanceOf, isDiagnosisOf, isFrameOf, isLoaded } from '../../src/lab/shapes.ts';
import { fixtureProgram } from '../fixture/programs.ts';
import { edited, loadFailure, runProgram } from './run-program.ts';

const source = fixtureProgram('xor');
const lineOf = (text: string, program = source): number =>
  program.split('\n').findIndex((line) => line.includes(text)) + 1;

describe('a missing export', () => {
  it.each([
    ['learningRate', 'export const learningRate', 'const learningRate'],
    ['epochs', 'export const epochs', 'const epochs'],
    ['updatesPerEpoch', 'export const updatesPerEpoch', 'const updatesPerEpoch'],
    ['data', 'export const data', 'const data'],
    ['create', 'export const create', 'const create'],
    ['update', 'export function update', 'function update'],
    ['predict', 'export function predict', 'function predict'],
    ['layers', 'export const layers', 'const layers'],
  ])('%s that is not exported is named with its line', (name, find, replace) => {
    const program = edited(source, [find, replace]);
    const failure = loadFailure(program);
    expect(failure).toMatchObject({ kind: 'contract', line: lineOf(replace, program) });
    expect(failure.message).toContain(`\`${name}\``);
    expect(failure.message).toContain('Write `export` before it');
  });

  it('that is not there at all is described, with a piece to paste', () => {
    const failure = loadFailure(
      'export const data = { inputs: [[0]], targets: [[0]] };\nexport const create = () => ({ w: 1 });\nexport const predict = () => [0];',
    );
    expect(failure).toMatchObject({ kind: 'contract' });
    expect(failure.message).toBe(
      'The program has no `update`. It must export a function `update(network, k)` that performs the k-th update of an epoch.',
    );
    expect(failure.line).toBeUndefined();
    expect(failure.paste).toContain('export function update(network, k: number) {');
  });

  it('is told together with all others, and with what the exports that are there give', () => {
    const failure = loadFailure(
      [
        'const data = { inputs: [[0], [1]], targets: [[0], [1, 2]] };',
        'export { data };',
        'function update() {}',
        'export const create = () => 7;',
        'export const learningRate = "fast";',
      ].join('\n'),
    );
    for (const said of [
      '`learningRate` must be',
      '`update` is there',
      'no `predict`',
      '`data.targets[1]` has 2',
      'gave 7',
    ])
      expect(failure.message).toContain(said);
    expect(failure.paste).toContain('export function predict(');
  });
});

describe('a program that shows as much as it must', () => {
  const least = edited(
    source,
    ['export const layers', 'export const _layers'],
    ['export const learningRate', 'export const _learningRate'],
    ['export const epochs', 'export const _epochs'],
    ['export const updatesPerEpoch', 'export const _updatesPerEpoch'],
    ['learningRate *', '_learningRate *'],
    ['epoch < epochs', 'epoch < _epochs'],
    ['k < updatesPerEpoch', 'k < _updatesPerEpoch'],
  );

  it('runs, with an epoch found by trying its updates', () => {
    const run = runProgram(least, 1);
    expect(run.loaded.info).toMatchObject({ updatesPerEpoch: 4, widths: [2, 1] });
    expect(run.loaded.info.learningRate).toBeUndefined();
    expect(run.loaded.frame.layers).toEqual([]);
    expect(isLoaded(run.loaded)).toBe(true);
    const other = runProgram(source, 1);
    expect(run.advance(40).frame.outputs).toEqual(other.advance(40).frame.outputs);
    expect(run.sweep([3], 50).at(-1)!.outcome).toEqual(other.sweep([3], 50).at(-1)!.outcome);
  });

  it('is told what could not be looked at, and which export would allow it', () => {
    const codes = runProgram(least, 1)
      .diagnose()
      .findings.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(['layers-not-exported', 'rate-not-exported', 'epoch-not-exported']),
    );
  });
});

describe('an export of the wrong shape', () => {
  it.each([
    ['learningRate = 0.2', 'learningRate = Number("x")', /`learningRate` must be a number; it is NaN/],
    ['epochs = 20_000', 'epochs = 1.5', /`epochs` must be a whole number from 1.*it is 1.5/],
    ['targets: [[0], [1], [1], [0]]', 'targets: [[0], [1], [1]]', /4 inputs and 3 targets/],
    [
      'targets: [[0], [1], [1], [0]]',
      'targets: [[0], [1], [1], [0, 1]]',
      /`data.targets\[3\]` has 2 numbers/,
    ],
    [
      'targets: [[0], [1], [1], [0]]',
      "targets: [[0], [1], ['1' as any], [0]]",
      /`data.targets\[2\]\[0\]` must be a number; it is a text/,
    ],
    [
      'targets: [[0], [1], [1], [0]]',
      'targets: [[0], [1], [1], [NaN]]',
      /`data.targets\[3\]` holds a number that is not finite/,
    ],
    [
      'targets: [[0], [1], [1], [0]]',
      'targets: [[0, 0], [1, 1], [1, 1], [0, 0]]',
      /last layer has 1 units and a target has 2/,
    ],
    [
      'return forward(output, forward(hidden, input));',
      'return { y: forward(output, forward(hidden, input)) } as any;',
      /must be a list of numbers; it is an object/,
    ],
    [
      '=> [hidden, output];',
      '=> [] as Layer[];',
      /`layers\(network\)` must give a list of layers; it gave an empty list/,
    ],
    ['=> [hidden, output];', '=> [output, hidden];', /has 4 weights, but an input has 2 numbers/],
    [
      'createLayer(1, 4, kind, random)',
      'createLayer(1, 3, kind, random)',
      /has 3 weights, but the layer before has 4 units/,
    ],
    ["createNetwork(randomNumbers(seed), 'ReLU')", '7 as any', /must give a network, an object; it gave 7/],
    [
      "createNetwork(randomNumbers(seed), 'ReLU')",
      "({ ...createNetwork(randomNumbers(seed), 'ReLU'), when: new Date() }) as any",
      /the network.when is an object of a class/,
    ],
  ])('%s as %s', (find, replace, message) => {
    const failure = loadFailure(edited(source, [find, replace]));
    expect(failure.kind).toBe('contract');
    expect(failure.message).toMatch(message);
  });
});

describe('a program that throws', () => {
  it('in an update is stopped at its line, and the update is told', () => {
    const program = edited(source, ['const { hidden, output } = network;', "const { hidden, output } = network; console.log('k', k); if (k === 3) (hidden as any).missing.x = 1;"]); // prettier-ignore
    const run = runProgram(program, 1);
    const failure = run.failureOf({ kind: 'advance', updates: 10 });
    expect(failure).toMatchObject({ kind: 'exception', line: lineOf('missing.x', program), update: 3 });
    expect(failure.message).toContain('undefined');
    expect(failure.printed).toEqual(['k 0', 'k 1', 'k 2', 'k 3']);
  });

  it('while it is loaded is stopped at its line', () => {
    expect(loadFailure(`${source}\nthrow new Error('no');`)).toMatchObject({
      kind: 'exception',
      line: source.split('\n').length + 1,
      message: 'The program stopped: “no”.',
    });
  });
});

describe('what the page accepts from the sandbox', () => {
  const run = runProgram(source, 1);
  const { info } = run.loaded;
  const advance = run.advance(10);

  it('is what the runtime answers', () => {
    expect(isLoaded(run.loaded)).toBe(true);
    expect(isAdvanceOf(info)(advance)).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    [
      'outputs of another width',
      {
        ...advance.frame,
        outputs: [
          [0, 0],
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      },
    ],
    ['too few samples', { ...advance.frame, outputs: [[0]] }],
    ['a text for a number', { ...advance.frame, meanSquaredError: '0' }],
    ['a layer too many', { ...advance.frame, layers: [...advance.frame.layers, advance.frame.layers[0]] }],
    [
      'a weight too few',
      {
        ...advance.frame,
        layers: [{ ...advance.frame.layers[0]!, weights: [[0]] }, advance.frame.layers[1]],
      },
    ],
    ['an update that is no count', { ...advance.frame, update: -1 }],
  ])('is not %s', (_, frame) => {
    expect(isFrameOf(info)(frame)).toBe(false);
    expect(isAdvanceOf(info)({ ...advance, frame })).toBe(false);
  });

  it('is not a flood of lines', () => {
    expect(isAdvanceOf(info)({ ...advance, printed: new Array(100_000).fill('x') })).toBe(false);
  });
});

describe('a diagnosis that the page accepts', () => {
  const run = runProgram(source, 1);
  run.advance(4);
  const { info } = run.loaded;
  const diagnosis = run.diagnose();
  const [finding] = diagnosis.findings;

  it('is what the runtime answers', () => {
    expect(isDiagnosisOf(info)(diagnosis)).toBe(true);
  });

  it.each([
    ['a code that there is not', { code: 'constructor' }],
    ['a severity that there is not', { severity: 'grave' }],
    ['a layer that there is not', { layer: 2 }],
    ['a unit that there is not', { layer: 0, units: [4] }],
    ['a sample that there is not', { samples: [-1] }],
    ['a list of numbers that there is not', { parameters: [1_000] }],
    ['a text for a number', { numbers: { slope: '<b>0</b>' } }],
    ['NaN for a number', { numbers: { slope: NaN } }],
    ['a name that is none', { numbers: { 'a b': 1 } }],
    ['no numbers', { numbers: undefined }],
    ['a number missing that its words need', { code: 'threshold-at-slope', numbers: {} }],
  ])('has not %s', (_, change) => {
    expect(isDiagnosisOf(info)({ ...diagnosis, findings: [{ ...finding, ...change }] })).toBe(false);
  });

  it('names lists of numbers as programs do, and says nothing else there', () => {
    for (const name of ['<img>', 'read on at', 'a'.repeat(40), '', 7])
      expect(isDiagnosisOf(info)({ ...diagnosis, arrays: [name] })).toBe(false);
  });
});
