/** The public door of the activation functions. */
import type { ActivationName } from './activation-name.ts';
import type { Activation } from './activation.ts';
import { elu } from './elu.ts';
import { gelu } from './gelu.ts';
import { identity } from './identity.ts';
import { leakyRelu } from './leaky-relu.ts';
import { relu } from './relu.ts';
import { sigmoid } from './sigmoid.ts';
import { silu } from './silu.ts';
import { softmax } from './softmax.ts';
import { softplus } from './softplus.ts';
import { step } from './step.ts';
import { tanh } from './tanh.ts';

export type { Activation } from './activation.ts';

export const DEFAULT_SLOPE = 0.01;

export const activationNames = [
  'identity',
  'sigmoid',
  'tanh',
  'relu',
  'leakyRelu',
  'elu',
  'softplus',
  'silu',
  'gelu',
  'softmax',
  'step',
] as const satisfies readonly ActivationName[];

const withoutSlope = { identity, sigmoid, tanh, relu, elu, softplus, silu, gelu, softmax, step };

/** The activation of that name; `slope` counts for leakyRelu alone and defaults to 0.01. */
export function activationOf(name: ActivationName, slope: number = DEFAULT_SLOPE): Activation {
  if (!activationNames.includes(name)) {
    throw new TypeError(`activationOf: name is '${name}'; expected one of ${activationNames.join(', ')}`);
  }
  return name === 'leakyRelu' ? leakyRelu(slope) : withoutSlope[name];
}
