/**
 * Faults: named departures from the right mathematics. The right network is the one with no faults.
 *
 * Each is a mistake that a sensible person made in a published program. Each is applied at one place, named
 * below, and leaves all else as it is; several may be combined, each limited to certain layers if need be.
 *
 * Notation: `z` pre-activation, `a` activation, `f` the activation function, `f'` its derivative, `delta` =
 * dLoss/dz of a layer. How the faults of a derivative combine, with x = a where derivative-of-activation is
 * on and z where it is not:
 *
 *     derivative-omitted       1                    (excludes the others)
 *     derivative-is-function   f(x)                 (excludes the three below)
 *     relu, leakyRelu          test ? 1 : slope     slope = 0 for relu
 *         test                 x > t                x >= t by derivative-at-least-zero
 *         t                    0                    the slope by derivative-threshold-at-slope
 *         derivative-collapsed: the test must hold for every unit of the layer on this sample
 *     all others               f'(x)
 *
 * The cross-entropies take delta = p - y at the output without f' (loss.ts): no fault of a derivative has a
 * place there.
 */
import type { ActivationName } from './activations/activation-name.ts';

/** What a fault changes, who makes it, what it does, how it shows. */
export interface FaultDescription {
  /** The one place where it is applied. */
  place: 'forward' | 'derivative' | 'gradient';
  /** The activations it has a meaning for. Absent: all; but softmax only where no derivative of one number is needed. */
  activations?: readonly ActivationName[];
  /** Who makes this mistake, what it does, how it shows. One paragraph. */
  text: string;
}

const PIECEWISE_LINEAR = ['relu', 'leakyRelu'] as const;

export const faultDescriptions = {
  'derivative-of-activation': {
    place: 'derivative',
    text: "f' is evaluated at the activation a instead of the pre-activation z. It comes from programs that keep only activations: for sigmoid, tanh, ReLU and leaky ReLU the derivative can be written of a, and the same call is then made with a formula that wants z. With `z > 0` tests it is harmless, since a and z have the same sign; with `>=` on ReLU, whose activation is never negative, the gate is always open; with smooth functions the gradient is wrong by a factor that varies from unit to unit. The network often still learns, only worse.",
  },
  'derivative-at-least-zero': {
    place: 'derivative',
    activations: PIECEWISE_LINEAR,
    text: "The test in f' is x >= 0 instead of x > 0, so that f'(0) is 1. At the kink itself either choice is allowed, and for a z drawn at random it never matters. It matters when the argument is the activation: ReLU's activation is exactly 0 for every silent unit, and the gate that should be shut is open.",
  },
  'derivative-threshold-at-slope': {
    place: 'derivative',
    activations: ['leakyRelu'],
    text: "f' compares with the slope instead of with 0: x > 0.1 where x > 0 was meant, a slope used as a position. Copying the constant into the wrong place is all it takes. Units with 0 < x <= slope learn ten times too slowly; nothing is ever printed that looks wrong.",
  },
  'derivative-collapsed': {
    place: 'derivative',
    activations: PIECEWISE_LINEAR,
    text: "f' is one number for the whole layer: 1 if the test holds for every unit on this sample, else the slope. It comes from `if x > 0` on an array, which NumPy refuses, and from obeying the error message, which suggests all(). One negative unit turns the others down with it, and the layer has lost its ability to bend.",
  },
  'derivative-is-function': {
    place: 'derivative',
    activations: ['relu', 'leakyRelu', 'identity'],
    text: "f is used where f' belongs: x (or x times the slope) instead of 1 (or the slope). It comes from reading 'the same for the derivative' too literally. Small activations learn too slowly and large ones blow up; where the value is negative the sign of the step is wrong, and the network climbs its loss.",
  },
  'derivative-omitted': {
    place: 'derivative',
    text: "f' is left out: delta is the error that arrived. It comes from mixing up losses: with cross-entropy from logits the output layer's f' does cancel, and the habit is carried to layers where it does not. Dead units are updated as if they lived, saturated ones are pushed on.",
  },
  'pre-activation-passed-on': {
    place: 'forward',
    text: 'The layer hands z to the next one while a is used in the gradients. It comes from a variable that was renamed in one half of a program. Going forward the network is linear; going back it believes it is not. It still learns what a linear network can, and that hides the mistake.',
  },
  'activation-applied-twice': {
    place: 'forward',
    text: "The layer's output is f(f(z)) while its derivative is taken as f'(z). It comes from an output function applied once in the layer and once more when the prediction is read. Harmless for ReLU, for which f(f(z)) = f(z); with leaky ReLU negative outputs shrink by the slope squared and the gradient is too large by 1/slope.",
  },
  'mask-product': {
    place: 'forward',
    activations: ['relu'],
    text: 'ReLU is computed as z times the mask (z > 0). For negative z the product is -0 instead of 0, and for an infinite one NaN. It comes from vectorising the if. The -0 is printed, surprises its owner, and does no harm.',
  },
  'bias-gradient-summed': {
    place: 'gradient',
    text: "Every bias of the layer gets the sum of the layer's deltas over all units instead of its own. It comes from a sum without an axis over the whole delta matrix, which broadcasting then accepts. The difference between any two biases of the layer never changes.",
  },
  'biases-frozen': {
    place: 'gradient',
    text: 'Biases keep their initial values: the program has no line that updates them. Easy to miss, since weights make up for it on many tasks, and fatal where the fit must not pass through what the initial biases allow.',
  },
  'bias-added-to-weights': {
    place: 'forward',
    text: 'z = x (W + b): the bias has the shape of the weights and is added to them before the product. It is a second copy of the weights, not a bias. Both copies take the same step, so the weights move twice as fast, every stability limit halves, and W - b never changes.',
  },
  'step-uphill': {
    place: 'gradient',
    text: 'The step is added where it should be subtracted. The sign is lost when prediction - target is written in one place and target - prediction in another. From the first update on, each step raises the loss on the very samples that it is taken for.',
  },
  'layer-frozen': {
    place: 'gradient',
    text: 'No gradient reaches the parameters of the layer: the line that updates it is missing, or it updates a copy. The other layers still learn, on top of whatever numbers the first draw happened to give. Weight decay, where there is any, still shrinks the weights.',
  },
  'updated-before-passed-back': {
    place: 'gradient',
    text: 'The layer takes its step before its delta is passed to the layer below, which then receives its error through weights that are one step too new. It comes from doing both in one loop over the layers. The difference is of the order of the learning rate, and small rates hide it altogether.',
  },
  'parameters-truncated': {
    place: 'gradient',
    text: 'Every parameter loses its fraction, at the start and at each step: the array was made of integers, and what is stored in it is cut down to a whole number without a word. Steps shorter than 1 leave nothing, or pull the parameter towards 0.',
  },
  'rate-undefined': {
    place: 'gradient',
    text: 'The step is multiplied by a number that was never set. In JavaScript a number times undefined is NaN, and every parameter is NaN after the first update. It comes from an option of another name, or a field read before it is assigned.',
  },
} as const satisfies Record<string, FaultDescription>;

export type FaultName = keyof typeof faultDescriptions;

export const faultNames = Object.keys(faultDescriptions) as FaultName[];
