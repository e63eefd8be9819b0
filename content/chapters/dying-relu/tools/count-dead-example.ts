// Networks of four ReLU units for XOR, as they are drawn: how many
// units are silent, how many dead?
import { deadUnits, silentUnits } from './count-dead.ts';

const samples = [
  { input: [0, 0], target: 0 },
  { input: [1, 0], target: 1 },
  { input: [0, 1], target: 1 },
  { input: [1, 1], target: 0 },
];
const learningRate = 0.2;
const networks = 1000;
const units = 4;

/** Numbers from -1 to 1, the same for one seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}

function count(slope: (a: number) => number) {
  const random = randomNumbers(1);
  let [silentCount, deadCount] = [0, 0];
  for (let network = 0; network < networks; network++) {
    const weights = Array.from({ length: units }, () => [
      random(),
      random(),
    ]);
    const biases = Array.from({ length: units }, random);
    const outputWeights = Array.from({ length: units }, random);
    let outputBias = random();

    const hidden = (input: number[]) =>
      weights.map(([w1, w2], unit) =>
        Math.max(0, w1 * input[0] + w2 * input[1] + biases[unit]),
      );
    const train = () => {
      for (const { input, target } of samples) {
        const activations = hidden(input);
        const output = activations.reduce(
          (sum, a, unit) => sum + a * outputWeights[unit],
          outputBias,
        );
        const delta = target - output;
        activations.forEach((a, unit) => {
          const share = learningRate * delta * outputWeights[unit];
          const step = share * slope(a);
          weights[unit][0] += step * input[0];
          weights[unit][1] += step * input[1];
          biases[unit] += step;
          outputWeights[unit] += learningRate * delta * a;
        });
        outputBias += learningRate * delta;
      }
    };

    const activations = samples.map(({ input }) => hidden(input));
    const silent = silentUnits(activations);
    silentCount += silent.length;
    deadCount += deadUnits(silent, weights, train).length;
  }
  const silent = `${silentCount} of ${networks * units} units`;
  return `${silent} are silent, ${deadCount} of them dead`;
}

console.log(
  'slope 0 where a unit is off:',
  count((a) => (a > 0 ? 1 : 0)),
);
console.log(
  'slope 1 there too, by a ">=":',
  count((a) => (a >= 0 ? 1 : 0)),
);
