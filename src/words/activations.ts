/** Activations by name and formula. Ranges and slopes are the engine's; see src/engine/activations. */
import { nameInSentence } from './names.ts';
import { numberText } from './numbers.ts';

/** As the engine names them. */
export type ActivationSaid =
  | 'identity'
  | 'step'
  | 'sigmoid'
  | 'tanh'
  | 'relu'
  | 'leakyRelu'
  | 'elu'
  | 'softplus'
  | 'silu'
  | 'gelu'
  | 'softmax';

const names: Record<ActivationSaid, string> = {
  identity: 'Identity',
  step: 'Step',
  sigmoid: 'Sigmoid',
  tanh: 'Tanh',
  relu: 'ReLU',
  leakyRelu: 'Leaky ReLU',
  elu: 'ELU',
  softplus: 'Softplus',
  silu: 'SiLU',
  gelu: 'GELU',
  softmax: 'Softmax',
};

const formulas: Record<Exclude<ActivationSaid, 'leakyRelu' | 'softmax'>, string> = {
  identity: 'z',
  step: '0 below 0, else 1',
  sigmoid: '1 / (1 + e⁻ᶻ)',
  tanh: 'tanh z',
  relu: 'max(0, z)',
  elu: 'z, below 0 eᶻ − 1',
  softplus: 'ln(1 + eᶻ)',
  silu: 'z times sigmoid of z',
  gelu: 'z times Φ(z), by tanh',
};

const withSlope = (name: string, slope?: number): string =>
  slope === undefined ? name : `${name}, slope ${numberText(slope)}`;

export const activationWords = {
  /** At the head of a line. @param slope Of leaky ReLU below 0, where it has to be told: "Leaky ReLU, slope 0.1". */
  name: (activation: ActivationSaid, slope?: number): string => withSlope(names[activation], slope),

  /** Within a sentence: "leaky ReLU", "sigmoid"; "ReLU" and "SiLU" stay as they are. */
  inSentence: (activation: ActivationSaid, slope?: number): string =>
    withSlope(nameInSentence(names[activation]), slope),

  /** f(z), set in plain text. @param slope Of leaky ReLU, below 0. */
  formula: (activation: Exclude<ActivationSaid, 'softmax'>, slope: number): string =>
    activation === 'leakyRelu' ? `z, below 0 only ${numberText(slope)} z` : formulas[activation],
};
