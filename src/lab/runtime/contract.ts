/**
 * Holds a program against its contract (../program.ts) and says in plain words what is missing and what is expected, all of it at
 * once, with a piece to paste. Four exports a program must have; the others limit what can be checked.
 */
import type { DataSet, LayerView, LoadedProgram, OptionalExport, Program } from '../program.ts';
import type { Failure } from '../protocol.ts';
import type { Transpiled } from '../transpile.ts';
import { copyOfList, whatIsNotPlain } from './plain-data.ts';
import type { Suggestions } from './suggestions.ts';
import { failureOf, Stop } from './thrown.ts';

/** The largest things the page draws and records. */
const most = { samples: 20_000, width: 1_000, layers: 50, values: 2_000_000 };

type Lines = Pick<Transpiled, 'exported' | 'declared'>;

interface Expected {
  kind: 'function' | 'number' | 'count' | 'data';
  words: string;
  /** What stands in a program that has it: a start to write on from. */
  paste: string;
}

const expected: Record<keyof Program, Expected> = {
  data: {
    kind: 'data',
    words:
      'an object with `inputs` and `targets`, a list of numbers for each sample, or a function of the seed that gives one',
    paste: 'export const data = { inputs: [[0, 0], [1, 1]], targets: [[0], [1]] };',
  },
  learningRate: { kind: 'number', words: 'a number', paste: 'export const learningRate = 0.1;' },
  epochs: {
    kind: 'count',
    words: 'a whole number from 1: how many epochs the program trains',
    paste: 'export const epochs = 1000;',
  },
  updatesPerEpoch: {
    kind: 'count',
    words: 'a whole number from 1: how many calls of `update` make one epoch',
    paste: 'export const updatesPerEpoch = data.inputs.length;',
  },
  create: {
    kind: 'function',
    words: 'a function `create(seed)` that gives a new network',
    paste: 'export function create(seed: number) {\n  return { weights: [[0.1, -0.2]], biases: [0] };\n}',
  },
  update: {
    kind: 'function',
    words: 'a function `update(network, k)` that performs the k-th update of an epoch',
    paste:
      'export function update(network, k: number) {\n  // one step: change network.weights and network.biases\n}',
  },
  predict: {
    kind: 'function',
    words: 'a function `predict(network, input)` that gives the outputs as a list',
    paste: 'export function predict(network, input: number[]): number[] {\n  return [0];\n}',
  },
  layers: {
    kind: 'function',
    words: 'a function `layers(network)` that gives the weights, biases and activations of each layer',
    paste:
      'export const layers = (network) => [\n  { weights: network.weights, biases: network.biases, activations: network.activations },\n];',
  },
};

const optional: readonly OptionalExport[] = ['learningRate', 'epochs', 'updatesPerEpoch', 'layers'];
/** How long a program trains that does not say it. */
const epochsByDefault = 1000;

/** What a program lacks, gathered so that it can be told at once. */
export class Complaints {
  readonly #failures: Failure[] = [];

  get isEmpty(): boolean {
    return this.#failures.length === 0;
  }

  /** Does what may fail; what it throws is kept, and nothing comes of it. */
  attempt<T>(action: () => T): T | undefined {
    try {
      return action();
    } catch (thrown) {
      this.add(failureOf(thrown));
      return undefined;
    }
  }

  add(failure: Failure): void {
    this.#failures.push(failure);
  }

  /** Throws all that was gathered as one. */
  tell(): void {
    const [first, ...others] = this.#failures;
    if (!first) return;
    if (others.length === 0) throw new Stop(first);
    const place = ({ line }: Failure): string => (line === undefined ? '' : ` (line ${line})`);
    const list = this.#failures.map((failure, at) => `${at + 1}. ${failure.message}${place(failure)}`);
    const paste = this.#failures.flatMap((failure) => failure.paste ?? []);
    throw new Stop({
      ...first,
      message: `${this.#failures.length} things keep this program from running.\n${list.join('\n')}`,
      ...(paste.length > 0 && { paste: paste.join('\n') }),
    });
  }
}

/** Checks that every export that must be there is, and that each is of the right kind. */
export function checkExports(
  exports: Record<string, unknown>,
  lines: Lines,
  complaints: Complaints,
  suggestions: Suggestions = {},
): LoadedProgram {
  const checked: Record<string, unknown> = {};
  const missing: OptionalExport[] = [];
  for (const [name, { kind, words, paste }] of Object.entries(expected)) {
    const line = lines.exported[name] ?? lines.declared[name];
    if (!(name in exports)) {
      const isDeclared = lines.declared[name] !== undefined;
      const suggestion = suggestions[name as 'data' | 'create' | 'update' | 'predict'];
      if (optional.includes(name as OptionalExport)) missing.push(name as OptionalExport);
      if (isDeclared)
        complaints.add({
          ...broken(`\`${name}\` is there but not exported. Write \`export\` before it.`, line).failure,
          paste: suggestion?.paste ?? `export { ${name} };`,
        });
      else if (suggestion)
        complaints.add({
          ...broken(`The program has no \`${name}\`. It must export ${words}; your \`${suggestion.like}\` looks like it.`).failure, // prettier-ignore
          paste: suggestion.paste,
        });
      else if (!optional.includes(name as OptionalExport) && !(name === 'create' && suggestions.isScript))
        complaints.add({
          ...broken(`The program has no \`${name}\`. It must export ${words}.`).failure,
          paste,
        });
      continue;
    }
    const value = exports[name];
    const fits =
      kind === 'function'
        ? typeof value === 'function'
        : kind === 'data'
          ? typeof value === 'function' || (typeof value === 'object' && value !== null)
          : kind === 'count'
            ? Number.isSafeInteger(value) && (value as number) >= 1
            : typeof value === 'number' && Number.isFinite(value);
    if (!fits) complaints.add(broken(`\`${name}\` must be ${words}; it is ${shown(value)}.`, line).failure);
    else checked[name] = value;
  }
  return {
    ...({ learningRate: 1, epochs: epochsByDefault, updatesPerEpoch: 1, ...checked } as LoadedProgram),
    missing,
  };
}

/**
 * How many updates are an epoch of a program that does not say it: one, where updates are alike whatever their number; else one
 * for each sample.
 */
export function findUpdatesPerEpoch(program: LoadedProgram, network: unknown, samples: number): number {
  const after = (k: number): string => {
    const copy = structuredClone(network);
    program.update(copy, k);
    return JSON.stringify(copy, (_, value: unknown) =>
      ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value,
    );
  };
  const first = after(0);
  for (let k = 1; k < Math.min(samples, 8); k++) if (after(k) !== first) return samples;
  return 1;
}

/** The data set as lists of our own. @param width What the program's layers expect is not known yet; rows need only agree. */
export function readData(program: LoadedProgram, seed: number, lines: Lines): DataSet {
  const line = lines.exported['data'];
  const given: unknown = typeof program.data === 'function' ? program.data(seed) : program.data;
  if (typeof given !== 'object' || given === null)
    throw broken(`\`data\` must be ${expected.data.words}.`, line);
  const { inputs, targets } = Array.isArray(given) ? partedSamples(given) : (given as Partial<DataSet>);
  const read = (rows: unknown, name: string): number[][] => {
    if (!Array.isArray(rows) || rows.length === 0)
      throw broken(
        `\`data.${name}\` must be a list with a list of numbers for each sample; it is ${shown(rows)}.`,
        line,
      );
    if (rows.length > most.samples)
      throw broken(`\`data.${name}\` has ${rows.length} samples; the lab takes up to 20,000.`, line);
    // A single number is a list of one.
    return rows.map((row: unknown, index) =>
      readRow(typeof row === 'number' ? [row] : row, `data.${name}[${index}]`, line),
    );
  };
  const data = { inputs: read(inputs, 'inputs'), targets: read(targets, 'targets') };
  if (data.inputs.length !== data.targets.length)
    throw broken(
      `\`data\` has ${counted(data.inputs.length, 'input')} and ${counted(data.targets.length, 'target')}; each sample needs one of both.`,
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

/** Inputs and targets of samples that are pairs, or objects with one of each. */
function partedSamples(samples: unknown[]): { inputs: unknown; targets: unknown } {
  const parts = samples.map((sample): [input: unknown, target: unknown] => {
    if (Array.isArray(sample)) return [sample[0] as unknown, sample[1] as unknown];
    if (typeof sample !== 'object' || sample === null) return [undefined, undefined];
    const named = (names: RegExp): unknown => Object.entries(sample).find(([name]) => names.test(name))?.[1];
    return [named(/^(x|in|inputs?|features?)$/i), named(/^(y|t|out|outputs?|targets?|labels?|expected|desired|answer)$/i)]; // prettier-ignore
  });
  return { inputs: parts.map(([input]) => input), targets: parts.map(([, target]) => target) };
}

/** Said of a network whose numbers nobody but its own functions can reach. */
export const keptOutOfSight = (): Stop =>
  broken(
    '`create(seed)` gave an object without a number in it: its weights are out of sight, in private fields (#w) or in variables of the function that made it. Put them into ordinary fields, such as `this.weights`.',
  );

/** Creates a network and checks that it is plain data. */
export function createNetwork(program: LoadedProgram, seed: number, lines: Lines): unknown {
  const line = lines.exported['create'];
  const network = program.create(seed);
  if (typeof network !== 'object' || network === null)
    throw broken(`\`create(seed)\` must give a network, an object; it gave ${shown(network)}.`, line);
  const flaw = whatIsNotPlain(network);
  if (flaw) throw broken(`A network must be plain data, but ${flaw}.`, line);
  return network;
}

/** Has a program that gives a single number give a list of one. */
export function listTheOutput(program: LoadedProgram, network: unknown, input: number[]): void {
  if (typeof (program.predict(network, input.slice()) as unknown) !== 'number') return;
  const { predict } = program;
  program.predict = (given, row) => [predict(given, row) as unknown as number];
}

/** What `predict` gives for one input, as a list of our own. Numbers may be anything, also not finite. [O] */
export function predictOne(
  program: LoadedProgram,
  network: unknown,
  input: number[],
  width: number,
  lines: Lines,
): number[] {
  const line = lines.exported['predict'];
  const outputs = readRow(program.predict(network, input.slice()), 'predict(network, input)', line);
  if (outputs.length !== width)
    throw broken(
      `\`predict(network, input)\` gave ${counted(outputs.length, 'number')}, and a target has ${width}.`,
      line,
    );
  return outputs;
}

/** The layers as lists of our own, checked to fit one another. */
export function readLayers(
  program: LoadedProgram,
  network: unknown,
  inputWidth: number,
  lines: Lines,
): LayerView[] {
  const line = lines.exported['layers'];
  const given: unknown = program.layers?.(network);
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
        `\`${name}.weights[${odd}]\` has ${counted(rows[odd]!.length, 'weight')}, but ${index === 0 ? 'an input has' : 'the layer before has'} ${counted(width, index === 0 ? 'number' : 'unit')}. Each unit needs one weight for each of them.`,
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
          `\`${name}.${part}\` has ${counted(view[part].length, 'number')}, and the layer has ${counted(rows.length, 'unit')}.`,
          line,
        );
    width = rows.length;
    return view;
  });
}

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;

function readRow(row: unknown, name: string, line: number | undefined): number[] {
  if (!Array.isArray(row) && !(row instanceof Float64Array) && !(row instanceof Float32Array))
    throw broken(`\`${name}\` must be a list of numbers; it is ${shown(row)}.`, line);
  if (row.length > most.values)
    throw broken(`\`${name}\` has ${row.length} numbers: too many for the lab.`, line);
  const numbers = copyOfList(row);
  for (let index = 0; index < numbers.length; index++)
    if (typeof numbers[index] !== 'number')
      throw broken(`\`${name}[${index}]\` must be a number; it is ${shown(numbers[index])}.`, line);
  return numbers as number[];
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
