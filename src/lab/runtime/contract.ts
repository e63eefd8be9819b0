/** Holds a program against its contract (../program.ts) and says in plain words what is missing and what is expected. */
import type { DataSet, LayerView, Program } from '../program.ts';
import type { Transpiled } from '../transpile.ts';
import { whatIsNotPlain } from './plain-data.ts';
import { Stop } from './thrown.ts';

/** The largest things the page draws and records. */
const most = { samples: 20_000, width: 1_000, layers: 50, values: 2_000_000 };

type Lines = Pick<Transpiled, 'exported' | 'declared'>;

const expected: Record<keyof Program, { kind: 'function' | 'number' | 'count' | 'data'; words: string }> = {
  data: {
    kind: 'data',
    words:
      'an object with `inputs` and `targets`, a list of numbers for each sample, or a function of the seed that gives one',
  },
  learningRate: { kind: 'number', words: 'a number' },
  epochs: { kind: 'count', words: 'a whole number from 1: how many epochs the program trains' },
  updatesPerEpoch: {
    kind: 'count',
    words: 'a whole number from 1: how many calls of `update` make one epoch',
  },
  create: { kind: 'function', words: 'a function `create(seed)` that gives a new network' },
  update: {
    kind: 'function',
    words: 'a function `update(network, k)` that performs the k-th update of an epoch',
  },
  predict: {
    kind: 'function',
    words: 'a function `predict(network, input)` that gives the outputs as a list',
  },
  layers: {
    kind: 'function',
    words: 'a function `layers(network)` that gives the weights, biases and activations of each layer',
  },
};

/** Checks that every export is there and of the right kind. Throws a Stop that says what is not. */
export function checkExports(exports: Record<string, unknown>, lines: Lines): Program {
  const checked: Record<string, unknown> = {};
  for (const [name, { kind, words }] of Object.entries(expected)) {
    const line = lines.exported[name] ?? lines.declared[name];
    if (!(name in exports))
      throw lines.declared[name] === undefined
        ? broken(`The program has no \`${name}\`. It must export ${words}.`)
        : broken(`\`${name}\` is there but not exported. Write \`export\` before it.`, line);
    const value = exports[name];
    const fits =
      kind === 'function'
        ? typeof value === 'function'
        : kind === 'data'
          ? typeof value === 'function' || (typeof value === 'object' && value !== null)
          : kind === 'count'
            ? Number.isSafeInteger(value) && (value as number) >= 1
            : typeof value === 'number' && Number.isFinite(value);
    if (!fits) throw broken(`\`${name}\` must be ${words}; it is ${shown(value)}.`, line);
    checked[name] = value;
  }
  return checked as unknown as Program;
}

/** The data set as lists of our own. @param width What the program's layers expect is not known yet; rows need only agree. */
export function readData(program: Program, seed: number, lines: Lines): DataSet {
  const line = lines.exported['data'];
  const given: unknown = typeof program.data === 'function' ? program.data(seed) : program.data;
  if (typeof given !== 'object' || given === null)
    throw broken(`\`data\` must be ${expected.data.words}.`, line);
  const { inputs, targets } = given as Partial<DataSet>;
  const read = (rows: unknown, name: string): number[][] => {
    if (!Array.isArray(rows) || rows.length === 0)
      throw broken(
        `\`data.${name}\` must be a list with a list of numbers for each sample; it is ${shown(rows)}.`,
        line,
      );
    if (rows.length > most.samples)
      throw broken(`\`data.${name}\` has ${rows.length} samples; the lab takes up to 20,000.`, line);
    return rows.map((row: unknown, index) => readRow(row, `data.${name}[${index}]`, line));
  };
  const data = { inputs: read(inputs, 'inputs'), targets: read(targets, 'targets') };
  if (data.inputs.length !== data.targets.length)
    throw broken(
      `\`data\` has ${data.inputs.length} inputs and ${data.targets.length} targets; each sample needs one of both.`,
      line,
    );
  for (const [name, rows] of Object.entries(data)) {
    const odd = rows.findIndex((row) => row.length !== rows[0]!.length);
    if (odd >= 0)
      throw broken(
        `\`data.${name}[${odd}]\` has ${rows[odd]!.length} numbers and \`data.${name}[0]\` has ${rows[0]!.length}; all need as many.`,
        line,
      );
    const bad = rows.findIndex((row) => row.some((value) => !Number.isFinite(value)));
    if (bad >= 0) throw broken(`\`data.${name}[${bad}]\` holds a number that is not finite.`, line);
  }
  return data;
}

/** Creates a network and checks that it is plain data. */
export function createNetwork(program: Program, seed: number, lines: Lines): unknown {
  const line = lines.exported['create'];
  const network = program.create(seed);
  if (typeof network !== 'object' || network === null)
    throw broken(`\`create(seed)\` must give a network, an object; it gave ${shown(network)}.`, line);
  const flaw = whatIsNotPlain(network);
  if (flaw) throw broken(`A network must be plain data, but ${flaw}.`, line);
  return network;
}

/** What `predict` gives for one input, as a list of our own. Numbers may be anything, also not finite. [O] */
export function predictOne(
  program: Program,
  network: unknown,
  input: number[],
  width: number,
  lines: Lines,
): number[] {
  const line = lines.exported['predict'];
  const outputs = readRow(program.predict(network, input.slice()), 'predict(network, input)', line);
  if (outputs.length !== width)
    throw broken(
      `\`predict(network, input)\` gave ${outputs.length} numbers, and a target has ${width}.`,
      line,
    );
  return outputs;
}

/** The layers as lists of our own, checked to fit one another. */
export function readLayers(
  program: Program,
  network: unknown,
  inputWidth: number,
  lines: Lines,
): LayerView[] {
  const line = lines.exported['layers'];
  const given: unknown = program.layers(network);
  if (!Array.isArray(given) || given.length === 0)
    throw broken(`\`layers(network)\` must give a list of layers; it gave ${shown(given)}.`, line);
  if (given.length > most.layers)
    throw broken(`\`layers(network)\` gave ${given.length} layers; the lab takes up to 50.`, line);
  let width = inputWidth;
  return given.map((layer: unknown, index): LayerView => {
    const name = `layers(network)[${index}]`;
    if (typeof layer !== 'object' || layer === null)
      throw broken(`\`${name}\` must be a layer; it is ${shown(layer)}.`, line);
    const { weights, biases, activations } = layer as Partial<LayerView>;
    if (!Array.isArray(weights) || weights.length === 0)
      throw broken(
        `\`${name}.weights\` must be a list with a list of numbers for each unit; it is ${shown(weights)}.`,
        line,
      );
    if (weights.length > most.width)
      throw broken(`\`${name}\` has ${weights.length} units; the lab takes up to 1,000.`, line);
    const rows = weights.map((row: unknown, unit) => readRow(row, `${name}.weights[${unit}]`, line));
    const odd = rows.findIndex((row) => row.length !== width);
    if (odd >= 0)
      throw broken(
        `\`${name}.weights[${odd}]\` has ${rows[odd]!.length} weights, but ${index === 0 ? 'an input has' : 'the layer before has'} ${width} ${index === 0 ? 'numbers' : 'units'}. Each unit needs one weight for each of them.`,
        line,
      );
    const view = {
      weights: rows,
      biases: readRow(biases, `${name}.biases`, line),
      activations: readRow(activations, `${name}.activations`, line),
    };
    for (const part of ['biases', 'activations'] as const)
      if (view[part].length !== rows.length)
        throw broken(
          `\`${name}.${part}\` has ${view[part].length} numbers, and the layer has ${rows.length} units.`,
          line,
        );
    width = rows.length;
    return view;
  });
}

function readRow(row: unknown, name: string, line: number | undefined): number[] {
  if (!Array.isArray(row) && !(row instanceof Float64Array) && !(row instanceof Float32Array))
    throw broken(`\`${name}\` must be a list of numbers; it is ${shown(row)}.`, line);
  if (row.length > most.values)
    throw broken(`\`${name}\` has ${row.length} numbers: too many for the lab.`, line);
  const numbers: number[] = [];
  for (let index = 0; index < row.length; index++) {
    const value: unknown = row[index];
    if (typeof value !== 'number')
      throw broken(`\`${name}[${index}]\` must be a number; it is ${shown(value)}.`, line);
    numbers.push(value);
  }
  return numbers;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return 'a text';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function broken(message: string, line?: number): Stop {
  return new Stop({ kind: 'contract', message, ...(line !== undefined && { line }) });
}
