/**
 * One run of one program from one seed, recorded so that it can be rewound to any update.
 *
 * The network is copied now and then; to rewind is to take the latest copy before the wanted update and train on from it, which
 * gives the same numbers because a network holds all that its updates depend on. When there are too many copies every second
 * one goes and they are taken half as often. Whatever the page wants to see is computed on a copy as well, so that looking at a
 * run never changes it.
 */
import { judgeOutcome } from '../../engine/outcome.ts';
import type { Outcome } from '../../engine/outcome.ts';
import type { DataSet, LayerView, LoadedProgram, Program } from '../program.ts';
import type { Frame, LossPoints } from '../protocol.ts';
import type { Transpiled } from '../transpile.ts';
import {
  Complaints,
  createNetwork,
  findUpdatesPerEpoch,
  listTheOutput,
  predictOne,
  readData,
  readLayers,
} from './contract.ts';
import { numberAt, numberPaths } from './plain-data.ts';
import type { Path } from './plain-data.ts';
import type { Printer } from './print.ts';
import { failureOf, Stop } from './thrown.ts';

const mostCopies = 128;
/** Numbers held in all copies together. */
const mostNumbers = 8_000_000;
/** The loss is recorded at every update up to this one, then at ever wider steps: half as many in each doubling. */
const denseUpdates = 512;

export interface RecordingOptions {
  program: LoadedProgram;
  /** The same program, evaluated a second time, for what is only looked at. Defaults to `program`. */
  looking?: LoadedProgram | undefined;
  lines: Pick<Transpiled, 'exported' | 'declared'>;
  seed: number;
  printer: Printer;
  /** What is wrong with the program's exports, to be told together with what is wrong with what they give. */
  complaints?: Complaints;
  /** Called between updates, so that the page knows that the worker lives. */
  beat: () => void;
}

export class Recording {
  readonly seed: number;
  readonly data: DataSet;
  readonly widths: number[];
  /** Numbers that the network holds. */
  readonly size: number;
  /** The update at which a parameter or an output first was not finite. */
  nonFiniteAt: number | undefined;
  /** The network just before that update. */
  #lastFinite: unknown;

  readonly #options: RecordingOptions;
  #network: unknown;
  #update = 0;
  /** The furthest update of this run. */
  #furthest = 0;
  #copies: { update: number; network: unknown }[] = [];
  #copyEvery = 1;
  readonly #mostCopies: number;
  /** Where the program shows no layers: the numbers that were finite at first. */
  readonly #finitePaths: Path[];
  #lossRecordedTo = -1;
  #loss: LossPoints = { updates: [], meanSquaredErrors: [] };

  constructor(options: RecordingOptions) {
    const { program, seed, lines, printer } = options;
    this.#options = options;
    this.seed = seed;
    const complaints = options.complaints ?? new Complaints();
    // What an export of the wrong kind gives is not asked: it was complained of.
    const has = (name: keyof Program): boolean => (program as Partial<Program>)[name] !== undefined;
    const data = has('data') ? complaints.attempt(() => readData(program, seed, lines)) : undefined;
    const { looking = program } = options;
    const network = has('create') ? complaints.attempt(() => createNetwork(looking, seed, lines)) : undefined;
    if (!data || network === undefined) {
      complaints.tell();
      throw new Error('unreachable: what is missing was complained of');
    }
    this.data = data;
    // A network that the lab has walked through trains at a third of its pace in V8: that of the other evaluation is walked through.
    this.#network = options.looking ? printer.silently(() => program.create(seed)) : network;
    const paths = numberPaths(network);
    this.size = paths.length;
    this.#mostCopies = Math.max(8, Math.min(mostCopies, Math.floor(mostNumbers / (paths.length + 1))));
    this.#finitePaths = program.layers
      ? []
      : paths.filter((path) => Number.isFinite(numberAt(network, path)));
    this.#keepCopy();
    const copy = this.copy();
    if (has('predict'))
      complaints.attempt(() => {
        printer.silently(() => listTheOutput(options.looking ?? program, this.copy(), this.data.inputs[0]!));
        this.predict(copy, this.data.inputs[0]!);
      });
    const layers = complaints.attempt(() => this.layersOf(copy)) ?? [];
    const outputWidth = this.data.targets[0]!.length;
    this.widths = [this.data.inputs[0]!.length, ...layers.map(({ biases }) => biases.length)];
    if (!program.layers) this.widths.push(outputWidth);
    else if (layers.length > 0 && this.widths.at(-1) !== outputWidth)
      complaints.add({
        kind: 'contract',
        message: `The last layer has ${this.widths.at(-1)} units and a target has ${outputWidth} numbers; they must be as many.`,
        ...(lines.exported['layers'] !== undefined && { line: lines.exported['layers'] }),
      });
    complaints.tell();
    if (program.missing?.includes('updatesPerEpoch'))
      program.updatesPerEpoch = printer.silently(() =>
        findUpdatesPerEpoch(program, this.#network, this.data.inputs.length),
      );
  }

  /** Updates done so far. */
  get update(): number {
    return this.#update;
  }

  /** The first update after which something was not finite and the network before it, once the run has come so far. */
  get nonFinite(): { update: number; before: unknown } | undefined {
    if (!this.nonFiniteAt || this.nonFiniteAt > this.#update) return undefined;
    return { update: this.nonFiniteAt, before: structuredClone(this.#lastFinite) };
  }

  /** Trains for so many updates. Throws a Stop that names the update when the program throws. */
  advance(updates: number): void {
    this.#recordLoss();
    const end = this.#update + updates;
    while (this.#update < end) {
      this.#updateOnce();
      if (this.#update % this.#copyEvery === 0) this.#keepCopy();
      if (isRecorded(this.#update) && this.#update > this.#lossRecordedTo) this.#recordLoss();
    }
    this.#recordLoss();
  }

  /** Trains for so many updates and records nothing: an update costs what it costs in the program's own loop. */
  train(updates: number): void {
    const { printer, program } = this.#options;
    const { update, updatesPerEpoch } = program;
    const network = this.#network;
    let k = this.#update % updatesPerEpoch;
    let done = 0;
    try {
      for (; done < updates; done++) {
        update(network, k);
        if (++k === updatesPerEpoch) k = 0;
      }
    } catch (thrown) {
      throw new Stop({ ...failureOf(thrown), update: this.#update + done });
    } finally {
      this.#update += done;
      this.#furthest = Math.max(this.#furthest, this.#update);
    }
    if (printer.flooded) throw printer.flooded;
  }

  /** What the run has come to as it stands. */
  result(): { outcome: Outcome; outputs: number[][] } {
    const network = this.copy();
    const outputs = this.data.inputs.map((input) => this.predict(network, input));
    const parameters = this.#options.program.layers
      ? this.layersOf(network).flatMap(({ weights, biases }) => [...weights.flat(), ...biases])
      : this.#finitePaths.map((path) => numberAt(network, path));
    return { outcome: judgeOutcome(outputs, this.data.targets, parameters), outputs };
  }

  /** Whether the network is this copy, to the bit. */
  isSameAs(copy: unknown): boolean {
    return isSame(copy, this.copy());
  }

  /** Goes to exactly `update`, back or forward. */
  seek(update: number): void {
    const { printer } = this.#options;
    const from = this.#copies.findLast((copy) => copy.update <= update)!;
    if (update < this.#update || from.update > this.#update) {
      this.#network = structuredClone(from.network);
      this.#update = from.update;
    }
    const replayedTo = Math.min(update, this.#furthest);
    printer.silently(() => {
      while (this.#update < replayedTo) this.#updateOnce();
    });
    if (this.#update < update) this.advance(update - this.#update);
  }

  /** The loss since the last call. */
  takeLoss(): LossPoints {
    const loss = this.#loss;
    this.#loss = { updates: [], meanSquaredErrors: [] };
    return loss;
  }

  frame(): Frame {
    const network = this.copy();
    const { inputs } = this.data;
    const outputs: number[][] = [];
    const activations: number[][][] = this.widths.slice(1).map(() => []);
    for (const input of inputs) {
      this.#options.beat();
      outputs.push(this.predict(network, input));
      this.layersOf(network).forEach((layer, index) => activations[index]!.push(layer.activations));
    }
    const layers = this.layersOf(network).map(({ weights, biases }, index) => ({
      weights,
      biases,
      activations: activations[index]!,
    }));
    return {
      seed: this.seed,
      update: this.#update,
      outputs,
      meanSquaredError: meanSquaredError(outputs, this.data.targets),
      layers,
    };
  }

  /** A copy of the network as it stands. */
  copy(): unknown {
    return structuredClone(this.#network);
  }

  /** A copy of the network as it was before the first update. */
  initial(): unknown {
    return structuredClone(this.#copies[0]!.network);
  }

  /** [O] */
  predict(network: unknown, input: number[]): number[] {
    const { printer, lines } = this.#options;
    const program = this.#looking;
    return printer.silently(() => predictOne(program, network, input, this.data.targets[0]!.length, lines));
  }

  layersOf(network: unknown): LayerView[] {
    const { printer, lines } = this.#options;
    const program = this.#looking;
    if (!program.layers) return [];
    return printer.silently(() => readLayers(program, network, this.data.inputs[0]!.length, lines));
  }

  get #looking(): LoadedProgram {
    return this.#options.looking ?? this.#options.program;
  }

  #updateOnce(): void {
    const { program, printer, beat } = this.#options;
    beat();
    try {
      program.update(this.#network, this.#update % program.updatesPerEpoch);
    } catch (thrown) {
      throw new Stop({ ...failureOf(thrown), update: this.#update });
    }
    this.#update++;
    this.#furthest = Math.max(this.#furthest, this.#update);
    if (printer.flooded) throw printer.flooded;
  }

  #keepCopy(): void {
    if (this.#copies.some(({ update }) => update === this.#update)) return;
    if (this.#update < (this.#copies.at(-1)?.update ?? -1)) return;
    this.#copies.push({ update: this.#update, network: this.copy() });
    if (this.#copies.length <= this.#mostCopies) return;
    this.#copyEvery *= 2;
    this.#copies = this.#copies.filter(({ update }) => update % this.#copyEvery === 0);
  }

  #recordLoss(): void {
    if (this.#update <= this.#lossRecordedTo) return;
    this.#lossRecordedTo = this.#update;
    const network = this.copy();
    const outputs = this.data.inputs.map((input) => {
      this.#options.beat();
      return this.predict(network, input);
    });
    this.#loss.updates.push(this.#update);
    this.#loss.meanSquaredErrors.push(meanSquaredError(outputs, this.data.targets));
    if (this.nonFiniteAt === undefined && !this.#isFinite(network, outputs)) this.#findNonFinite();
  }

  #isFinite(network: unknown, outputs?: number[][]): boolean {
    const finite = (values: number[]): boolean => values.every(Number.isFinite);
    return (
      this.layersOf(network).every(({ weights, biases }) => weights.every(finite) && finite(biases)) &&
      this.#finitePaths.every((path) => Number.isFinite(numberAt(network, path))) &&
      (outputs ?? this.data.inputs.map((input) => this.predict(network, input))).every(finite)
    );
  }

  /** Trains again from the last copy that was sound, looking after every update. */
  #findNonFinite(): void {
    const { program, printer, beat } = this.#options;
    const sound = this.#copies.findLast(
      ({ update, network }) => update < this.#update && this.#isFinite(structuredClone(network)),
    );
    if (!sound) {
      this.nonFiniteAt = 0;
      return;
    }
    const network = structuredClone(sound.network);
    let update = sound.update;
    printer.silently(() => {
      do {
        beat();
        this.#lastFinite = structuredClone(network);
        program.update(network, update++ % program.updatesPerEpoch);
      } while (update < this.#update && this.#isFinite(structuredClone(network)));
    });
    this.nonFiniteAt = update;
  }
}

/** Whether the loss after this many updates is on the curve: each at first, later some 256 in each doubling. */
function isRecorded(update: number): boolean {
  return update <= denseUpdates || update % 2 ** (Math.floor(Math.log2(update / denseUpdates)) + 1) === 0;
}

/** Mean over samples and outputs of the squared error. @param outputs [N, O] @param targets [N, O] */
function meanSquaredError(outputs: number[][], targets: number[][]): number {
  let sum = 0;
  outputs.forEach((row, sample) =>
    row.forEach((value, output) => (sum += (value - targets[sample]![output]!) ** 2)),
  );
  return sum / (outputs.length * outputs[0]!.length);
}

/** Whether two networks hold the same numbers, to the bit, and the same of all else. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b);
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
