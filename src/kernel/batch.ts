/**
 * Several training runs of one spec side by side in the kernel, one in each lane. A lane can be loaded
 * with a new run at any time between two calls of `train`.
 */
import { instanceOf } from './assembly-exports.ts';
import { describeSpec } from './describe-spec.ts';
import type { Run } from '../engine/run.ts';
import type { Spec } from '../engine/spec.ts';
import type { KernelExports } from './assembly-exports.ts';

/** A set of lanes, one bit for each. */
export type LaneSet = number;

export class Batch {
  readonly lanes = 4;
  readonly #kernel: KernelExports;
  readonly #hasDrawnData: boolean;
  #dataIsThere = false;

  /** Lays out the kernel's memory: only the latest batch of a thread may be used. The spec must be supported. */
  constructor(kernel: WebAssembly.Module, spec: Spec) {
    this.#kernel = instanceOf(kernel);
    this.#hasDrawnData = 'kind' in spec.data;
    describeSpec(this.#kernel, spec);
  }

  /** Puts a run before its first update into a lane: its parameters, its data and its generator. */
  load(lane: number, { network, samples, random }: Run): void {
    const kernel = this.#kernel;
    this.#write(kernel.parametersAt(), lane, network.parameters);
    new Int32Array(kernel.memory.buffer, kernel.generatorsAt(), this.lanes)[lane] = random.state;
    if (this.#hasDrawnData) this.#writeData(lane, samples);
    else if (!this.#dataIsThere) for (let all = 0; all < this.lanes; all++) this.#writeData(all, samples);
    this.#dataIsThere = true;
  }

  /** Trains every lane for so many epochs. */
  train(epochs: number): void {
    this.#kernel.train(epochs);
  }

  /** The lanes whose parameters are all finite. */
  finite(): LaneSet {
    return this.#kernel.finiteLanes();
  }

  /** Remembers the parameters of these lanes. */
  takeSnapshot(lanes: LaneSet): void {
    this.#kernel.takeSnapshot(lanes);
  }

  /** The lanes whose parameters have the bits that were remembered. */
  unchanged(): LaneSet {
    return this.#kernel.unchangedLanes();
  }

  /** Copies a lane's parameters into the run they belong to. */
  unload(lane: number, { network: { parameters } }: Run): void {
    const kernel = this.#kernel;
    const memory = new Float64Array(kernel.memory.buffer, kernel.parametersAt());
    for (let p = 0; p < parameters.length; p++) parameters[p] = memory[p * this.lanes + lane]!;
  }

  #writeData(lane: number, { inputs, targets }: Run['samples']): void {
    const kernel = this.#kernel;
    let inputsAt = kernel.inputsAt();
    let targetsAt = kernel.targetsAt();
    for (const row of inputs) inputsAt = this.#write(inputsAt, lane, row);
    for (const row of targets) targetsAt = this.#write(targetsAt, lane, row);
  }

  /** Returns the address after the last slot. */
  #write(at: number, lane: number, numbers: Float64Array): number {
    const memory = new Float64Array(this.#kernel.memory.buffer, at);
    for (let k = 0; k < numbers.length; k++) memory[k * this.lanes + lane] = numbers[k]!;
    return at + numbers.length * this.lanes * Float64Array.BYTES_PER_ELEMENT;
  }
}
