/**
 * A program on the dissecting table: which numbers of its network are parameters, what the network does with them, and what an
 * update does to them. All by the contract alone: nothing of the program's text is looked at.
 *
 * Shapes: `L` layers, `O` outputs and `I` inputs of a layer, `P` parameters. An *entry* is one weight or bias as `layers()` shows
 * it; a *parameter* is a number of the network that moves an entry. Mostly they are the same; a program may also make up an
 * entry of two parameters.
 */
import type { DataSet, LayerView, LoadedProgram } from '../program.ts';
import { isIntegerStorage, numberAt, numberPaths, setNumberAt } from '../runtime/plain-data.ts';
import type { Path } from '../runtime/plain-data.ts';
import { arrayName, readByPredictions } from './parameters.ts';

/** One table a layer: [O][I + 1], the bias last. */
export type Entries = number[][][];

interface Parameter {
  path: Path;
  layer: number;
  unit: number;
  /** The index of the weight, or `I` for the bias. */
  input: number;
  /** How far the entry moves when the parameter moves by one. */
  gain: number;
}

/** What one sample does in the network. */
export interface Trace {
  /** [L][O]: sums before the activation, of what the layer before hands on. */
  sums: number[][];
  /** [L][O]: activations as the layers show them. */
  activations: number[][];
  /** [L][O]: what each layer hands on to the next; the outputs for the last one. */
  handedOn: number[][];
  /** [O] */
  outputs: number[];
}

/** What a layer hands on, of its sums and activations. */
export type Handover = (layer: { sums: number[]; activations: number[] }) => number[];

/** Parameters times samples of a network that is taken apart as a whole; of a larger one some numbers are looked at. */
const mostWork = 400_000;
/** Numbers of a network that are taken apart at all. */
const mostNumbers = 20_000;
/** Numbers of a network that some are chosen from. */
const mostCounted = 1_000_000;
/** Parameters times samples times numbers of what is looked at in a large network: a prediction costs as much as it has numbers. */
const sampledWork = 1e7;
/** No fewer numbers of each list than this are looked at. */
const fewestOfList = 8;

export class Specimen {
  program: LoadedProgram;
  readonly data: DataSet;
  parameters: Parameter[] = [];
  /** [L][O][I + 1]: how many parameters make up an entry, each counted by its gain squared; 0 for none. Empty without layers. */
  copies: Entries = [];
  /** Units a layer, inputs first; without layers only inputs and outputs. */
  widths: number[] = [];
  /** The names of the network's lists of numbers, such as "hidden.weights". */
  arrays: string[] = [];
  readonly beat: () => void;
  #scratch: unknown;
  #written: (number | undefined)[] = [];
  /** What was written last; lists of parameters are never changed once they are made. */
  #latest: number[] | undefined;
  readonly #initial: unknown;
  #present: unknown;

  /** [P]: whether each update cuts a parameter to a whole number. Empty until updates were looked at. */
  isCut: boolean[] = [];
  /** How many numbers a network holds of which only some are looked at; nothing where all are. */
  numberCount: number | undefined;

  /**
   * @param initial The network before its first update.
   * @param work Parameters times samples up to which a network is taken apart as a whole.
   */
  constructor(program: LoadedProgram, data: DataSet, initial: unknown, beat: () => void, work = mostWork) {
    this.program = program;
    this.data = data;
    this.beat = beat;
    this.#initial = initial;
    this.#present = initial;
    this.#scratch = structuredClone(initial);
    const all = numberPaths(this.#scratch, mostCounted);
    if (all.length <= mostNumbers) this.#takeApart(all);
    if (all.length > mostNumbers || this.parameters.length * data.inputs.length > work) {
      // What a layer does as a whole can't be told by some of its weights.
      this.program = { ...program, layers: undefined };
      this.numberCount = all.length;
      const samples = data.inputs.length;
      this.#takeApart(someOf(all, Math.min(work / (4 * samples), sampledWork / (all.length * samples))));
    }
    this.#written = this.parameters.map(() => undefined);
  }

  #takeApart(paths: Path[]): void {
    const { program, data } = this;
    const before = program.layers ? entriesOf(program.layers(this.#scratch)) : [];
    const units = program.layers ? before.map((rows) => rows.length) : [data.targets[0]!.length];
    this.widths = [data.inputs[0]!.length, ...units];
    this.copies = before.map((rows) => rows.map((row) => row.map(() => 0)));
    this.arrays = [...new Set(paths.map(arrayName))];
    this.parameters = [];
    if (program.layers)
      for (const path of paths) {
        this.beat();
        this.#probe(path, before);
      }
    else
      for (const path of readByPredictions(program, data, this.#initial, paths, this.beat))
        this.parameters.push({
          path,
          layer: this.arrays.indexOf(arrayName(path)),
          unit: 0,
          input: 0,
          gain: 1,
        });
  }

  /** Takes a network as the one where updates go on from. */
  goOnFrom(network: unknown): void {
    this.#present = network;
    // The parameters that are not looked at stay where they are.
    if (this.numberCount === undefined) return;
    this.#scratch = structuredClone(network);
    this.#latest = undefined;
    this.#written = this.parameters.map(() => undefined);
  }

  /** The parts that are judged one by one: layers, or lists of numbers. [P] says by `parameters[index].layer` which is whose. */
  get parts(): number[] {
    if (this.program.layers) return this.widths.slice(1).map((_, layer) => layer);
    return [...new Set(this.parameters.map(({ layer }) => layer))];
  }

  /** The place in `arrays` of the list that a parameter stands in. */
  arrayOf(index: number): number {
    return this.arrays.indexOf(arrayName(this.parameters[index]!.path));
  }

  /** Whether a parameter is kept in an array of whole numbers. */
  isInteger(index: number): boolean {
    return isIntegerStorage(this.#scratch, this.parameters[index]!.path);
  }

  /** Whether steps are lost to whole numbers there, so that no gradient can be read off a change. */
  isWhole(index: number): boolean {
    return this.isCut[index] === true || this.isInteger(index);
  }

  /**
   * A copy whose numbers beside the parameters that began at 0 are 0 again: velocities, and sums of earlier steps. The only 0 of a
   * list is the first sample in an order of samples, and stays where it is.
   */
  atRest(network: unknown): unknown {
    const copy = structuredClone(network);
    const own = new Set(this.parameters.map(({ path }) => path.join()));
    const beside = numberPaths(this.#initial, mostCounted).filter((path) => !own.has(path.join()));
    const names = beside.map(arrayName);
    for (const name of [...new Set(names)]) {
      const list = beside.filter((_, at) => names[at] === name);
      const began = list.filter((path) => numberAt(this.#initial, path) === 0);
      if (began.length > 1 || list.length === 1) for (const path of began) setNumberAt(copy, path, 0);
    }
    return copy;
  }

  /** The network after each of so many updates from here on, itself first: their other numbers go along with updates. */
  successors(count: number): unknown[] {
    if (this.numberCount !== undefined) return Array.from({ length: count }, () => this.#present);
    const all: unknown[] = [this.#present];
    const network = structuredClone(this.#present);
    while (all.length < count) {
      this.beat();
      this.program.update(network, (all.length - 1) % this.program.updatesPerEpoch);
      all.push(structuredClone(network));
    }
    return all;
  }

  /** [P]: the parameters of a network. */
  read(network: unknown): number[] {
    return this.parameters.map(({ path }) => numberAt(network, path));
  }

  /** The entries for given parameters. */
  entries(values: number[]): Entries {
    this.#writeScratch(values);
    return this.program.layers ? entriesOf(this.program.layers(this.#scratch)) : [];
  }

  /** [O] */
  predict(values: number[], input: number[]): number[] {
    this.#writeScratch(values);
    return Array.from(this.program.predict(this.#scratch, input.slice()));
  }

  /** [O] with one parameter moved up and down by a step. */
  predictAround(
    values: number[],
    index: number,
    step: number,
    input: number[],
  ): [above: number[], below: number[]] {
    this.#writeScratch(values);
    const { path } = this.parameters[index]!;
    const value = values[index]!;
    setNumberAt(this.#scratch, path, value + step);
    const above = Array.from(this.program.predict(this.#scratch, input.slice()));
    setNumberAt(this.#scratch, path, value - step);
    const below = Array.from(this.program.predict(this.#scratch, input.slice()));
    setNumberAt(this.#scratch, path, value);
    return [above, below];
  }

  /** @param handovers [L]: what each layer hands on. Defaults to its activations. */
  trace(values: number[], input: number[], handovers: Handover[] = []): Trace {
    const outputs = this.predict(values, input);
    const layers = this.program.layers?.(this.#scratch) ?? [];
    const activations = layers.map((layer) => Array.from(layer.activations));
    const sums: number[][] = [];
    const handedOn: number[][] = [];
    entriesOf(layers).forEach((rows, layer) => {
      const incoming = layer === 0 ? input : handedOn[layer - 1]!;
      sums.push(rows.map((row) => weightedSum(row, incoming)));
      const own = { sums: sums[layer]!, activations: activations[layer]! };
      handedOn.push(layer === layers.length - 1 ? outputs : (handovers[layer]?.(own) ?? own.activations));
    });
    return { sums, activations, handedOn, outputs };
  }

  /**
   * [P]: the change that the k-th update makes to each parameter.
   *
   * @param from The network whose other numbers (a generator's state, say) go along.
   */
  change(values: number[], k: number, from: unknown): number[] {
    const network = structuredClone(from);
    this.put(network, values);
    this.beat();
    this.program.update(network, k);
    return this.parameters.map(({ path }, index) => numberAt(network, path) - values[index]!);
  }

  /** Sums over the parameters of each entry. [L][O][I + 1] */
  perEntry(ofParameter: (index: number, gain: number) => number): Entries {
    const sums = this.copies.map((rows) => rows.map((row) => row.map(() => 0)));
    this.parameters.forEach(({ layer, unit, input, gain }, index) => {
      sums[layer]![unit]![input]! += ofParameter(index, gain);
    });
    return sums;
  }

  /** The parameters with one entry set to a value; nothing when no parameter moves it. */
  withEntry(
    values: number[],
    layer: number,
    unit: number,
    input: number,
    wanted: number,
  ): number[] | undefined {
    const index = this.parameters.findIndex(
      (parameter) => parameter.layer === layer && parameter.unit === unit && parameter.input === input,
    );
    if (index < 0) return undefined;
    const now = this.entries(values)[layer]![unit]![input]!;
    const changed = values.slice();
    changed[index]! += (wanted - now) / this.parameters[index]!.gain;
    return changed;
  }

  /** Moves one number and looks which entry follows. */
  #probe(path: Path, before: Entries): void {
    const value = numberAt(this.#scratch, path);
    const isInteger = isIntegerStorage(this.#scratch, path);
    const step = isInteger || !Number.isFinite(value) ? 1 : Math.max(Math.abs(value), 1) / 64;
    setNumberAt(this.#scratch, path, value + step);
    const after = entriesOf(this.program.layers!(this.#scratch));
    setNumberAt(this.#scratch, path, value);
    before.forEach((rows, layer) =>
      rows.forEach((row, unit) =>
        row.forEach((entry, input) => {
          const gain = Math.round(((after[layer]![unit]![input]! - entry) / step) * 1e9) / 1e9;
          if (gain === 0 || !Number.isFinite(gain)) return;
          this.parameters.push({ path, layer, unit, input, gain });
          this.copies[layer]![unit]![input]! += gain ** 2;
        }),
      ),
    );
  }

  /** Writes parameters into a network. */
  put(network: unknown, values: number[]): void {
    this.parameters.forEach(({ path }, index) => setNumberAt(network, path, values[index]!));
  }

  /** Only what has changed since the last time: differences move one parameter of hundreds. */
  #writeScratch(values: number[]): void {
    if (values === this.#latest) return;
    this.#latest = values;
    for (let index = 0; index < values.length; index++) {
      if (Object.is(values[index], this.#written[index])) continue;
      this.#written[index] = values[index]!;
      setNumberAt(this.#scratch, this.parameters[index]!.path, values[index]!);
    }
  }
}

/** So many numbers of a network, spread evenly over each of its lists. */
function someOf(paths: Path[], count: number): Path[] {
  const lists = new Map<string, Path[]>();
  for (const path of paths) {
    const name = arrayName(path);
    const own = lists.get(name) ?? [];
    own.push(path);
    lists.set(name, own);
  }
  return [...lists].flatMap(([, own]) => {
    const every = Math.ceil(own.length / Math.max(fewestOfList, (count * own.length) / paths.length));
    return own.filter((_, at) => at % every === 0);
  });
}

export function entriesOf(layers: LayerView[]): Entries {
  return layers.map(({ weights, biases }) => weights.map((row, unit) => [...row, biases[unit]!]));
}

/** z = b + sum of w a, the bias last in the row. */
function weightedSum(row: number[], inputs: number[]): number {
  let sum = row[inputs.length]!;
  for (let i = 0; i < inputs.length; i++) sum += row[i]! * inputs[i]!;
  return sum;
}
