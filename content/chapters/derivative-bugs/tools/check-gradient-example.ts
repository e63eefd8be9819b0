// The check on the mistake that opens the chapter: the slope of
// tanh, taken at the activation.
import {
  checkGradient,
  gradientOfUpdate,
} from './check-gradient.ts';

const samples = [
  { input: [0, 0], target: 0 },
  { input: [1, 0], target: 1 },
  { input: [0, 1], target: 1 },
  { input: [1, 1], target: 0 },
];
const learningRate = 0.2;

const [weights, biases] = [
  [
    [0.7, -0.4],
    [-0.9, 0.5],
    [0.3, 0.8],
  ],
  [0.1, -0.2, 0.4],
];
const [outputWeights, outputBias] = [[0.6, -1.1, 0.5], [0.2]];
const rows = [...weights, biases, outputWeights, outputBias];

// Right for z, wrong for a: it should be 1 - a * a.
const slope = (a: number) => 1 - Math.tanh(a) ** 2;

function forward(input: number[]) {
  const hidden = weights.map((row, unit) =>
    Math.tanh(row[0] * input[0] + row[1] * input[1] + biases[unit]),
  );
  return {
    hidden,
    output: hidden.reduce(
      (sum, a, unit) => sum + a * outputWeights[unit],
      outputBias[0],
    ),
  };
}

const loss = () =>
  samples.reduce(
    (sum, { input, target }) =>
      sum + (forward(input).output - target) ** 2 / 2,
    0,
  );

/** One step on the whole batch, gradients summed over samples. */
function update() {
  const steps = rows.map((row) => row.map(() => 0));
  for (const { input, target } of samples) {
    const { hidden, output } = forward(input);
    const delta = output - target;
    hidden.forEach((a, unit) => {
      const hiddenDelta = delta * outputWeights[unit] * slope(a);
      input.forEach((x, i) => (steps[unit][i] += hiddenDelta * x));
      steps[3][unit] += hiddenDelta;
      steps[4][unit] += delta * a;
    });
    steps[5][0] += delta;
  }
  rows.forEach((row, r) =>
    row.forEach((_, c) => (row[c] -= learningRate * steps[r][c])),
  );
}

const names = [
  'hidden 1',
  'hidden 2',
  'hidden 3',
  'hidden biases',
  'output',
  'output bias',
];
const gradient = gradientOfUpdate(rows, update, learningRate);
for (const one of checkGradient(rows, gradient, loss)) {
  console.log(
    `${names[one.row]} ${one.column + 1}`.padEnd(16),
    one.followed.toFixed(5).padStart(9),
    one.measured.toFixed(5).padStart(9),
    one.error.toExponential(1),
    one.verdict,
  );
}
