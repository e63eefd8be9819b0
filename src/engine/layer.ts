/**
 * A dense layer: O units, each with one weight for each of I inputs, and a bias.
 *
 *     z = b + W x                  [O] = [O] + [O, I] [I]
 *     a = f(z)                     [O]
 *     delta = dLoss/dz             [O]
 *     dLoss/dW = delta x^T         [O, I]
 *     dLoss/db = delta             [O]
 *     dLoss/dx = W^T delta         [I]
 *
 * The arrays are views into the network's flat ones, made once a run. A layer carries the six functions that
 * it is worked with; they are chosen when it is made, so that a layer without faults never asks for any.
 */
export interface Layer {
  /** I */
  readonly inputs: number;
  /** O */
  readonly units: number;
  /** [O, I], row-major: weights[o * I + i] leads from input i to unit o. */
  readonly weights: Float64Array;
  /** [O]. All zero and never changed in a layer without biases; [O, I] where a fault adds them to the weights. */
  readonly biases: Float64Array;
  /** dLoss/dW, shaped like the weights. */
  readonly weightGradient: Float64Array;
  /** dLoss/db, shaped like the biases. */
  readonly biasGradient: Float64Array;
  /** [O], pre-activations. */
  readonly z: Float64Array;
  /** [O], activations. */
  readonly a: Float64Array;
  /** [O], dLoss/dz. */
  readonly delta: Float64Array;
  /** [O], what the next layer receives: `a`, unless a fault passes on `z`. */
  readonly output: Float64Array;

  /** z = b + W x */
  readonly multiply: (layer: Layer, x: Float64Array) => void;
  /** a = f(z) */
  readonly activate: (layer: Layer) => void;
  /** Turns delta from dLoss/da into dLoss/dz: delta = delta f'(z). */
  readonly gate: (layer: Layer) => void;
  /** below = W^T delta: dLoss/da of the layer below. */
  readonly propagate: (layer: Layer, below: Float64Array) => void;
  /** Adds scale dLoss/dW and scale dLoss/db of one sample to the gradients. */
  readonly accumulate: (layer: Layer, x: Float64Array, scale: number) => void;
  /** One step of plain gradient descent on one sample: W = W - rate dLoss/dW, b = b - rate dLoss/db. */
  readonly step: (layer: Layer, x: Float64Array, rate: number) => void;
}
