// The numbers of this case as independent programs in Lua, NumPy and C measured them, or as a proof gives them.
import {
  testClosedForms,
  testProse,
  testShares,
  testSweeps,
  testWithin,
} from '../../../tests/cases/measured-elsewhere.ts';

testShares('unbounded-classifier', {
  'sigmoid.solved': [100, 1000],
  'leaky.solved': [1.0, 1000],
  'leaky-lr-0.1.solved': [100, 1000],
  'leaky-lr-0.1.20-epochs.solved': [54.1, 1000],
  'own-derivative-lr-0.1.solved': [35.9, 1000],
  'relu-lr-0.1.solved': [53.5, 1000],
  'relu-lr-0.1.constant': [40.3, 1000],
  'identity-lr-0.15.solved': [100, 1000],
  'identity-lr-0.16.solved': [0, 1000],
  'as-posted.solved': [0, 1000],
  'sum-rises.share': [4.9, 1000],
  'relu-failed.born-dead': [58.4, 233],
  'relu-failed.born-off-for-a-one': [40.3, 233],
  'threshold-zero-one-copy.right': [40, 1000],
});

testClosedForms('unbounded-classifier', {
  'identity.threshold': (7 - Math.sqrt(33)) / 8,
  'identity-one-copy.threshold': (7 - Math.sqrt(33)) / 4,
  'leaky.threshold': (5 - Math.sqrt(17)) / 4,
  'leaky-one-copy.threshold': (5 - Math.sqrt(17)) / 2,
  'copies.drift': 0,
  'all-zero.printed': 0,
});

testWithin('unbounded-classifier', {
  'identity.threshold': [0.15693, 5e-7],
  'leaky.threshold': [0.219224, 5e-7],
  'leaky-one-copy.threshold': [0.438447, 5e-7],
});

testSweeps('unbounded-classifier', [
  { variant: 'relu-lr-0.1', seeds: 1000, outcome: 'solved', percent: 53.5, of: 1000 },
  { variant: 'own-derivative-lr-0.1', seeds: 1000, outcome: 'solved', percent: 35.9, of: 1000 },
]);

testProse('unbounded-classifier', {
  'leaky.threshold': '0.2192',
});
