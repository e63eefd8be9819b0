/**
 * A spec of the engine as a program, so that the one diagnosis and its gradient check see it as they see a reader's own: its
 * network is plain data, and an update is the engine's, faults and all.
 */
import {
  activationOf,
  createRun,
  predict,
  type Run,
  type Spec,
  train,
  updatesPerEpoch,
} from '../engine/index.ts';
import type { Program } from './program.ts';

/** All that an update of a run depends on. */
export interface SpecNetwork {
  seed: number;
  /** As they lie in the engine's network: layer by layer, weights [O, I] row-major, then biases [O]. */
  parameters: Float64Array;
  /** The optimiser's. */
  memory: Float64Array;
  /** The generator’s state. */
  random: number;
  /** [L][O]: left by the latest `predict` or `update`. */
  activations: number[][];
}

export function programOfSpec(spec: Spec): Program<SpecNetwork> {
  /** One run for each seed, as the place where the arithmetic is done. */
  const runs = new Map<number, Run>();
  const runOf = (seed: number): Run => {
    const run = runs.get(seed) ?? createRun(spec, seed);
    runs.set(seed, run);
    return run;
  };
  const load = (network: SpecNetwork): Run => {
    const run = runOf(network.seed);
    run.network.parameters.set(network.parameters);
    run.optimizer.memory.set(network.memory);
    run.random.state = network.random;
    return run;
  };
  const appliesTwice = spec.layers.map((_, layer) =>
    (spec.faults ?? []).some(
      ({ name, layers }) => name === 'activation-applied-twice' && (layers?.includes(layer) ?? true),
    ),
  );
  const keepActivations = (network: SpecNetwork, { network: { layers } }: Run): void => {
    network.activations = layers.map(({ z, a }, layer) => {
      const { activation, slope } = spec.layers[layer]!;
      // What a layer shows is f(z); that it hands on f(f(z)) is its fault.
      return appliesTwice[layer] ? Array.from(z, activationOf(activation, slope).value) : Array.from(a);
    });
  };
  const { learningRate } = spec.optimizer;

  return {
    data:
      'kind' in spec.data
        ? (seed) => {
            const { inputs, targets } = createRun(spec, seed).samples;
            return { inputs: inputs.map((row) => [...row]), targets: targets.map((row) => [...row]) };
          }
        : spec.data,
    learningRate,
    epochs: 1_000,
    updatesPerEpoch: updatesPerEpoch(runOf(1)),
    create(seed) {
      const { network, optimizer, random } = createRun(spec, seed);
      return {
        seed,
        parameters: network.parameters.slice(),
        memory: optimizer.memory.slice(),
        random: random.state,
        activations: network.layers.map(({ units }) => Array.from({ length: units }, () => 0)),
      };
    },
    update(network, k) {
      const run = load(network);
      run.updateCount = k;
      train(run, 1);
      network.parameters.set(run.network.parameters);
      network.memory.set(run.optimizer.memory);
      network.random = run.random.state;
    },
    predict(network, input) {
      const run = load(network);
      const outputs = Array.from(predict(run, input));
      keepActivations(network, run);
      return outputs;
    },
    layers(network) {
      const { offsets, layers } = runOf(network.seed).network;
      return layers.map(({ units, inputs }, layer) => {
        const { weights, biases, biasCount } = offsets[layer]!;
        const isTwoCopies = biasCount > units;
        const at = (index: number): number => network.parameters[index]!;
        return {
          weights: Array.from({ length: units }, (_, o) =>
            Array.from({ length: inputs }, (_weight, i) => {
              const j = o * inputs + i;
              return isTwoCopies ? at(weights + j) + at(biases + j) : at(weights + j);
            }),
          ),
          biases: Array.from({ length: units }, (_, o) =>
            isTwoCopies || biasCount === 0 ? 0 : at(biases + o),
          ),
          activations: network.activations[layer]!,
        };
      });
    },
  };
}
