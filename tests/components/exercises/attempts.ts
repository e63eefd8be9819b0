/**
 * Solutions people would try for the code exercises: the one the book has in mind, unusual ones that work as well,
 * and plausible ones that do not, with the words their feedback must have.
 */

type Edit = [find: string, replace: string];

export interface Attempt {
  name: string;
  edits: Edit[];
  /** Left out for a solution that must pass. */
  feedback?: RegExp;
}

const activation = (name: string, value: string, slope: string): Edit => [
  'const activations: Record<string, Activation> = {',
  `const activations: Record<string, Activation> = {\n  ${name}: { value: (z) => ${value}, slope: (a) => ${slope} },`,
];
const hidden = (kind: string): Edit => [
  "createLayer(4, 2, 'identity', random)",
  `createLayer(4, 2, '${kind}', random)`,
];
const countOutput = (kind: string): Edit => [
  "createLayer(1, 4, 'sigmoid', random)",
  `createLayer(1, 4, '${kind}', random)`,
];
/** Another output for the network that counts: its activation, and the slope written in terms of the activation. */
const countOutputOf = (value: string, slopeText: string): Edit[] => [
  countOutput('other'),
  activation('other', value, slopeText),
];
const threefold = '3 / (1 + Math.exp(-z))';
const heTimes = (factor: string): Edit => [
  'normal(random) * Math.sqrt(2 / inputCount)',
  `${factor} * normal(random) * Math.sqrt(2 / inputCount)`,
];
const biasesOf = (text: string): Edit => [
  'biases: Array(size).fill(0.5)',
  `biases: Array(size).fill(${text})`,
];
const slope = (text: string): Edit => ['slope: (a) => 1 - Math.tanh(a) ** 2,', `slope: (a) => ${text},`];

export const attempts: Record<string, Attempt[]> = {
  'activation-choice.make-it-bend': [
    { name: 'tanh', edits: [hidden('tanh')] },
    { name: 'leaky ReLU', edits: [hidden('leakyRelu')] },
    {
      name: 'sigmoid with a bolder step',
      edits: [hidden('sigmoid'), ['learningRate = 0.2', 'learningRate = 0.5']],
    },
    {
      name: 'an inverse tangent of one’s own',
      edits: [hidden('bow'), activation('bow', 'Math.atan(z)', 'Math.cos(a) ** 2')],
    },
    {
      name: 'sigmoid, which is still on its plateau',
      edits: [hidden('sigmoid')],
      feedback: /of 20 seeds learned.*asks for 18/,
    },
    {
      name: 'ReLU, of which units die',
      edits: [hidden('relu')],
      feedback: /of 20 seeds learned.*asks for 18/,
    },
    {
      name: 'a smaller learning rate',
      edits: [['learningRate = 0.2', 'learningRate = 0.02']],
      feedback: /0 of 20 seeds/,
    },
    {
      name: 'more straight units',
      edits: [
        ["createLayer(4, 2, 'identity', random)", "createLayer(16, 2, 'identity', random)"],
        ["createLayer(1, 4, 'identity', random)", "createLayer(1, 16, 'identity', random)"],
      ],
      feedback: /2-16-1.*asks for 2-4-1/,
    },
    {
      name: 'a bend whose slope does not belong to it',
      edits: [hidden('bent'), activation('bent', 'Math.tanh(z)', 'a * (1 - a)')],
      feedback: /does not follow the gradient of the loss in hidden layer 1/,
    },
  ],
  'output-range.never-beyond-the-ends': [
    {
      name: 'a sigmoid stretched to the gauge, with its slope',
      edits: countOutputOf(threefold, 'a * (3 - a) / 3'),
    },
    {
      name: 'a tanh, moved and stretched',
      edits: countOutputOf('1.5 + 1.5 * Math.tanh(z)', '1.5 - ((a - 1.5) ** 2) / 1.5'),
    },
    {
      name: 'a sine, which goes to and fro between the ends',
      edits: countOutputOf('1.5 + 1.5 * Math.sin(z)', 'Math.sqrt(Math.max(0, 2.25 - (a - 1.5) ** 2))'),
    },
    {
      name: 'identity, which counts and overshoots',
      edits: [countOutput('identity')],
      feedback: /^On \d+ of 20 seeds an answer lies outside the range from 0 to 3, by as much as 0\.00\d+\.$/,
    },
    {
      name: 'a leaky output, which also goes below 0',
      edits: [countOutput('leakyRelu')],
      feedback: /outside the range from 0 to 3/,
    },
    { name: 'ReLU', edits: [countOutput('relu')], feedback: /of 20 seeds learned.*asks for 18/ },
    { name: 'tanh, which reaches no further', edits: [countOutput('tanh')], feedback: /0 of 20 seeds/ },
    {
      name: 'a larger learning rate',
      edits: [['learningRate = 0.1', 'learningRate = 1']],
      feedback: /0 of 20 seeds/,
    },
    {
      name: 'softplus, which has no upper end',
      edits: countOutputOf('Math.log1p(Math.exp(z))', '1 - Math.exp(-a)'),
      feedback: /outside the range from 0 to 3/,
    },
    {
      name: 'the stretched sigmoid with the old slope',
      edits: countOutputOf(threefold, 'a * (1 - a)'),
      feedback: /does not follow the gradient of the loss/,
    },
    {
      name: 'a line that is cut off at the ends, with its slope, so that it dies there',
      edits: countOutputOf('Math.min(3, Math.max(0, z))', 'a > 0 && a < 3 ? 1 : 0'),
      feedback: /of 20 seeds learned.*asks for 18/,
    },
    {
      name: 'a line that is cut off at the ends, as if it went on there',
      edits: countOutputOf('Math.min(3, Math.max(0, z))', '1'),
      feedback: /does not follow the gradient of the loss/,
    },
    {
      name: 'targets divided by 3, which is another task',
      edits: [
        [
          '[[0], [1], [1], [2], [1], [2], [2], [3]]',
          '[[0], [1], [1], [2], [1], [2], [2], [3]].map(([t]) => [t / 3])',
        ],
      ],
      feedback: /The data have changed/,
    },
  ],
  'derivative-bugs.mend-the-slope': [
    { name: '1 - a²', edits: [slope('1 - a * a')] },
    { name: 'the same as a product', edits: [slope('(1 - a) * (1 + a)')] },
    { name: 'the same by way of z', edits: [slope('1 / Math.cosh(Math.atanh(a)) ** 2')] },
    {
      name: '1 - |a|, which learns even better and is wrong',
      edits: [slope('1 - Math.abs(a)')],
      feedback: /does not follow the gradient of the loss in hidden layer 1/,
    },
    {
      name: 'the slope of sigmoid',
      edits: [slope('a * (1 - a)')],
      feedback: /does not follow the gradient of the loss in hidden layer 1/,
    },
    { name: 'a slope of 1', edits: [slope('1')], feedback: /0 of 20 seeds/ },
    {
      name: '1 - a, with the square missing',
      edits: [slope('1 - a')],
      feedback: /does not follow the gradient of the loss in hidden layer 1/,
    },
  ],
  'dying-relu.keep-the-relu': [
    {
      name: 'half the weights, and an output that is on at the start',
      edits: [heTimes('0.5'), biasesOf('size === 1 ? 1 : 0.1')],
    },
    {
      name: 'weights a little smaller still, and the other biases as they were',
      edits: [heTimes('0.4'), biasesOf('size === 1 ? 1 : 0.5')],
    },
    {
      name: 'half the weights, drawn again until the output is on for every sample',
      edits: [
        heTimes('0.5'),
        [
          '  return sizes\n    .slice(1)\n    .map((size, layer) => createLayer(sizes[layer], size, random));',
          '  for (;;) {\n' +
            '    const network = sizes.slice(1).map((size, layer) => createLayer(sizes[layer], size, random));\n' +
            '    if (data.inputs.every((input) => predict(network, input)[0] > 0)) return network;\n' +
            '  }',
        ],
      ],
    },
    {
      name: 'half the weights alone, which leaves some silent at birth',
      edits: [heTimes('0.5')],
      feedback: /18 of 20 seeds learned.*asks for 19.*2 end with one number for every input/,
    },
    {
      name: 'an output that is on at the start, alone',
      edits: [biasesOf('size === 1 ? 1 : 0.5')],
      feedback: /of 20 seeds learned.*asks for 19/,
    },
    {
      name: 'weights so small that it stands still',
      edits: [['normal(random) * Math.sqrt(2 / inputCount)', '0.1 * (2 * random() - 1)']],
      feedback: /0 of 20 seeds learned/,
    },
    {
      name: 'larger biases everywhere, so that the units are on',
      edits: [biasesOf('1')],
      feedback: /0 of 20 seeds learned/,
    },
    {
      name: 'a linear output',
      edits: [['mask[unit] = z > 0 ? 1 : 0;', 'mask[unit] = biases.length === 1 || z > 0 ? 1 : 0;']],
      feedback: /^The output gives −[\d.]+ where its sum is −[\d.]+; a ReLU gives 0 there\.$/,
    },
    {
      name: 'leaky hidden units',
      edits: [['mask[unit] = z > 0 ? 1 : 0;', 'mask[unit] = z > 0 ? 1 : biases.length === 1 ? 0 : 0.1;']],
      feedback: /A unit of hidden layer 1 gives −/,
    },
    {
      name: 'the bias gradient alone, the accepted answer',
      edits: [
        ['const biasGradient = deltas.reduce((sum, d) => sum + d, 0);', 'const biasGradients = deltas;'],
        ['learningRate * biasGradient;', 'learningRate * biasGradients[unit];'],
      ],
      feedback: /of 20 seeds learned.*end with one number for every input/,
    },
    {
      name: 'a smaller learning rate',
      edits: [['learningRate = 0.01', 'learningRate = 0.001']],
      feedback: /learning rate is 0\.001; the exercise asks to keep it at 0\.01/,
    },
  ],
};
