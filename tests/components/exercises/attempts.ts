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
  'const activations: Record<string, { value(z: number): number; slope(a: number): number }> = {',
  `const activations: Record<string, { value(z: number): number; slope(a: number): number }> = {\n  ${name}: { value: (z) => ${value}, slope: (a) => ${slope} },`,
];
const hidden = (kind: string): Edit => [
  "createLayer(4, 2, 'identity', random)",
  `createLayer(4, 2, '${kind}', random)`,
];
const countOutput = (kind: string): Edit => [
  "createLayer(1, 4, 'sigmoid', random)",
  `createLayer(1, 4, '${kind}', random)`,
];
const slope = (text: string): Edit => ['slope: (a) => 1 - Math.tanh(a) ** 2 }', `slope: (a) => ${text} }`];

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
  'output-range.make-it-count': [
    { name: 'identity', edits: [countOutput('identity')] },
    { name: 'a leaky output', edits: [countOutput('leakyRelu')] },
    {
      name: 'a sigmoid stretched to reach from −0.5 to 3.5, with its slope',
      edits: [
        countOutput('stretched'),
        activation('stretched', '4 / (1 + Math.exp(-z)) - 0.5', '((a + 0.5) * (3.5 - a)) / 4'),
      ],
    },
    { name: 'ReLU', edits: [countOutput('relu')], feedback: /of 20 seeds learned.*asks for 18/ },
    { name: 'tanh, which reaches no further', edits: [countOutput('tanh')], feedback: /0 of 20 seeds/ },
    {
      name: 'a larger learning rate',
      edits: [['learningRate = 0.1', 'learningRate = 1']],
      feedback: /0 of 20 seeds/,
    },
    {
      name: 'the stretched sigmoid with the old slope',
      edits: [
        countOutput('stretched'),
        activation('stretched', '4 / (1 + Math.exp(-z)) - 0.5', 'a * (1 - a)'),
      ],
      feedback: /does not follow the gradient of the loss/,
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
  'dying-relu.keep-it-alive': [
    {
      name: 'a linear output',
      edits: [['mask[unit] = z > 0 ? 1 : 0;', 'mask[unit] = biases.length === 1 || z > 0 ? 1 : 0;']],
    },
    {
      name: 'a leaky output',
      edits: [['mask[unit] = z > 0 ? 1 : 0;', 'mask[unit] = z > 0 ? 1 : biases.length === 1 ? 0.1 : 0;']],
    },
    {
      name: 'the bias gradient alone, the accepted answer',
      edits: [
        [
          'const biasGradient = deltas.reduce((sum, delta) => sum + delta, 0);',
          'const biasGradients = deltas;',
        ],
        ['learningRate * biasGradient;', 'learningRate * biasGradients[unit];'],
      ],
      feedback: /of 20 seeds learned.*end with the same output for every input/,
    },
    {
      name: 'max(0, z) instead of the mask',
      edits: [['activations[unit] = z * mask[unit];', 'activations[unit] = Math.max(0, z);']],
      feedback: /of 20 seeds learned.*asks for 18/,
    },
    {
      name: 'a smaller learning rate',
      edits: [['learningRate = 0.01', 'learningRate = 0.001']],
      feedback: /learning rate is 0\.001; the exercise asks to keep it at 0\.01/,
    },
  ],
};
