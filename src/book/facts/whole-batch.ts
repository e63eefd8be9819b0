/**
 * The plain network of leaky-derivative, 2-h-1 with true biases, trained in full batches as a NumPy program does it
 * whose derivative is collapsed by `all(...)`: there the activations of all samples stand in one matrix, and `all` is
 * asked of the matrix. One boolean decides for every unit on every sample at once: if a single activation of a layer
 * is not above the slope, the whole layer takes the slope. The engine's fault derivative-collapsed asks sample by
 * sample, as programs do that train one sample at a time.
 */
import { createRandom, drawUniform } from '../../engine/index.ts';
import type { OwnSweep } from './sweeps.ts';

const slope = 0.1;
const learningRate = 0.1;
const inputs = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const;
const targets = [0, 1, 1, 0];

const leaky = (z: number) => (z > 0 ? z : slope * z);
const isOn = (activation: number) => activation > slope;

/** So many hidden units, half squared error summed over the four samples. */
export function wholeBatch(units: number, epochs: number): OwnSweep['own'] {
  return {
    name: `${units} units, ${epochs} epochs`,
    file: 'src/book/facts/whole-batch.ts',
    epochs,
    endOf(seed) {
      const outputs = train(units, epochs, seed);
      const isSolved = outputs.every((output, n) => output > 0.5 === (targets[n] === 1));
      const isConstant = Math.max(...outputs) - Math.min(...outputs) < 1e-6;
      const outcome = isSolved ? 'solved' : isConstant ? 'constant' : 'partly';
      return { outcome, outputs, inputs: inputs.map(([first]) => first), targets };
    },
  };
}

/** The outputs for the four samples after so many steps. */
function train(units: number, epochs: number, seed: number): number[] {
  const random = createRandom(seed);
  const draw = () => drawUniform(random) * 2 - 1;
  // Unit by unit: its bias, then its two weights; then the output's bias, then its weights.
  const hidden = Array.from({ length: units }, () => ({ bias: draw(), first: draw(), second: draw() }));
  let outputBias = draw();
  const outputWeights = hidden.map(draw);

  const activations = inputs.map(() => new Float64Array(units)); // [N, H]
  const outputs = new Float64Array(inputs.length); // [N]
  const forward = () => {
    for (let n = 0; n < inputs.length; n++) {
      let sum = outputBias;
      for (let h = 0; h < units; h++) {
        const { bias, first, second } = hidden[h]!;
        activations[n]![h] = leaky(bias + first * inputs[n]![0] + second * inputs[n]![1]);
        sum += activations[n]![h]! * outputWeights[h]!;
      }
      outputs[n] = leaky(sum);
    }
  };

  const deltas = new Float64Array(inputs.length); // [N]
  for (let epoch = 0; epoch < epochs; epoch++) {
    forward();
    const hiddenSlope = activations.every((row) => row.every(isOn)) ? 1 : slope;
    const outputSlope = outputs.every(isOn) ? 1 : slope;
    for (let n = 0; n < inputs.length; n++) deltas[n] = (targets[n]! - outputs[n]!) * outputSlope;
    const [d0, d1, d2, d3] = deltas as unknown as [number, number, number, number];
    for (let h = 0; h < units; h++) {
      const unit = hidden[h]!;
      const back = learningRate * hiddenSlope * outputWeights[h]!;
      unit.bias += back * (d0 + d1 + d2 + d3);
      unit.first += back * (d1 + d3);
      unit.second += back * (d2 + d3);
      for (let n = 0; n < inputs.length; n++)
        outputWeights[h]! += learningRate * deltas[n]! * activations[n]![h]!;
    }
    outputBias += learningRate * (d0 + d1 + d2 + d3);
  }
  forward();
  return [...outputs];
}
