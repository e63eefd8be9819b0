/** The kernel's path for 2-h-1 networks: assembly/shallow.ts. */
import { orderOf } from './describe-spec.ts';
import type { DataSet, Spec } from '../engine/spec.ts';
import type { KernelExports } from './assembly-exports.ts';
import type { Loader } from './loader.ts';
import type { ShallowPlan } from './shallow-plan.ts';

export class ShallowLoader implements Loader {
  readonly lanes = 16;
  readonly #train: (epochs: number) => void;

  constructor(kernel: KernelExports, spec: Spec, { hidden, output, scale, train }: ShallowPlan) {
    const order = orderOf(spec)!;
    const { inputs, targets } = spec.data as DataSet;
    if (!kernel.arrangeShallow(spec.layers[0]!.units, order.length))
      throw new RangeError(`the kernel: no memory for ${order.length} samples and this network`);
    kernel.setShallowTraining(spec.optimizer.learningRate, scale);
    kernel.setHidden(hidden.slope, hidden.threshold, hidden.elsewhere);
    const outputIsRelu = spec.layers[1]!.activation === 'relu';
    kernel.setOutput(output.slope, output.threshold, output.elsewhere, Number(outputIsRelu));
    const rows = new Float64Array(kernel.memory.buffer, kernel.rowsAt(), 3 * order.length);
    rows.set(order.flatMap((k) => [inputs[k]![0]!, inputs[k]![1]!, targets[k]![0]!]));
    this.#train = kernel[train];
  }

  /** The data are the same for all lanes and there already. */
  load(): void {}

  /** Every call of `train` begins with the first sample here. */
  restart(): void {}

  train(epochs: number): void {
    this.#train(epochs);
  }
}
