import type { Description } from '../../src/clinic/index.ts';
import { tasks } from '../../src/clinic/tasks.ts';

/** XOR on a small network, as somebody may tell it; a test changes what it is about. */
export const describedXor: Description = {
  data: tasks.xor,
  widths: [3],
  hidden: { activation: 'relu' },
  output: { activation: 'sigmoid' },
  loss: 'halfSquaredError',
  rate: 0.3,
  batch: 'sample',
  order: 'in-order',
  weights: { kind: 'uniform', low: -1, high: 1 },
  biases: { kind: 'uniform', low: -1, high: 1 },
  epochs: 40,
  leap: 1,
  digits: 4,
  unknown: [],
};
