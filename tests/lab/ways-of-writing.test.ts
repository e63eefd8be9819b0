/**
 * Networks as people write them who have read no more than the workshop's page: whatever the style, at most two messages, each with
 * a piece to add, until a 2-3-1 network with tanh runs. What they wrote is not changed, only added to.
 */
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/lab/protocol.ts';
import { Runtime } from '../../src/lab/runtime/runtime.ts';
import { transpile } from '../../src/lab/transpile.ts';
import { lastReadings, runProgram } from './run-program.ts';

const functions = `
const data = {
  inputs: [[0, 0], [0, 1], [1, 0], [1, 1]],
  targets: [0, 1, 1, 0],
};
const lr = 0.1;

function create(seed) {
  const r = () => Math.random() * 2 - 1;
  return {
    W1: [[r(), r()], [r(), r()], [r(), r()]],
    b1: [r(), r(), r()],
    W2: [r(), r(), r()],
    b2: r(),
  };
}

function forward(net, x) {
  const h = net.W1.map((w, i) => Math.tanh(w[0] * x[0] + w[1] * x[1] + net.b1[i]));
  const y = h.reduce((sum, a, i) => sum + a * net.W2[i], net.b2);
  return { h, y };
}

function predict(net, x) {
  return forward(net, x).y;
}

function train(net, x, t) {
  const { h, y } = forward(net, x);
  const d = y - t;
  for (let i = 0; i < 3; i++) {
    const dh = d * net.W2[i] * (1 - h[i] * h[i]);
    net.W2[i] -= lr * d * h[i];
    net.W1[i][0] -= lr * dh * x[0];
    net.W1[i][1] -= lr * dh * x[1];
    net.b1[i] -= lr * dh;
  }
  net.b2 -= lr * d;
}
`;

const aClass = `
class Layer {
  constructor(inputs, outputs) {
    this.w = [];
    this.b = [];
    for (let o = 0; o < outputs; o++) {
      this.w.push(Array.from({ length: inputs }, () => Math.random() * 2 - 1));
      this.b.push(Math.random() * 2 - 1);
    }
  }
  sums(x) {
    return this.w.map((row, o) => row.reduce((s, w, i) => s + w * x[i], this.b[o]));
  }
}

class NeuralNetwork {
  constructor(inputSize, hiddenSize, outputSize) {
    this.hidden = new Layer(inputSize, hiddenSize);
    this.output = new Layer(hiddenSize, outputSize);
  }
  feedForward(input) {
    this.h = this.hidden.sums(input).map(Math.tanh);
    return this.output.sums(this.h);
  }
  train(input, target, learningRate = 0.1) {
    const y = this.feedForward(input);
    const dy = y.map((v, o) => v - target[o]);
    const dh = this.h.map((a, i) => dy.reduce((s, d, o) => s + d * this.output.w[o][i], 0) * (1 - a * a));
    this.output.w.forEach((row, o) => {
      row.forEach((_, i) => (row[i] -= learningRate * dy[o] * this.h[i]));
      this.output.b[o] -= learningRate * dy[o];
    });
    this.hidden.w.forEach((row, o) => {
      row.forEach((_, i) => (row[i] -= learningRate * dh[o] * input[i]));
      this.hidden.b[o] -= learningRate * dh[o];
    });
  }
}

const trainingData = [
  { input: [0, 0], target: [0] },
  { input: [0, 1], target: [1] },
  { input: [1, 0], target: [1] },
  { input: [1, 1], target: [0] },
];
`;

const aScript = `
const X = [[0, 0], [0, 1], [1, 0], [1, 1]];
const Y = [0, 1, 1, 0];
const learning_rate = 0.1;

const rand = () => Math.random() * 2 - 1;
const W1 = [[rand(), rand()], [rand(), rand()], [rand(), rand()]];
let b1 = [rand(), rand(), rand()];
let W2 = [rand(), rand(), rand()];
let b2 = rand();
let h;

function forward(x) {
  h = W1.map((w, i) => Math.tanh(w[0] * x[0] + w[1] * x[1] + b1[i]));
  return h.reduce((sum, a, i) => sum + a * W2[i], b2);
}

function backward(x, y) {
  const d = forward(x) - y;
  const dh = h.map((a, i) => d * W2[i] * (1 - a * a));
  W2 = W2.map((w, i) => w - learning_rate * d * h[i]);
  b2 -= learning_rate * d;
  b1 = b1.map((b, i) => b - learning_rate * dh[i]);
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 2; j++) W1[i][j] -= learning_rate * dh[i] * x[j];
}

for (let epoch = 0; epoch < 10; epoch++)
  for (let k = 0; k < 4; k++) backward(X[k], Y[k]);
console.log(X.map(forward));
`;

const aClosure = `
const inputs = [[0, 0], [0, 1], [1, 0], [1, 1]];
const outputs = [[0], [1], [1], [0]];

function makeNetwork() {
  const rand = () => Math.random() * 2 - 1;
  const w1 = [[rand(), rand()], [rand(), rand()], [rand(), rand()]];
  const b1 = [rand(), rand(), rand()];
  const w2 = [rand(), rand(), rand()];
  const b2 = [rand()];
  const hidden = (x) => w1.map((w, i) => Math.tanh(w[0] * x[0] + w[1] * x[1] + b1[i]));
  const predict = (x) => hidden(x).reduce((s, a, i) => s + a * w2[i], b2[0]);
  function train(x, y) {
    const h = hidden(x);
    const d = predict(x) - y[0];
    for (let i = 0; i < 3; i++) {
      const dh = d * w2[i] * (1 - h[i] ** 2);
      w2[i] -= 0.1 * d * h[i];
      b1[i] -= 0.1 * dh;
      w1[i][0] -= 0.1 * dh * x[0];
      w1[i][1] -= 0.1 * dh * x[1];
    }
    b2[0] -= 0.1 * d;
  }
  return { w1, b1, w2, b2, predict, train };
}
`;

const anObject = `
const rand = () => Math.random() * 2 - 1;
const xor = [[[0, 0], [0]], [[0, 1], [1]], [[1, 0], [1]], [[1, 1], [0]]];
const net = {
  W1: [[rand(), rand()], [rand(), rand()], [rand(), rand()]],
  b1: [rand(), rand(), rand()],
  W2: [rand(), rand(), rand()],
  b2: rand(),
  think(x) {
    this.h = this.W1.map((w, i) => Math.tanh(w[0] * x[0] + w[1] * x[1] + this.b1[i]));
    return [this.h.reduce((s, a, i) => s + a * this.W2[i], this.b2)];
  },
  learn(x, y, rate = 0.1) {
    const d = this.think(x)[0] - y[0];
    for (let i = 0; i < 3; i++) {
      const dh = d * this.W2[i] * (1 - this.h[i] ** 2);
      this.W2[i] -= rate * d * this.h[i];
      this.b1[i] -= rate * dh;
      for (let j = 0; j < 2; j++) this.W1[i][j] -= rate * dh * x[j];
    }
    this.b2 -= rate * d;
  },
};
`;

const aClassOfItsOwn = `
export const data = { inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[0], [1], [1], [0]] };
class Net {
  constructor() {
    const r = () => Math.random() * 2 - 1;
    this.w = Array.from({ length: 13 }, r);
  }
  predict([x, y]) {
    const { w } = this;
    this.h = [0, 1, 2].map((i) => Math.tanh(w[2 * i] * x + w[2 * i + 1] * y + w[6 + i]));
    return this.h.reduce((s, a, i) => s + a * w[9 + i], w[12]);
  }
  update(k) {
    const [x, y] = data.inputs[k];
    const d = this.predict([x, y]) - data.targets[k][0];
    for (let i = 0; i < 3; i++) {
      const dh = d * this.w[9 + i] * (1 - this.h[i] ** 2);
      this.w[9 + i] -= 0.1 * d * this.h[i];
      this.w[2 * i] -= 0.1 * dh * x;
      this.w[2 * i + 1] -= 0.1 * dh * y;
      this.w[6 + i] -= 0.1 * dh;
    }
    this.w[12] -= 0.1 * d;
  }
}
export const create = () => new Net();
`;

/** Loads it, adding what it is told to add. @returns the whole program and what it was told on the way. */
function written(text: string): { program: string; told: Failure[] } {
  const told: Failure[] = [];
  let program = text;
  while (told.length < 3) {
    const read = transpile(program);
    if (read.kind === 'failed') throw new Error(read.failure.message);
    const runtime = new Runtime({ alive: () => undefined, now: () => performance.now() });
    const reply = runtime.answer({ kind: 'load', program: read.value, seed: 1 });
    if (reply.kind !== 'failed') break;
    told.push(reply.failure);
    program = `${program.trimEnd()}\n\n${reply.failure.paste ?? ''}\n`;
  }
  return { program, told };
}

const seeds = Array.from({ length: 12 }, (_, n) => n + 1);

describe.each([
  ['functions that are not exported', functions, 1],
  ['a class with classes in it', aClass, 1],
  ['a script with its weights in variables', aScript, 1],
  ['a function that makes an object', aClosure, 1],
  ['an object with methods', anObject, 1],
  ['a class with the methods of the contract', aClassOfItsOwn, 0],
])('%s', (_, text, messages) => {
  const { program, told } = written(text);

  it('runs after at most two messages', () => {
    expect(told.map(({ message, paste }) => [message, paste])).toHaveLength(messages);
  });

  it('learns XOR, from the same seed twice the same, from others otherwise', () => {
    const run = runProgram(program, 1);
    expect(run.loaded.info).toMatchObject({ inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[0], [1], [1], [0]], updatesPerEpoch: 4 }); // prettier-ignore
    const first = run.advance(4_000).frame.outputs;
    expect(runProgram(program, 1).advance(4_000).frame.outputs).toEqual(first);
    expect(run.restart(2).outputs).not.toEqual(run.restart(1).outputs);
    const readings = lastReadings(run.sweep(seeds, 1_000), seeds);
    expect(readings.filter(({ outcome }) => outcome.kind === 'solved').length).toBeGreaterThanOrEqual(8);
  });

  it('can be rewound to any update', () => {
    const run = runProgram(program, 3);
    run.advance(40);
    const at40 = run.seek(40).outputs;
    run.advance(400);
    expect(run.seek(40).outputs).toEqual(at40);
    expect(run.seek(0).outputs).toEqual(run.loaded.frame.outputs);
  });

  it('has its gradient found right, and a wrong one found wrong', () => {
    const run = runProgram(program, 1);
    run.advance(20);
    const { findings } = run.diagnose();
    expect(findings.map(({ code }) => code)).toContain('gradient-right');
    expect(findings.filter(({ severity }) => severity === 'problem')).toEqual([]);
    const broken = program.replace(
      /\(1 - (h\[i\] \* h\[i\]|a \* a|h\[i\] \*\* 2|this\.h\[i\] \*\* 2)\)/,
      '(1 + 3 * $1)',
    );
    expect(broken).not.toBe(program);
    const wrong = runProgram(broken, 1);
    wrong.advance(20);
    expect(wrong.diagnose().findings.map(({ code }) => code)).not.toContain('gradient-right');
  });
});

describe('what the lab cannot take', () => {
  const failureOf = (text: string): Failure => {
    const read = transpile(text);
    if (read.kind === 'failed') return read.failure;
    const reply = new Runtime({ alive: () => undefined, now: () => 0 }).answer({ kind: 'load', program: read.value, seed: 1 }); // prettier-ignore
    if (reply.kind !== 'failed') throw new Error('it was taken');
    return reply.failure;
  };

  it('is a network whose numbers are out of sight, and it is said where they could be', () => {
    for (const text of [
      aClassOfItsOwn.replaceAll('this.w', 'this.#w').replace('constructor', '#w; constructor').replace('const { w } = this;', 'const w = this.#w;').replaceAll('this.h', 'this.#h').replace('#w;', '#w; #h;'), // prettier-ignore
      aClosure.replace('return { w1, b1, w2, b2, predict, train };', 'return { predict, update: (k) => train(inputs[k], outputs[k]) };').replace('function makeNetwork', 'export const data = { inputs, targets: outputs };\nexport const create = () => makeNetwork();\nfunction makeNetwork'), // prettier-ignore
    ])
      expect(failureOf(text).message).toMatch(/out of sight.*private fields \(#w\).*this\.weights/);
  });

  it('is a network in a Map', () => {
    const text = 'export const data = { inputs: [[1]], targets: [[1]] }; export const create = () => ({ w: new Map() }); export const update = () => {}; export const predict = () => [1];'; // prettier-ignore
    expect(failureOf(text).message).toMatch(/the network\.w is an object of a class/);
  });

  it('is a template that lost its create: the functions are given a network, and it is missed', () => {
    const text = 'export const data = { inputs: [[1]], targets: [[1]] }; let n = 1; export function update(network, k) {} export function predict(network, x) { return [1]; }'; // prettier-ignore
    expect(failureOf(text).message).toMatch(/has no `create`/);
  });
});
