/**
 * Optimisers: how a gradient becomes a step.
 *
 *     sgd        w = w - rate g
 *     momentum   v = momentum v + g;   w = w - rate v
 *     adam       m = beta1 m + (1 - beta1) g
 *                v = beta2 v + (1 - beta2) g^2
 *                w = w - rate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 *
 * Sources: Polyak 1964 for momentum (the form without damping, as in PyTorch); Kingma & Ba 2015 for Adam.
 * Powers of beta are kept by multiplication, so that no library function decides their last digits.
 */
import type { Optimizer } from './spec.ts';

export interface OptimizerState {
  /** All numbers it carries from update to update, so that a run can be recorded and rewound. */
  readonly memory: Float64Array;
  /** The memory as it was before the first step. */
  reset(): void;
  /** Changes the parameters by one step against the gradient. */
  step(parameters: Float64Array, gradient: Float64Array): void;
}

/** The state of an optimiser before its first step, for so many parameters. */
export function createOptimizer(optimizer: Optimizer, count: number): OptimizerState {
  switch (optimizer.kind) {
    case 'sgd':
      return gradientDescent(optimizer.learningRate);
    case 'momentum':
      return momentumDescent(optimizer.learningRate, optimizer.momentum ?? 0.9, count);
    case 'adam':
      return adam(optimizer, count);
  }
}

function gradientDescent(rate: number): OptimizerState {
  return {
    memory: new Float64Array(0),
    reset() {},
    step(parameters, gradient) {
      for (let j = 0; j < parameters.length; j++) parameters[j] = parameters[j]! - rate * gradient[j]!;
    },
  };
}

function momentumDescent(rate: number, momentum: number, count: number): OptimizerState {
  const velocity = new Float64Array(count);
  return {
    memory: velocity,
    reset() {
      velocity.fill(0);
    },
    step(parameters, gradient) {
      for (let j = 0; j < count; j++) {
        const v = momentum * velocity[j]! + gradient[j]!;
        velocity[j] = v;
        parameters[j] = parameters[j]! - rate * v;
      }
    },
  };
}

function adam(options: Extract<Optimizer, { kind: 'adam' }>, count: number): OptimizerState {
  const { learningRate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = options;
  const memory = new Float64Array(2 * count + 2); // first moments, second moments, beta1^t, beta2^t
  const first = memory.subarray(0, count);
  const second = memory.subarray(count, 2 * count);
  const powers = memory.subarray(2 * count);
  powers.fill(1);
  return {
    memory,
    reset() {
      memory.fill(0);
      powers.fill(1);
    },
    step(parameters, gradient) {
      powers[0] = powers[0]! * beta1;
      powers[1] = powers[1]! * beta2;
      const correction1 = 1 - powers[0]!;
      const correction2 = 1 - powers[1]!;
      for (let j = 0; j < count; j++) {
        const g = gradient[j]!;
        const m = beta1 * first[j]! + (1 - beta1) * g;
        const v = beta2 * second[j]! + (1 - beta2) * (g * g);
        first[j] = m;
        second[j] = v;
        const rate = (learningRate * (m / correction1)) / (Math.sqrt(v / correction2) + epsilon);
        parameters[j] = parameters[j]! - rate;
      }
    },
  };
}
