/**
 * What a sigmoid output is sent back from its loss, at each pre-activation z and a target t of 0 or 1:
 *
 *     half the squared error   dL/dz = (a - t) a (1 - a)
 *     cross-entropy            dL/dz = a - t
 *
 * with a = sigmoid(z). The slope a (1 - a) is what the right pairing removes.
 */

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
  finding: Finding;
}

export type Finding =
  | { kind: 'sure-and-wrong'; ratio: number } // how many times more cross-entropy sends back
  | { kind: 'sure-and-right' }
  | { kind: 'unsure' };

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
export function createPairingCurve({ z, target }: { z: number; target: 0 | 1 }): PairingModel {
  if (!Number.isFinite(z)) throw new RangeError(`createPairingCurve: z is ${z}; expected a finite number`);
  const here = sentAt(z, target);
  const steps = 160;
  const curve = Array.from({ length: steps + 1 }, (_, i) =>
    sentAt(range.low + ((range.high - range.low) * i) / steps, target),
  );
  return { target, here, curve, finding: findingOf(here, target) };
}

function findingOf({ activation, squaredError, crossEntropy }: Sent, target: 0 | 1): Finding {
  const error = Math.abs(activation - target);
  if (error > 0.9) return { kind: 'sure-and-wrong', ratio: Math.abs(crossEntropy / squaredError) };
  return { kind: error < 0.1 ? 'sure-and-right' : 'unsure' };
}
