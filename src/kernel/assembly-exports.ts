/** What assembly/index.ts exports, as JavaScript sees it. Pointers are byte addresses in `memory`. */
export interface KernelExports {
  memory: WebAssembly.Memory;
  describeLayer(
    index: number,
    inputs: number,
    units: number,
    activation: number,
    slope: number,
    hasBiases: number,
    faults: number,
  ): void;
  arrange(layers: number, samples: number, ordered: number, withVelocity: number): number;
  setArithmetic(addBiasLast: number, loss: number): void;
  setTraining(
    rate: number,
    decay: number,
    plainSteps: number,
    wholeBatch: number,
    mean: number,
    rateFirst: number,
    samplesDrawn: number,
    repeat: number,
    momentum: number,
  ): void;
  restart(): void;
  train(epochs: number): void;
  arrangeShallow(units: number, samples: number): number;
  rowsAt(): number;
  setShallowTraining(rate: number, lossScale: number): void;
  setHidden(slope: number, threshold: number, elsewhere: number): void;
  setOutput(slope: number, threshold: number, elsewhere: number, isRelu: number): void;
  trainLeakyLinear(epochs: number): void;
  trainLeakyPaired(epochs: number): void;
  trainLeakySigmoid(epochs: number): void;
  trainReluLinear(epochs: number): void;
  trainReluPaired(epochs: number): void;
  trainReluSigmoid(epochs: number): void;
  finiteLanes(): number;
  unchangedLanes(): number;
  takeSnapshot(lanes: number): void;
  parametersAt(): number;
  velocityAt(): number;
  inputsAt(): number;
  targetsAt(): number;
  orderAt(): number;
  generatorsAt(): number;
}

const instances = new WeakMap<WebAssembly.Module, KernelExports>();

/** The one instance of the kernel in this thread: its memory is laid out anew for each batch and never given back. */
export function instanceOf(kernel: WebAssembly.Module): KernelExports {
  let exports = instances.get(kernel);
  if (!exports) {
    exports = new WebAssembly.Instance(kernel, { env: { abort } }).exports as unknown as KernelExports;
    instances.set(kernel, exports);
  }
  return exports;
}

function abort(): never {
  throw new Error('the kernel stopped at a broken assumption');
}
