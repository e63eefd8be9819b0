/**
 * Wrong updates side by side: for each of them, what one update did to every parameter, against what the gradient asked for.
 *
 * A 2-4-1 network learns XOR with tanh hidden units, a sigmoid output and half the squared error, one sample at a time. The program
 * with the mistake trains itself from the first update on; at the update that is looked at the true gradient is taken at the
 * parameters it has come to. The step that is due is -rate times gradient.
 *
 *     hidden  z = b + W x, h = tanh(z)       W [4, 2], b [4]
 *     output  y = sigmoid(c + v . h)         v [4], c
 *     deltas  d = (y - t) y (1 - y),  e = v d (1 - h^2)
 */
import { createRandom, drawUniform } from '../../../src/engine/index.ts';

/** The right one first. */
const updateRules = [
  'right',
  'uphill',
  'set-for-added',
  'own-output',
  'no-input',
  'weight-for-input',
  'value-for-delta',
  'output-slope-left-out-below',
  'new-weights',
  'never-reset',
  'whole-numbers',
  'rate-undefined',
] as const;
export type UpdateRule = (typeof updateRules)[number];

export interface ParameterStep {
  layer: 'hidden' | 'output';
  kind: 'weight' | 'bias';
  /** Unit and input, counted from 1; an output's parameter has no unit. */
  unit?: number;
  input?: number;
  /** -rate times the gradient of the sample. */
  due: number;
  /** How far the parameter has moved. */
  made: number;
}

export interface UpdatePicture {
  rule: UpdateRule;
  steps: ParameterStep[];
  /** How many of the steps differ from what is due by more than a fiftieth of the largest that is due. */
  differing: number;
}

export interface WrongUpdatesOptions {
  /** The update that is looked at, counted from 1. */
  update: number;
  learningRate: number;
  seed: number;
}

export const samples: readonly (readonly [input: readonly [number, number], target: number])[] = [
  [[0, 0], 0],
  [[1, 0], 1],
  [[0, 1], 1],
  [[1, 1], 0],
];

const unitCount = 4;

interface Parameters {
  W: number[][];
  b: number[];
  v: number[];
  c: number;
}

/** Gradients or steps: shaped like the parameters. */
type Slopes = Parameters;

export function createWrongUpdates(options: WrongUpdatesOptions): UpdatePicture[] {
  return updateRules.map((rule) => pictureOf(rule, options));
}

function pictureOf(rule: UpdateRule, { update, learningRate, seed }: WrongUpdatesOptions): UpdatePicture {
  const parameters = draw(seed, rule);
  const gathered = zeros();
  for (let k = 0; k < update - 1; k++) {
    makeUpdate(rule, parameters, gathered, learningRate, samples[k % samples.length]!);
  }
  const sample = samples[(update - 1) % samples.length]!;
  const before = structuredClone(parameters);
  const due = trueGradient(before, sample);
  makeUpdate(rule, parameters, gathered, learningRate, sample);

  const step = (was: number, is: number, gradient: number) => ({
    due: -learningRate * gradient,
    made: is - was,
  });
  const steps: ParameterStep[] = [];
  for (let unit = 0; unit < unitCount; unit++) {
    for (let input = 0; input < 2; input++) {
      steps.push({
        layer: 'hidden',
        kind: 'weight',
        unit: unit + 1,
        input: input + 1,
        ...step(before.W[unit]![input]!, parameters.W[unit]![input]!, due.W[unit]![input]!),
      });
    }
    steps.push({
      layer: 'hidden',
      kind: 'bias',
      unit: unit + 1,
      ...step(before.b[unit]!, parameters.b[unit]!, due.b[unit]!),
    });
  }
  for (let unit = 0; unit < unitCount; unit++) {
    steps.push({
      layer: 'output',
      kind: 'weight',
      input: unit + 1,
      ...step(before.v[unit]!, parameters.v[unit]!, due.v[unit]!),
    });
  }
  steps.push({ layer: 'output', kind: 'bias', ...step(before.c, parameters.c, due.c) });

  const largest = Math.max(...steps.map((one) => Math.abs(one.due)));
  const differing = steps.filter(
    ({ due: wanted, made }) => !(Math.abs(made - wanted) <= largest / 50),
  ).length;
  return { rule, steps, differing };
}

const zeros = (): Slopes => ({
  W: Array.from({ length: unitCount }, () => [0, 0]),
  b: new Array<number>(unitCount).fill(0),
  v: new Array<number>(unitCount).fill(0),
  c: 0,
});

/** Evenly between -1 and 1; kept as whole numbers where the program's arrays hold nothing else. */
function draw(seed: number, rule: UpdateRule): Parameters {
  const random = createRandom(seed);
  const one = () => {
    const drawn = 2 * drawUniform(random) - 1;
    return rule === 'whole-numbers' ? Math.trunc(drawn) : drawn;
  };
  const parameters = zeros();
  for (let unit = 0; unit < unitCount; unit++) {
    parameters.b[unit] = one();
    parameters.W[unit] = [one(), one()];
  }
  parameters.c = one();
  for (let unit = 0; unit < unitCount; unit++) parameters.v[unit] = one();
  return parameters;
}

type Sample = (typeof samples)[number];

function forward({ W, b, v, c }: Parameters, [x]: Sample) {
  const h = W.map((weights, unit) => Math.tanh(b[unit]! + weights[0]! * x[0] + weights[1]! * x[1]));
  const z = h.reduce((sum, activation, unit) => sum + v[unit]! * activation, c);
  return { h, y: 1 / (1 + Math.exp(-z)) };
}

/** The gradient of half the squared error of one sample. */
export function trueGradient(parameters: Parameters, sample: Sample): Slopes {
  const [x, target] = sample;
  const { h, y } = forward(parameters, sample);
  const d = (y - target) * y * (1 - y);
  const e = h.map((activation, unit) => parameters.v[unit]! * d * (1 - activation ** 2));
  return {
    W: e.map((delta) => [delta * x[0], delta * x[1]]),
    b: e,
    v: h.map((activation) => d * activation),
    c: d,
  };
}

/** One update of the program with the mistake. Changes the parameters, and the gradient that a program gathers up. */
function makeUpdate(
  rule: UpdateRule,
  parameters: Parameters,
  gathered: Slopes,
  learningRate: number,
  sample: Sample,
): void {
  const [x, target] = sample;
  const { h, y } = forward(parameters, sample);
  const error = y - target;
  const d = error * y * (1 - y);
  const rate = rule === 'rate-undefined' ? NaN : rule === 'uphill' ? -learningRate : learningRate;

  /** What the step of a weight is multiplied by, besides rate and delta: its input, in a right program. */
  const factor = (input: number, own: number, weight: number) =>
    rule === 'own-output' ? own : rule === 'no-input' ? 1 : rule === 'weight-for-input' ? weight : input;
  const output: Pick<Slopes, 'v' | 'c'> = {
    v: h.map((activation, unit) => d * factor(activation, y, parameters.v[unit]!)),
    c: d,
  };
  const passed = { 'value-for-delta': y, 'output-slope-left-out-below': error } as Partial<
    Record<UpdateRule, number>
  >;
  const backThrough =
    rule === 'new-weights' ? parameters.v.map((v, unit) => v - rate * output.v[unit]!) : parameters.v;
  const e = h.map((activation, unit) => backThrough[unit]! * (passed[rule] ?? d) * (1 - activation ** 2));
  const slopes: Slopes = {
    ...output,
    W: e.map((delta, unit) => [0, 1].map((i) => delta * factor(x[i]!, h[unit]!, parameters.W[unit]![i]!))),
    b: e,
  };
  const stepOf = (was: number, slope: number, sum: number): number => {
    if (rule === 'set-for-added') return -rate * slope;
    const next = was - rate * (rule === 'never-reset' ? sum : slope);
    return rule === 'whole-numbers' ? Math.trunc(next) : next;
  };
  for (let unit = 0; unit < unitCount; unit++) {
    for (let i = 0; i < 2; i++) {
      gathered.W[unit]![i]! += slopes.W[unit]![i]!;
      parameters.W[unit]![i] = stepOf(parameters.W[unit]![i]!, slopes.W[unit]![i]!, gathered.W[unit]![i]!);
    }
    gathered.b[unit]! += slopes.b[unit]!;
    parameters.b[unit] = stepOf(parameters.b[unit]!, slopes.b[unit]!, gathered.b[unit]!);
    gathered.v[unit]! += slopes.v[unit]!;
    parameters.v[unit] = stepOf(parameters.v[unit]!, slopes.v[unit]!, gathered.v[unit]!);
  }
  gathered.c += slopes.c;
  parameters.c = stepOf(parameters.c, slopes.c, gathered.c);
}
