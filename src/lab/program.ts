/**
 * The contract of a program: what a case's `program.ts`, an exercise's program and whatever a reader
 * writes in its place export. The bench, the sweep over a reader's code, the diagnosis and the graders
 * stand on this contract alone.
 *
 * A program is one self-contained TypeScript file that imports nothing but types. A network is plain
 * data: objects, arrays and numbers, so that it can be cloned, recorded and rewound.
 *
 * A reader may write it in other ways, too, and runtime/open-program.ts makes of them what stands here: a network that is an object
 * with methods; no `create`, where the network is in the program's variables and `update(k)` and `predict(input)` are given none;
 * data as a list of samples; a single number for a list of one. The book's own programs keep to the letter.
 *
 * Shapes: `N` samples, `I` inputs of a layer, `O` outputs of a layer.
 */

/** The data set. */
export interface DataSet {
  /** [N, I] */
  inputs: number[][];
  /** [N, O] */
  targets: number[][];
}

/** One layer of a network, for drawing and for checks. The arrays may be the network's own or copies. */
export interface LayerView {
  /** [O, I]: `weights[o][i]` leads from input i of the layer to its unit o. */
  weights: number[][];
  /** [O]; all zero for a layer without biases. */
  biases: number[];
  /** [O]: the activations left by the latest `predict` or `update`. */
  activations: number[];
}

/** What a program file exports. */
export interface Program<Network = unknown> {
  /** The data set, or the data set drawn from a seed. */
  data: DataSet | ((seed: number) => DataSet);
  learningRate: number;
  /** How many epochs the program trains when it is run by itself. */
  epochs: number;
  /** How many calls of `update` make one epoch. */
  updatesPerEpoch: number;
  /** A network with its initial parameters, drawn from `seed`. */
  create(seed: number): Network;
  /** Performs the k-th update of an epoch, 0 <= k < updatesPerEpoch, changing the network in place. */
  update(network: Network, k: number): void;
  /** The outputs of the network for one input. [O] */
  predict(network: Network, input: number[]): number[];
  /** The layers from the first hidden one to the output. */
  layers(network: Network): LayerView[];
}

/** The exports that a program can do without: what is missing is found out where it can be, and limits what can be checked. */
export type OptionalExport = 'learningRate' | 'epochs' | 'updatesPerEpoch' | 'layers';

/** A program as the lab runs it. */
export interface LoadedProgram<Network = unknown> extends Omit<Program<Network>, 'layers'> {
  layers?: Program<Network>['layers'] | undefined;
  /** What the program does not export. Without a learning rate, 1 stands for it; an epoch is found by trying updates. */
  missing?: readonly OptionalExport[];
}
