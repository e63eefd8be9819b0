/**
 * Several training runs of one spec side by side in the kernel, one in each lane. A lane can be loaded with a
 * new run at any time between two calls of `train`.
 */
import { instanceOf } from './assembly-exports.ts';
import { LayeredLoader } from './layered-loader.ts';
import { ShallowLoader } from './shallow-loader.ts';
import { shallowPlanOf } from './shallow-plan.ts';
import { readLane, writeLane } from './lane-memory.ts';
import type { Run } from '../engine/run.ts';
import type { Spec } from '../engine/spec.ts';
import type { KernelExports } from './assembly-exports.ts';
import type { Loader } from './loader.ts';

/** A set of lanes, one bit for each. */
export type LaneSet = number;

export class Batch {
  /** How many runs are trained side by side. */
  readonly lanes: number;
  readonly #kernel: KernelExports;
  readonly #loader: Loader;

  /**
   * Lays out the kernel's memory: only the latest batch of a thread may be used. The spec must be supported. For a
   * few runs the path with few lanes is taken, so that no lane trains for nobody; the bits are the same.
   */
  constructor(kernel: WebAssembly.Module, spec: Spec, runs = Infinity) {
    this.#kernel = instanceOf(kernel);
    const plan = runs > LayeredLoader.lanes ? shallowPlanOf(spec) : null;
    this.#loader = plan ? new ShallowLoader(this.#kernel, spec, plan) : new LayeredLoader(this.#kernel, spec);
    this.lanes = this.#loader.lanes;
  }

  /** Puts a run before its first update into a lane: its parameters, its data and its generator. */
  load(lane: number, run: Run): void {
    writeLane(this.#kernel, this.#kernel.parametersAt(), this.lanes, lane, run.network.parameters);
    this.#loader.load(lane, run);
  }

  /**
   * Begins the order of the samples anew, in all lanes: needed before new runs are loaded where a sample has several
   * updates in a row, since all lanes then have to begin together.
   */
  restart(): void {
    this.#loader.restart();
  }

  /** Trains every lane for so many epochs. */
  train(epochs: number): void {
    this.#loader.train(epochs);
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
    readLane(this.#kernel, this.#kernel.parametersAt(), this.lanes, lane, parameters);
  }
}
