/** What is asked, why, and how to get that number in the reader's language. */
import type { Language, Question } from '../../../src/clinic/index.ts';

/** What is asked for, apart from the questions: the proof. */
export type Asked = Question | 'replay';

/** The line of code, with the names that such programs mostly have. */
type Recipe = Record<Language, string>;

interface QuestionWords {
  ask: string;
  recipe: Recipe;
}

const printOutputs: Recipe = {
  numpy: 'print(predict(X))',
  python: 'for x in inputs: print(predict(x))',
  lua: 'for _, x in ipairs(inputs) do print(predict(x)) end',
  javascript: 'inputs.forEach((x) => console.log(predict(x)))',
  c: 'for (int k = 0; k < N; k++) printf("%.6f\\n", predict(x[k]));',
};

const before = (code: string, comment: string): string => `${comment}\n${code}`;
const comments: Record<Language, string> = { numpy: '#', python: '#', lua: '--', javascript: '//', c: '//' };
const languages = Object.keys(comments) as Language[];
const withComment = (recipe: Recipe, comment: string): Recipe =>
  Object.fromEntries(
    languages.map((language) => [language, before(recipe[language], `${comments[language]} ${comment}`)]),
  ) as Recipe;

const printLoss: Recipe = {
  numpy: 'print(loss(predict(X), y))',
  python: 'print(sum(loss(predict(x), y) for x, y in zip(inputs, targets)))',
  lua: 'local sum = 0\nfor k, x in ipairs(inputs) do sum = sum + loss(predict(x), targets[k]) end\nprint(sum)',
  javascript: 'console.log(inputs.reduce((sum, x, k) => sum + loss(predict(x), targets[k]), 0))',
  c: 'double sum = 0;\nfor (int k = 0; k < N; k++) sum += loss(predict(x[k]), y[k]);\nprintf("%.8g\\n", sum);',
};

const printParameters: Recipe = {
  numpy: 'np.set_printoptions(threshold=10000, precision=12)\nprint(W1, b1, W2, b2)',
  python: 'print(W1, b1, W2, b2)',
  lua: 'for _, w in ipairs(allWeights) do print(string.format("%.12g", w)) end',
  javascript: 'console.log(JSON.stringify([W1, b1, W2, b2]))',
  c: 'for (int j = 0; j < P; j++) printf("%.12g\\n", w[j]);',
};

const printHidden: Recipe = {
  numpy: 'print(hidden(X))   # the activations, a row a sample',
  python: 'for x in inputs: print(hidden(x))',
  lua: 'for _, x in ipairs(inputs) do print(table.unpack(hidden(x))) end',
  javascript: 'inputs.forEach((x) => console.log(hidden(x).join(" ")))',
  c: 'for (int k = 0; k < N; k++) { forward(x[k]); for (int u = 0; u < H; u++) printf("%.6f ", a[u]); puts(""); }',
};

/** One update, held against differences of the loss. */
const check: Recipe = {
  numpy: `before = W1.copy()
g = np.zeros_like(W1)
for i in np.ndindex(W1.shape):
    W1[i] = before[i] + 1e-5; up = loss(predict(X), y)
    W1[i] = before[i] - 1e-5; down = loss(predict(X), y)
    W1[i] = before[i]; g[i] = (up - down) / 2e-5
update()                     # one update of your program
print((before - W1) / (rate * g))   # and the same for b1, W2, b2`,
  python: `before = [row[:] for row in W1]
def slope(i, j):
    W1[i][j] = before[i][j] + 1e-5; up = total_loss()
    W1[i][j] = before[i][j] - 1e-5; down = total_loss()
    W1[i][j] = before[i][j]; return (up - down) / 2e-5
g = [[slope(i, j) for j in range(len(row))] for i, row in enumerate(W1)]
update()
print([[(b - w) / (rate * d) for b, w, d in zip(*rows)] for rows in zip(before, W1, g)])`,
  lua: `local before, g = copy(w), {}
for j = 1, #w do
  w[j] = before[j] + 1e-5; local up = totalLoss()
  w[j] = before[j] - 1e-5; local down = totalLoss()
  w[j] = before[j]; g[j] = (up - down) / 2e-5
end
update()
for j = 1, #w do print((before[j] - w[j]) / (rate * g[j])) end`,
  javascript: `const before = [...w];
const g = before.map((value, j) => {
  w[j] = value + 1e-5; const up = totalLoss();
  w[j] = value - 1e-5; const down = totalLoss();
  w[j] = value; return (up - down) / 2e-5;
});
update();
console.log(before.map((value, j) => (value - w[j]) / (rate * g[j])));`,
  c: `for (int j = 0; j < P; j++) {
  double keep = w[j];
  w[j] = keep + 1e-5; double up = total_loss();
  w[j] = keep - 1e-5; double down = total_loss();
  w[j] = keep; before[j] = keep; g[j] = (up - down) / 2e-5;
}
update();
for (int j = 0; j < P; j++) printf("%g\\n", (before[j] - w[j]) / (rate * g[j]));`,
};

const lossAfter = (epochs: string): QuestionWords => ({
  ask: `What is the loss after ${epochs}?`,
  recipe: withComment(printLoss, `after ${epochs}`),
});

export const questionWords: Record<Asked, QuestionWords> = {
  run2: {
    ask: 'What does another run print, from other first weights?',
    recipe: withComment(printOutputs, 'after training, with another seed'),
  },
  run3: { ask: 'And a third run?', recipe: withComment(printOutputs, 'after training, with a third seed') },
  before: {
    ask: 'What did the network print before training?',
    recipe: withComment(printOutputs, 'before the first update'),
  },
  later: {
    ask: 'What does it print half way, after half of the epochs?',
    recipe: withComment(printOutputs, 'after half of the epochs'),
  },
  loss1: lossAfter('the first epoch'),
  loss10: lossAfter('10 epochs'),
  loss100: lossAfter('100 epochs'),
  loss1000: lossAfter('1,000 epochs'),
  lossEnd: { ask: 'What is the loss at the end?', recipe: withComment(printLoss, 'after training') },
  hidden: {
    ask: 'What do the hidden units answer to each sample, after training?',
    recipe: withComment(printHidden, 'after training'),
  },
  moved: {
    ask: 'What are the weights and biases before training, and after it?',
    recipe: withComment(printParameters, 'before the first update, and again at the end'),
  },
  initial: {
    ask: 'What are the weights and biases before training?',
    recipe: withComment(printParameters, 'before the first update'),
  },
  check: {
    ask: 'Does one update follow the gradient?',
    recipe: withComment(check, 'the loss is that of the samples which the update takes: of one, or of all'),
  },
  replay: {
    ask: 'The proof: from which weights does the run begin, and what does it print after one epoch?',
    recipe: Object.fromEntries(
      languages.map((language) => [
        language,
        `${printParameters[language]}\n${comments[language]} then exactly one epoch, the samples in order, and all digits:\n${printOutputs[language].replace('%.6f', '%.15g')}`,
      ]),
    ) as Recipe,
  },
};
