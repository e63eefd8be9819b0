/** One evaluation of a program serves all seeds of a sweep only where nothing leads from one seed to another. */
import { describe, expect, it } from 'vitest';
import { watchTopLevel } from '../../src/lab/runtime/top-level-watch.ts';
import { evaluateProgram } from '../../src/lab/runtime/evaluate.ts';
import { transpile } from '../../src/lab/transpile.ts';
import { lastReadings, runProgram } from './run-program.ts';

/** A program whose update and first weight can depend on what is kept beside the network. */
const program = (top: string, inUpdate: string): string => `
export const data = { inputs: [[0], [1]], targets: [[0], [1]] };
export const learningRate = 0.1;
export const epochs = 50;
export const updatesPerEpoch = 2;
${top}
export const create = (seed) => ({ w: [seed / 10], b: [0] });
export function predict(network, [x]) {
  return [network.w[0] * x + network.b[0]];
}
export function update(network, k) {
  const [x] = data.inputs[k];
  const error = predict(network, [x])[0] - data.targets[k][0];
  let step = learningRate * error;
  ${inUpdate}
  network.w[0] -= step * x;
  network.b[0] -= step;
}
export const layers = ({ w, b }) => [{ weights: [w], biases: b, activations: [0] }];
`;

const keepers: [what: string, top: string, inUpdate: string][] = [
  ['a variable', 'let calls = 0;', 'step /= ++calls;'],
  ['a list', 'const calls = [0];', 'step /= ++calls[0];'],
  ['typed numbers', 'const calls = new Float64Array(1);', 'step /= ++calls[0];'],
  ['a property of a function', '', 'update.calls = (update.calls ?? 0) + 1; step /= update.calls;'],
  [
    'what a function remembers',
    'const counter = () => { let n = 0; return () => ++n; };\nconst count = counter();',
    'step /= count();',
  ],
  [
    'what a function in a list remembers',
    'const tools = [1].map(() => { let n = 0; return () => ++n; });',
    'step /= tools[0]();',
  ],
  [
    'a map',
    'const calls = new Map([["n", 0]]);',
    'calls.set("n", calls.get("n") + 1); step /= calls.get("n");',
  ],
  ['a class', 'class Calls { static n = 0; }', 'step /= ++Calls.n;'],
  ['a list, but only late', 'const calls = [0];', 'if (network.w[0] > 0.45) step /= ++calls[0];'],
  ['the data set', '', 'data.targets[0][0] += 0.001;'],
];

describe('a program that keeps something beside its network', () => {
  it.each(keepers)('in %s: each seed ends as it does alone', (_what, top, inUpdate) => {
    const source = program(top, inUpdate);
    const seeds = [1, 2, 3];
    const together = lastReadings(runProgram(source, 1).sweep(seeds), seeds);
    const alone = seeds.map((seed) => lastReadings(runProgram(source, 1).sweep([seed]), [seed])[0]!);
    expect(together.map(({ outputs }) => outputs)).toEqual(alone.map(({ outputs }) => outputs));
    expect(together.map(({ epochs }) => epochs)).toEqual([50, 50, 50]);
  });

  it.each(keepers)('in %s: every level of every seed is told once', (_what, top, inUpdate) => {
    const readings = runProgram(program(top, inUpdate), 1).sweep([1, 2, 3]);
    const places = readings.map(({ seed, epochs }) => `${seed} at ${epochs}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('is never taken to be at rest, though its network stands still for a while', () => {
    const waits = program('const calls = [0];', 'if (++calls[0] < 80) step = 0;');
    const readings = lastReadings(runProgram(waits, 1).sweep([5]), [5]);
    expect(readings[0]).toMatchObject({ epochs: 50 });
    expect(readings[0]!.outputs).not.toEqual([[0], [0.5]]);
  });
});

describe('a program of functions and constants', () => {
  const watchOf = (source: string) => {
    const read = transpile(source);
    if (read.kind === 'failed') throw new Error(read.failure.message);
    const { code, topLevel } = read.value;
    return watchTopLevel(topLevel, evaluateProgram(code, console, 1, topLevel.names).values);
  };

  it('can be watched, and is untouched as long as nothing is written', () => {
    const isUntouched = watchOf(program('const relu = { value: (z) => Math.max(0, z) };', ''));
    expect(isUntouched?.()).toBe(true);
  });

  it.each(keepers.filter(([what]) => /variable|remember|map|class/.test(what)))(
    'but not where something could be out of sight: %s',
    (_what, top, inUpdate) => {
      expect(watchOf(program(top, inUpdate))).toBeUndefined();
    },
  );
});

it.each([
  ['a list learns a new trick', 'Array.prototype.sum = function () { return 0; };'],
  ['an old trick is changed', 'Array.prototype.map = function () { return []; };'],
  ['every object has a number', 'Object.prototype.extra = 1;'],
])('a sweep ends where %s', (_what, change) => {
  const kept = { map: Object.getOwnPropertyDescriptor(Array.prototype, 'map')! };
  try {
    const readings = runProgram(program('', ''), 1).sweep([1], 5);
    expect(readings.at(-1)!.failure).toBeUndefined();
    const changing = runProgram(program('', `if (k === 1) { ${change} }`), 1).sweep([1], 5);
    expect(changing.at(-1)!.failure?.message).toMatch(/own objects can’t be changed in the lab/);
  } finally {
    Object.defineProperty(Array.prototype, 'map', kept.map);
    delete (Array.prototype as { sum?: unknown }).sum;
    delete (Object.prototype as { extra?: unknown }).extra;
  }
});
