/** The names of the mistakes, in the words that the reader sees. */
import type { GradientCheck } from './gradients.ts';
import { number } from './words.ts';

/** A mistake as a phrase, and what to do about it. */
export interface Signature {
  phrase: string;
  mend: string;
}

/** What departs from the right backward pass in one layer; empty when nothing does. */
export function signaturesOf({ match, forward, loss }: GradientCheck, layer: number): Signature[] {
  const found = match?.layers[layer];
  const how = forward?.[layer];
  if (!found || !how) return [];
  const { rule, factor } = found;
  const isOutput = layer === forward.length - 1;
  const signatures: Signature[] = [];
  const add = (phrase: string, mend: string): void => void signatures.push({ phrase, mend });
  const left = how.inner.slopes[1];

  switch (rule.slope) {
    case 'one':
      if (isOutput && loss === 'cross-entropy') break;
      if (how.f.kind !== 'straight')
        add(
          'the derivative of the activation is left out',
          'Multiply the error by the derivative of the activation.',
        );
      else if (left === 0)
        add(
          'the slope is 1 on every sample, also where the unit is silent',
          'Where the sum is below zero the slope of ReLU is 0: look at what the derivative is asked about, and at its comparison.',
        );
      else
        add(
          'the slope is 1 on every sample, also left of zero',
          `Where the sum is below zero the slope is ${number(left)}.`,
        );
      break;
    case 'of-activation':
      add(
        'the derivative is taken of the activation instead of the sum before it',
        'Keep the sums of the forward pass and hand those to the derivative, or write it for the activation.',
      );
      break;
    case 'threshold-at-slope':
      add(
        `the slope changes at ${number(left)} instead of at 0`,
        `The slope is ${number(left)}; the place where it changes is 0. Compare with 0.`,
      );
      break;
    case 'whole-layer':
    case 'whole-layer-at-slope':
      add(
        rule.slope === 'whole-layer'
          ? 'one slope for the whole layer'
          : `one slope for the whole layer, and its threshold at ${number(left)} instead of 0`,
        'Each unit has its own slope, 1 or less, by its own sum: decide for each unit alone.',
      );
      break;
    case 'activation-form-of-sum':
      add(
        'the derivative’s formula is written for the activation and is given the sum',
        'Hand the activation to this formula, not the sum.',
      );
      break;
    case 'own-function':
    case 'own-function-of-activation':
      add(
        'the function is used as its own derivative',
        'The derivative is a slope: for x it is 1, for x/100 it is 1/100.',
      );
      break;
    case 'counted-once':
      add(
        'the output goes through its activation twice, and the derivative counts it once',
        'Apply the activation once, in one place.',
      );
      break;
    case 'as-if-activated':
      add(
        'the slope of an activation is counted that the forward pass skips',
        'Either hand on the activation going forward, or leave its slope out going back.',
      );
      break;
    case 'zero':
      add('the layer is never updated', 'Look for the line that should change its weights.');
      break;
    case 'right':
      break;
  }
  if (rule.input === 'activation')
    add(
      'the forward pass hands on the sum, and the gradient of the weights is taken with the activation',
      'Multiply the weights of this layer with the activations of the one before.',
    );
  if (rule.input === 'sum')
    add(
      'the gradient of the weights is taken with the sums of the layer before instead of its activations',
      'Multiply the deltas with what the layer before handed on.',
    );
  if (rule.bias === 'never') add('the biases are never updated', 'A bias moves by its unit’s delta.');
  if (rule.bias === 'sum-over-units')
    add(
      'the bias gradient is the sum over the units',
      'Each bias has the gradient of its own unit: sum over the samples, never over the units.',
    );
  if (rule.back === 'changed-weights')
    add(
      'the error is passed back through weights that this update has already changed',
      'Compute all deltas first, then change weights.',
    );
  if (factor < 0) add('the sign: the update climbs the loss', 'Change the sign of the error or of the step.');
  else if (!isOutput && Math.abs(factor - 1) > 1e-6)
    add(
      `a constant factor of ${number(factor)}`,
      'Look for a number that multiplies this layer’s error alone.',
    );
  return signatures;
}
