/** A softmax over one axis or another, in words. */
import { numberText } from '../../../src/words/numbers.ts';
import type { SoftmaxAxis, SoftmaxAxisModel } from './model.ts';

const axes: Record<SoftmaxAxis, { name: string; code: string; adds: string }> = {
  classes: {
    name: 'the classes of a sample',
    code: 'e / e.sum(axis=1, keepdims=True)',
    adds: 'Each row adds up to 1',
  },
  samples: {
    name: 'the samples',
    code: 'e / e.sum(axis=0)',
    adds: 'Each column adds up to 1, and no row does',
  },
  all: { name: 'everything', code: 'e / e.sum()', adds: 'All twelve together add up to 1' },
};

export const softmaxAxisWords = {
  axis: (axis: SoftmaxAxis): string => axes[axis].name,
  code: (axis: SoftmaxAxis): string => axes[axis].code,

  /** A sentence without its full stop. */
  finding: (axis: SoftmaxAxis, { dependence }: SoftmaxAxisModel): string =>
    dependence < 1e-9
      ? `${axes[axis].adds}: what sample 1 is given does not hang on who else is in the batch`
      : `${axes[axis].adds}: raise the scores of sample 4 by 1, and sample 1 is given up to ${numberText(dependence, 2)} less`,

  longest:
    'Each column adds up to 1, and no row does: raise the scores of sample 4 by 1, and sample 1 is given up to 0.0012 less',
};
