/**
 * An activation function: what it is for one unit, and the same for a layer.
 *
 * Derivatives are taken with respect to the pre-activation z. For some functions the derivative can also be
 * written of the activation a, which saves work; half the bugs in this book come from feeding one formula
 * with the other's argument.
 */
import type { Layer } from '../layer.ts';
import type { ActivationName } from './activation-name.ts';

export interface Activation {
  name: ActivationName;
  /** f(z) */
  value(z: number): number;
  /** f'(z) */
  derivative(z: number): number;
  /** f' written of a = f(z), where that can be done. */
  derivativeOfActivation?(a: number): number;
  /** All values lie in here; an end that is only approached counts as in. */
  range: readonly [low: number, high: number];
  /** The z at which the value, the derivative or the derivative's slope jumps. */
  kinks: readonly number[];
  /** a = f(z) for a layer. */
  activate(layer: Layer): void;
  /** delta = delta f'(z) for a layer. */
  gate(layer: Layer): void;
}
