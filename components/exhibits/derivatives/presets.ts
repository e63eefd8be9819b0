import type { Given } from './explorer.ts';

export type PresetId =
  | 'sigmoid'
  | 'tanh'
  | 'relu'
  | 'leaky-relu'
  | 'elu'
  | 'softplus'
  | 'silu'
  | 'gelu'
  | 'sigmoid-of-activation'
  | 'relu-of-activation'
  | 'threshold-at-slope'
  | 'own-derivative'
  | 'activation-form-on-z';

export interface Preset {
  id: PresetId;
  functionText: string;
  derivativeText: string;
  given: Given;
  /** Whether the derivative is wrong on purpose. */
  isWrong: boolean;
}

const sigmoid = '1 / (1 + exp(-x))';
const relu = 'max(0, x)';
const leaky = 'x > 0 ? x : 0.1 * x';
const flatterLeaky = 'x > 0 ? x : x / 100';

/** The activations of the book with their derivatives, then the wrong derivatives of its cases. */
export const presets: readonly Preset[] = [
  right('sigmoid', sigmoid, 'exp(-x) / (1 + exp(-x)) ** 2'),
  right('tanh', 'tanh(x)', '1 - tanh(x) ** 2'),
  right('relu', relu, 'x > 0 ? 1 : 0'),
  right('leaky-relu', leaky, 'x > 0 ? 1 : 0.1'),
  right('elu', 'x > 0 ? x : exp(x) - 1', 'x > 0 ? 1 : exp(x)'),
  right('softplus', 'log(1 + exp(x))', '1 / (1 + exp(-x))'),
  right('silu', 'x / (1 + exp(-x))', '(1 + exp(-x) * (1 + x)) / (1 + exp(-x)) ** 2'),
  right(
    'gelu',
    '0.5 * x * (1 + tanh(0.7978845608 * (x + 0.044715 * x ** 3)))',
    '0.5 * (1 + tanh(0.7978845608 * (x + 0.044715 * x ** 3))) + ' +
      '0.5 * x * (1 - tanh(0.7978845608 * (x + 0.044715 * x ** 3)) ** 2) * 0.7978845608 * (1 + 0.134145 * x ** 2)',
  ),
  {
    ...right('sigmoid-of-activation', sigmoid, 'a * (1 - a)'),
    given: 'activation',
  },
  wrong('relu-of-activation', relu, 'x >= 0 ? 1 : 0', 'activation'),
  wrong('threshold-at-slope', leaky, 'x > 0.1 ? 1 : 0.1'),
  wrong('own-derivative', flatterLeaky, flatterLeaky),
  wrong('activation-form-on-z', sigmoid, 'x * (1 - x)'),
];

function right(id: PresetId, functionText: string, derivativeText: string): Preset {
  return { id, functionText, derivativeText, given: 'pre-activation', isWrong: false };
}

function wrong(
  id: PresetId,
  functionText: string,
  derivativeText: string,
  given: Given = 'pre-activation',
): Preset {
  return { id, functionText, derivativeText, given, isWrong: true };
}

/** @throws if there is no preset of that id; the message lists them. */
export function presetOf(id: string): Preset {
  const preset = presets.find((candidate) => candidate.id === id);
  if (!preset) {
    throw new Error(`presetOf("${id}"): expected one of ${presets.map((known) => known.id).join(', ')}`);
  }
  return preset;
}
