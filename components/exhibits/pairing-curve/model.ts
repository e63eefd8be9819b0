/**
 * What a sigmoid output is sent back from its loss, at each pre-activation z and a target t of 0 or 1:
 *
 *     half the squared error   dL/dz = (a - t) a (1 - a)
 *     cross-entropy            dL/dz = a - t
 *
 * with a = sigmoid(z). The slope a (1 - a) is what the right pairing removes.
 */
import { countText } from '../../../src/words/numbers.ts';

export interface Sent {
  z: number;
  activation: number;
  squaredError: number;
  crossEntropy: number;
}

export interface PairingModel {
  target: 0 | 1;
  here: Sent;
  curve: Sent[];
  finding: string;
}

/** The pre-activations drawn. */
export const range = { low: -8, high: 8 };

/** What is sent back at one pre-activation. */
export function sentAt(z: number, target: 0 | 1): Sent {
  const activation = 1 / (1 + Math.exp(-z));
  const crossEntropy = target === 0 ? activation : -1 / (1 + Math.exp(z)); // a - t without cancellation
  return {
    z,
    activation,
    crossEntropy,
    squaredError: (crossEntropy * Math.exp(-Math.abs(z))) / (1 + Math.exp(-Math.abs(z))) ** 2,
  };
}

/** @throws if z is not a finite number. */
export function createModel({ z, target }: { z: number; target: 0 | 1 }): PairingModel {
  if (!Number.isFinite(z)) throw new RangeError(`createModel: z is ${z}; expected a finite number`);
  const here = sentAt(z, target);
  const steps = 160;
  const curve = Array.from({ length: steps + 1 }, (_, i) =>
    sentAt(range.low + ((range.high - range.low) * i) / steps, target),
  );
  return { target, here, curve, finding: findingOf(here, target) };
}

function findingOf({ activation, squaredError, crossEntropy }: Sent, target: 0 | 1): string {
  const error = Math.abs(activation - target);
  const ratio = Math.abs(crossEntropy / squaredError);
  if (error > 0.9) {
    return `Sure and wrong: squared error sends back ${countText(Math.round(ratio))} times less than cross-entropy`;
  }
  if (error < 0.1) return 'Sure and right: both send back little, as they should';
  return 'Unsure: squared error sends back at most a quarter of the error, cross-entropy all of it';
}
