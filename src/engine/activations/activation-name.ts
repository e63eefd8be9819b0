/** The activations that a spec can name. */
export type ActivationName =
  | 'identity'
  | 'sigmoid'
  | 'tanh'
  | 'relu'
  | 'leakyRelu'
  | 'elu'
  | 'softplus'
  | 'silu'
  | 'gelu'
  | 'softmax'
  | 'step';
