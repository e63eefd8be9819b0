/** Why the start decides, and what the number says at which the cost stands. */
import type { Facts, Readings } from '#facts';

export const facts: Facts = ({ say }) => ({
  'cost-at-one-half': {
    value: () => Math.log(2),
    say: say.digits(3),
    how: 'the cross-entropy of one half for every sample: ln 2',
  },
  'cost-when-inverted': {
    value: () => -Math.log(1e-13),
    say: say.digits(4),
    how: 'the cross-entropy of outputs that are all wrong and cut off at 1e‑13: −ln 1e‑13',
  },
});

export const readings: Readings = {
  /** r  every output right by more than 0.1; i  every one wrong by more than 0.1; h  all within 0.1 of one half; o  anything else. */
  sides: ({ outputs, targets }) => {
    const ahead = Array.from(outputs, (output, k) => (targets[k] === 1 ? output - 0.5 : 0.5 - output));
    if (ahead.every((by) => by > 0.1)) return 'r';
    if (ahead.every((by) => by < -0.1)) return 'i';
    return ahead.every((by) => Math.abs(by) <= 0.1) ? 'h' : 'o';
  },
};
