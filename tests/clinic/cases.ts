/**
 * Made-up patients with a known fault: a described network, what is really wrong with it, and the answers to all questions,
 * from one unseen seed. Drawn by index; the constants of src/clinic were set on indices below 10,000.
 */
import {
  createRandom,
  createRun,
  drawUniform,
  type Initializer,
  outputsOf,
  restartRun,
  type Run,
  train,
  updatesPerEpoch,
} from '../../src/engine/index.ts';
import { changed, changesOf } from '../../src/clinic/suspects.ts';
import { type Description, isCrossEntropy, rightSpec } from '../../src/clinic/description.ts';
import { layoutOf } from '../../src/clinic/layout.ts';
import { readRows } from '../../src/clinic/simulate.ts';
import { updateCodes, type UpdateCode } from '../../src/clinic/first-update.ts';
import { trainAlong } from '../../src/sweep/index.ts';
import type { LayerParameters } from '../../src/clinic/replay.ts';
import type { Suspect } from '../../src/clinic/suspects.ts';

/** `list`: one fault of the list, told rightly. `wrong`: something told wrongly. `elsewhere`: a fault that is not on the list. `pair`: two at once. */
export type Mode = 'list' | 'wrong' | 'elsewhere' | 'pair';

export interface Case {
  index: number;
  told: Description;
  /** The id of what is wrong; of a fault that is not on the list, its name. */
  truth: string;
  /** What was told wrongly, if anything. */
  wrong: string;
  seed: number;
  /** Three rows: the run described, and two others of the same program. */
  rows: Float32Array;
  width: number;
  codes: UpdateCode[];
  /** The first parameters of the run described, and the outputs after one epoch. */
  start: LayerParameters[];
  afterOneEpoch: number[];
}

const bits = (n: number) =>
  Array.from({ length: 2 ** n }, (_, k) => Array.from({ length: n }, (__, i) => (k >> (n - 1 - i)) & 1));
const sum = (row: number[]) => row.reduce((a, b) => a + b, 0);
const tasks = {
  xor: () => ({ inputs: bits(2), targets: bits(2).map(([a, b]) => [a! ^ b!]) }),
  and: () => ({ inputs: bits(2), targets: bits(2).map(([a, b]) => [a! & b!]) }),
  count3: () => ({ inputs: bits(3), targets: bits(3).map((row) => [sum(row) / 3]) }),
  sine: () => ({
    inputs: Array.from({ length: 6 }, (_, k) => [k / 5]),
    targets: Array.from({ length: 6 }, (_, k) => [0.5 + 0.4 * Math.sin((2 * Math.PI * k) / 5)]),
  }),
};
const U = (low: number, high: number): Initializer => ({ kind: 'uniform', low, high });
/** Epochs x samples x units, at most. */
const cap = 60_000;

const hash = (text: string) => {
  let h = 2166136261;
  for (const c of text) h = Math.imul(h ^ c.charCodeAt(0), 16777619);
  return h >>> 0;
};

function draws(key: string) {
  const random = createRandom(hash(key));
  const draw = () => drawUniform(random);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)]!;
  return { draw, pick };
}
type Draws = ReturnType<typeof draws>;

function describe({ draw, pick }: Draws): Description {
  const data = tasks[pick(['xor', 'xor', 'and', 'count3', 'sine'] as const)]();
  const depth = pick([1, 1, 1, 1, 2, 2, 3]);
  const sizes = [1, 2, 3, 4, 8, 16];
  const usual = pick(sizes);
  const widths = Array.from({ length: depth }, () => (draw() < 0.7 ? usual : pick(sizes)));
  const activation = pick(['sigmoid', 'tanh', 'relu', 'leakyRelu'] as const);
  const hidden = activation === 'leakyRelu' ? { activation, slope: pick([0.01, 0.1]) } : { activation };
  const output = pick(['sigmoid', 'sigmoid', 'identity', 'relu', 'tanh'] as const);
  const loss =
    output === 'sigmoid'
      ? pick(['halfSquaredError', 'meanSquaredError', 'binaryCrossEntropy'] as const)
      : pick(['halfSquaredError', 'halfSquaredError', 'meanSquaredError'] as const);
  const weights = pick<Initializer>([
    U(-1, 1),
    U(-1, 1),
    U(0, 1),
    U(-0.5, 0.5),
    { kind: 'normal', deviation: 1 },
    { kind: 'xavier' },
    { kind: 'he' },
  ]);
  const biases: Initializer =
    weights.kind === 'xavier' || weights.kind === 'he' || draw() < 0.4 ? { kind: 'zeros' } : weights;
  const units = sum(widths) + 1;
  let epochs = pick([100, 300, 1000, 2000, 5000]);
  while (epochs > 50 && epochs * data.inputs.length * units > cap) epochs = Math.round(epochs / 2);
  return {
    data,
    widths,
    hidden,
    output: { activation: output },
    loss,
    rate: pick([0.02, 0.05, 0.1, 0.2, 0.5, 1]),
    batch: pick(['sample', 'sample', 'sum', 'mean'] as const),
    order: 'in-order',
    weights,
    biases,
    epochs,
    leap: 1,
    digits: pick([2, 3, 4, 4, 6, 16]),
    unknown: [],
  };
}

/** The description as the reader remembers it: one thing is not so. */
function misremembered(d: Description, { pick }: Draws): [told: Description, wrong: string] {
  const told = structuredClone(d);
  const wrong = pick(['width', 'hidden activation', 'target', 'rate'] as const);
  switch (wrong) {
    case 'width':
      told.widths = d.widths.map((units) => pick([2, 3, 4, 8, 16].filter((other) => other !== units)));
      break;
    case 'hidden activation':
      told.hidden = {
        activation: pick(
          (['sigmoid', 'tanh', 'relu'] as const).filter((name) => name !== d.hidden.activation),
        ),
      };
      break;
    case 'target': {
      const row = pick(told.data.targets);
      const [y] = row;
      row[0] = y! > 0.5 ? 0 : 1;
      break;
    }
    case 'rate':
      told.rate = d.rate * pick([20, 1 / 20]);
      break;
  }
  return [told, wrong];
}

function setToStep(run: Run): void {
  const { parameters } = run.network;
  const before = parameters.slice();
  train(run, 1);
  for (let j = 0; j < parameters.length; j++) parameters[j] = parameters[j]! - before[j]!;
}

/** Faults that the clinic does not know, each a change of what an epoch does. */
const elsewhere = {
  'inputs reshuffled without targets': (run: Run, { draw }: Draws) => {
    const inputs = run.samples.inputs as Float64Array[];
    for (let k = inputs.length - 1; k > 0; k--) {
      const other = Math.floor(draw() * (k + 1));
      [inputs[k], inputs[other]] = [inputs[other]!, inputs[k]!];
    }
    train(run, updatesPerEpoch(run));
  },
  'weights drawn anew each epoch': (run: Run, { draw }: Draws) => {
    restartRun(run, Math.floor(draw() * 2 ** 31));
    train(run, updatesPerEpoch(run));
  },
  'weights set to the step': (run: Run) => {
    for (let u = updatesPerEpoch(run); u > 0; u--) setToStep(run);
  },
  'half of the hidden units dropped at prediction': (run: Run) => {
    train(run, updatesPerEpoch(run));
  },
} as const;
type Elsewhere = keyof typeof elsewhere;
const dropping: Elsewhere = 'half of the hidden units dropped at prediction';
const settingToStep: Elsewhere = 'weights set to the step';

function rowsElsewhere(kind: Elsewhere, d: Description, told: Description, seeds: number[], random: Draws) {
  const layout = layoutOf(told);
  const reader = readRows(told, layout, d.epochs, seeds.length);
  seeds.forEach((seed, place) => {
    const run = createRun(rightSpec(d), seed);
    const inputs = [...run.samples.inputs];
    let done = 0;
    reader.at.forEach((at, index) => {
      for (; done < at; done++) elsewhere[kind](run, random);
      const kept = run.network.parameters.slice();
      const order = [...run.samples.inputs];
      (run.samples.inputs as Float64Array[]).splice(0, inputs.length, ...inputs);
      if (kind === dropping && done > 0) drop(run, random);
      reader.look(place, index, run);
      run.network.parameters.set(kept);
      (run.samples.inputs as Float64Array[]).splice(0, inputs.length, ...order);
    });
  });
  return reader.rows;
}

/** Silences each hidden unit with one chance in two and doubles what the others hand on. */
function drop({ network: { layers } }: Run, { draw }: Draws): void {
  for (const { weights, inputs, units } of layers.slice(1)) {
    for (let i = 0; i < inputs; i++) {
      const factor = draw() < 0.5 ? 0 : 2;
      for (let o = 0; o < units; o++) weights[o * inputs + i] = weights[o * inputs + i]! * factor;
    }
  }
}

/** The reader's parameters, layer by layer. */
export function parametersOf({ network }: Run): LayerParameters[] {
  return network.offsets.map(({ weights, weightCount, biases, biasCount }, l) => {
    const { inputs, units } = network.layers[l]!;
    const flat = [...network.parameters.subarray(weights, weights + weightCount)];
    return {
      weights: Array.from({ length: units }, (_, o) => flat.slice(o * inputs, (o + 1) * inputs)),
      biases: [...network.parameters.subarray(biases, biases + biasCount)],
    };
  });
}

/** The case of that number. `among`: the truths to draw from; all of the list where it is left out. */
export function drawCase(
  kernel: WebAssembly.Module | undefined,
  mode: Mode,
  index: number,
  among?: (id: string) => boolean,
): Case {
  const random = draws(`open ${mode} ${index}`);
  const { draw, pick } = random;
  for (;;) {
    const d = describe(random);
    const [told, wrong] = mode === 'wrong' ? misremembered(d, random) : [d, ''];
    // One unit where more are told is a fault of the list.
    if (wrong === 'width' && d.widths.every((units) => units === 1)) continue;
    if (isCrossEntropy(told.loss) && told.data.targets.flat().some((y) => y < 0 || y > 1)) continue;
    const changes = changesOf(d).filter(({ id }) => !among || among(id));
    const none = changes[0]!;
    // Nothing wrong: four times the weight of any other.
    const first = pick([...changes, none, none, none]);
    const seeds = [0, 1, 2].map(() => 1_000_000 + Math.floor(draw() * 2e9));
    const layout = layoutOf(told);
    let truth: Suspect = changed(d, [first]);
    let rows: Float32Array;
    if (mode === 'elsewhere') {
      const kind = pick(Object.keys(elsewhere) as Elsewhere[]);
      truth = { id: kind, family: kind, spec: rightSpec(d), epochs: d.epochs };
      rows = rowsElsewhere(kind, d, told, seeds, random);
    } else {
      if (mode === 'pair') {
        const second = pick(changes);
        if (first === none || second === none || first.family === second.family) continue;
        truth = changed(d, [first, second]);
      }
      if (mode === 'wrong' && !changesOf(told).some(({ id }) => id === first.id)) continue;
      const reader = readRows(told, layout, truth.epochs, seeds.length);
      try {
        trainAlong(kernel, truth.spec, seeds, reader);
      } catch (error) {
        if (mode === 'pair') continue; // two faults that leave each other no place
        throw error;
      }
      rows = reader.rows;
    }
    // Nobody comes whose network has learned.
    const targets = d.data.targets.flat();
    const range = Math.max(...targets) - Math.min(...targets);
    if (targets.every((y, k) => Math.abs(rows[k]! - y) <= 0.2 * range)) continue;
    const run = createRun(truth.spec, seeds[0]!);
    const start = parametersOf(run);
    if (mode === 'elsewhere') elsewhere[truth.id as Elsewhere](run, random);
    else train(run, updatesPerEpoch(run));
    if (truth.id === dropping) drop(run, random);
    const update = truth.id === settingToStep ? setToStep : undefined;
    return {
      index,
      told,
      truth: truth.id,
      wrong,
      seed: seeds[0]!,
      rows,
      width: layout.width,
      codes: updateCodes({ ...d, rate: told.rate }, truth, seeds[0]!, update),
      start,
      afterOneEpoch: outputsOf(run).flat(),
    };
  }
}
