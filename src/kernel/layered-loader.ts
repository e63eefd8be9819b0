/** The kernel's path for any dense network, layer by layer: assembly/propagate.ts. */
import { describeSpec } from './describe-spec.ts';
import { writeLane } from './lane-memory.ts';
import type { Run } from '../engine/run.ts';
import type { Spec } from '../engine/spec.ts';
import type { KernelExports } from './assembly-exports.ts';
import type { Loader } from './loader.ts';

export class LayeredLoader implements Loader {
  static readonly lanes = 4;
  readonly lanes = LayeredLoader.lanes;
  readonly #kernel: KernelExports;
  readonly #hasDrawnData: boolean;
  #dataIsThere = false;

  constructor(kernel: KernelExports, spec: Spec) {
    this.#kernel = kernel;
    this.#hasDrawnData = 'kind' in spec.data;
    describeSpec(kernel, spec);
  }

  load(lane: number, { samples, random, optimizer }: Run): void {
    const kernel = this.#kernel;
    writeLane(kernel, kernel.velocityAt(), this.lanes, lane, optimizer.memory);
    new Int32Array(kernel.memory.buffer, kernel.generatorsAt(), this.lanes)[lane] = random.state;
    if (this.#hasDrawnData) this.#writeData(lane, samples);
    else if (!this.#dataIsThere) for (let all = 0; all < this.lanes; all++) this.#writeData(all, samples);
    this.#dataIsThere = true;
  }

  restart(): void {
    this.#kernel.restart();
  }

  train(epochs: number): void {
    this.#kernel.train(epochs);
  }

  #writeData(lane: number, { inputs, targets }: Run['samples']): void {
    const kernel = this.#kernel;
    let inputsAt = kernel.inputsAt();
    let targetsAt = kernel.targetsAt();
    for (const row of inputs) inputsAt = writeLane(kernel, inputsAt, this.lanes, lane, row);
    for (const row of targets) targetsAt = writeLane(kernel, targetsAt, this.lanes, lane, row);
  }
}
