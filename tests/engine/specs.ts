/** Specs that several tests train. */
import type { Spec } from '../../src/engine/index.ts';
import { activationNames, createRandom, drawUniform } from '../../src/engine/index.ts';
import { lossNames } from '../../src/engine/losses.ts';

export { xor, xorSpec } from '../../src/engine/xor.ts';

/** [N, width] numbers between low and high. */
function drawRows(count: number, width: number, low: number, high: number, seed: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () =>
    Array.from({ length: width }, () => low + (high - low) * drawUniform(random)),
  );
}

const shares = (row: number[]): number[] => row.map((y) => y / row.reduce((sum, other) => sum + other, 0));

const SHAPES = [
  [2, 1],
  [2, 4, 1],
  [3, 5, 2],
  [2, 4, 3, 3],
];

/** Every activation in the hidden layers with every loss on every shape; the outputs take the activations in turn. */
export function everyNetwork(): { name: string; spec: Spec; seed: number }[] {
  const networks: { name: string; spec: Spec; seed: number }[] = [];
  for (const hidden of activationNames) {
    for (const loss of lossNames) {
      for (const shape of SHAPES) {
        const seed = networks.length + 1;
        const [inputs, outputs] = [shape[0]!, shape.at(-1)!];
        const output =
          loss === 'binaryCrossEntropy'
            ? 'sigmoid'
            : loss === 'categoricalCrossEntropy'
              ? 'softmax'
              : activationNames[(seed * 7) % activationNames.length]!;
        const targets = drawRows(5, outputs, 0, 1, 1000 + seed);
        const spec: Spec = {
          data: {
            inputs: drawRows(5, inputs, -1.5, 1.5, seed),
            targets: loss === 'categoricalCrossEntropy' ? targets.map(shares) : targets,
          },
          layers: shape
            .slice(1)
            .map((units, l) => ({ units, activation: l === shape.length - 2 ? output : hidden })),
          loss,
          initial: {
            order: 'layer-by-layer',
            weights: { kind: 'normal', deviation: 0.8 },
            biases: { kind: 'uniform', low: -0.5, high: 0.5 },
          },
          optimizer: { kind: 'sgd', learningRate: 0.05 },
          batch: seed % 2 ? 'mean' : 'sum',
        };
        networks.push({ name: `${shape.join('-')} ${hidden}, ${output}, ${loss}`, spec, seed });
      }
    }
  }
  return networks;
}
