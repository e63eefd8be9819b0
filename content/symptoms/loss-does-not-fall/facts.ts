import type { Readings } from '#facts';

export const readings: Readings = {
  /** r  at least nine of ten samples on the right side of one half; w  fewer. */
  most: ({ outputs, targets }) => {
    const all = Array.from(outputs);
    const right = all.filter((output, k) => output > 0.5 === targets[k] > 0.5);
    return right.length >= 0.9 * all.length ? 'r' : 'w';
  },
};
