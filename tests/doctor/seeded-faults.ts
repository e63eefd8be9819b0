/** Faults put into right networks of several styles, and the codes of which one must be found. */
import { readFileSync } from 'node:fs';
import type { FindingCode } from '../../src/words/findings.ts';
import type { Patient } from './doctors.ts';

const styles = ['functions', 'network_class', 'script', 'plain'] as const;
type Style = (typeof styles)[number];

interface SeededFault {
  style: Style;
  name: string;
  /** Each `find` stands in the style's text exactly once. */
  edits: [find: string, replace: string][];
  says: FindingCode[];
  updates?: number;
}

const textOf = (style: Style): string => readFileSync(`tests/doctor/styles/${style}.py`, 'utf8');

export const rightPatients: Patient[] = styles.flatMap((style) =>
  [0, 40].map((updates) => ({ name: `${style}, after ${updates}`, text: textOf(style), seed: 1, updates })),
);

const faults: SeededFault[] = [
  // Of the backward pass
  { style: 'functions', name: 'slope of the activation', edits: [['* y * (1 - y)', '* sigmoid(y) * (1 - sigmoid(y))']], says: ['slope-of-activation'] }, // prettier-ignore
  { style: 'functions', name: 'hidden slope left out', edits: [[' * (1 - net["h"] ** 2)', '']], says: ['slope-left-out'] }, // prettier-ignore
  { style: 'functions', name: 'the update climbs', edits: [['(y - targets[k])', '(targets[k] - y)']], says: ['ascent'] }, // prettier-ignore
  { style: 'functions', name: 'the hidden layer climbs', edits: [['net["hidden"] -=', 'net["hidden"] +='], ['net["hidden_bias"] -=', 'net["hidden_bias"] +=']], says: ['ascent-in-layer'] }, // prettier-ignore
  { style: 'functions', name: 'the weights climb, the biases descend', edits: [['net["hidden"] -=', 'net["hidden"] +='], ['net["output"] -=', 'net["output"] +=']], says: ['ascent-of-weights', 'ascent-in-parameters'] }, // prettier-ignore
  { style: 'functions', name: 'biases left out of the update', edits: [['    net["hidden_bias"] -= learning_rate * d_hid\n', '']], says: ['biases-never-updated', 'never-moves'] }, // prettier-ignore
  { style: 'functions', name: 'no input factor', edits: [['np.outer(inputs[k], d_hid)', 'np.outer([1, 1], d_hid)']], says: ['weights-times-nothing'] }, // prettier-ignore
  { style: 'functions', name: 'the bare error passed back', edits: [['net["output"] @ d_out', 'net["output"] @ (y - targets[k])']], says: ['output-slope-not-passed-back'] }, // prettier-ignore
  { style: 'functions', name: 'one bias gradient for the layer', edits: [['learning_rate * d_hid\n\n', 'learning_rate * d_hid.sum()\n\n']], says: ['biases-summed-over-units'] }, // prettier-ignore
  // Of the start
  { style: 'functions', name: 'all weights begin at 0', edits: [['rng.normal(size=(2, 4))', 'np.zeros((2, 4))'], ['rng.normal(size=(4, 1))', 'np.zeros((4, 1))']], says: ['twin-units'], updates: 8 }, // prettier-ignore
  { style: 'functions', name: 'weights of whole numbers', edits: [['rng.normal(size=(2, 4))', 'rng.integers(-2, 3, size=(2, 4))'], ['net["hidden"] -= learning_rate * np.outer(inputs[k], d_hid)', 'net["hidden"] -= (learning_rate * np.outer(inputs[k], d_hid)).astype(int)']], says: ['integer-storage'] }, // prettier-ignore
  { style: 'functions', name: 'weights far too large', edits: [['rng.normal(size=(2, 4))', '400 * rng.normal(size=(2, 4)) + 300'], ['"hidden_bias": np.zeros(4)', '"hidden_bias": np.full(4, 200.0)']], says: ['units-saturated', 'start-too-large'] }, // prettier-ignore
  // Of a batch
  { style: 'network_class', name: 'passed through changed weights', edits: [['            below = (delta @ self.weights[at].T) * (1 - self.values[at] ** 2)\n', ''], ['            delta = below', '            delta = (delta @ self.weights[at].T) * (1 - self.values[at] ** 2)']], says: ['passed-through-changed-weights'] }, // prettier-ignore
  { style: 'network_class', name: 'weight set to the step', edits: [['self.weights[at] -= learning_rate', 'self.weights[at] = -learning_rate']], says: ['overwritten'] }, // prettier-ignore
  { style: 'network_class', name: 'the rate is 0', edits: [['learning_rate = 0.3', 'learning_rate = 0']], says: ['rate-is-zero'] }, // prettier-ignore
  { style: 'network_class', name: 'targets beyond tanh', edits: [['[[0.0], [1.0], [1.0], [0.0]]', '[[0.0], [5.0], [5.0], [0.0]]']], says: ['target-out-of-range'] }, // prettier-ignore
  { style: 'network_class', name: 'linear hidden layers', edits: [['np.tanh(self.values[-1] @ W + b)', '(self.values[-1] @ W + b)'], ['delta = (self.values[-1] - targets) * (1 - self.values[-1] ** 2)', 'delta = (self.values[-1] - targets)'], ['(delta @ self.weights[at].T) * (1 - self.values[at] ** 2)', 'delta @ self.weights[at].T']], says: ['nothing-bends'] }, // prettier-ignore
  { style: 'network_class', name: 'a rate far too large', edits: [['learning_rate = 0.3', 'learning_rate = 60']], says: ['step-raises-error', 'rate-above-curvature', 'units-saturated', 'output-saturated'] }, // prettier-ignore
  { style: 'network_class', name: 'a decay that diverges', edits: [['self.weights[at] -= learning_rate * self.values[at].T @ delta', 'self.weights[at] -= learning_rate * (self.values[at].T @ delta + 9 * self.weights[at])']], says: ['decay-diverges'] }, // prettier-ignore
  // Of a script without a network of its own
  { style: 'script', name: 'no gate', edits: [[' * (z1 > 0)', '']], says: ['slope-always-one'] },
  { style: 'script', name: 'the hidden weights are not in the update', edits: [['    W1 = W1 - learning_rate * X.T @ d1\n', ''], ['    b1 = b1 - learning_rate * d1.sum(axis=0)\n', '']], says: ['layer-never-updated', 'never-moves'] }, // prettier-ignore
  { style: 'script', name: 'an outer difference', edits: [['(out - Y) / len(X)', '(out - Y.T).mean(axis=1, keepdims=True) / len(X)']], says: ['targets-averaged'] }, // prettier-ignore
  { style: 'script', name: 'all units dead', edits: [['np.full(6, 0.3', 'np.full(6, -30'] ], says: ['all-units-dead'] }, // prettier-ignore
  { style: 'script', name: 'NaN from a root', edits: [['    z1 = X @ W1 + b1\n    a1', '    z1 = X @ W1 + b1 + 0 * np.sqrt(X)\n    a1']], says: ['number-missing'], updates: 1 }, // prettier-ignore
  // Of plain Python
  { style: 'plain', name: 'gradients that add up', edits: [['momentum = 0.5', 'momentum = 1']], says: ['steps-add-up'] }, // prettier-ignore
  { style: 'plain', name: 'the formula given the sum', edits: [['* a * (1 - a) for v, a in zip(n["v"], n["a"])]', '* z * (1 - z) for v, z in zip(n["v"], n["z"])]'], ['    n["a"] = [sigmoid(b', '    n["z"] = [b + sum(w * v for w, v in zip(row, x)) for row, b in zip(n["w"], n["b"])]\n    n["a"] = [sigmoid(b'], ['        "a": [0.0] * size', '        "z": [0.0] * size,\n        "a": [0.0] * size']], says: ['formula-of-activation-given-sum'] }, // prettier-ignore
  { style: 'plain', name: 'one sample to its end', edits: [['updates_per_epoch = len(inputs)', 'updates_per_epoch = 500'], ['def update(n, k):\n', 'def update(n, k):\n    k = k // 100\n']], says: ['one-sample-to-its-end'] }, // prettier-ignore
  { style: 'plain', name: 'a division by its own sum', edits: [['    return n["y"][0]', '    return n["y"][0] / n["y"][0]']], says: ['output-fixed'] }, // prettier-ignore
];

export const faultyPatients: (Patient & { says: FindingCode[] })[] = faults.map(
  ({ style, name, edits, says, updates = 0 }) => {
    let text = textOf(style);
    for (const [find, replace] of edits) {
      if (text.split(find).length !== 2)
        throw new Error(`${style}, ${name}: "${find}" must stand once in the text`);
      text = text.replace(find, () => replace);
    }
    return { name: `${style}: ${name}`, text, seed: 1, updates, says };
  },
);
