// The numbers of this case as independent programs in Lua, NumPy and C measured them, or as a proof gives them.
import {
  testClosedForms,
  testLastDigits,
  testProse,
  testShares,
  testSweeps,
} from '../../../tests/cases/measured-elsewhere.ts';

testShares('all-outputs-equal', {
  'as-posted.solved': [1.0, 1000],
  'as-posted.constant': [85.8, 1000],
  'derivative-right.solved': [18.1, 1000],
  'derivative-right.constant': [52.7, 1000],
  'derivative-right.constant-at-zero': [51.8, 1000],
  'hidden-derivative-right.solved': [66.7, 1000],
  'hidden-derivative-right.constant': [3.4, 1000],
  'hidden-right-linear-output.solved': [67.3, 1000],
  'hidden-right-linear-output.constant': [3.4, 1000],
  'leaky-hidden-linear-output.solved': [99.7, 1000],
  'leaky-hidden-linear-output.constant': [0, 1000],
  'all-sigmoid.solved': [100, 1000],
  'all-sigmoid.1000-epochs.solved': [18.8, 1000],
  'width-2.as-posted.solved': [0, 500],
  'width-2.derivative-right.solved': [8.2, 500],
  'width-2.hidden-derivative-right.solved': [24.0, 500],
  'width-8.as-posted.solved': [8.6, 500],
  'width-8.derivative-right.solved': [8.2, 500],
  'width-8.hidden-derivative-right.solved': [95.0, 500],
  'width-16.as-posted.solved': [51.2, 500],
  'width-16.derivative-right.solved': [2.4, 500],
  'width-16.hidden-derivative-right.solved': [100, 500],
  'lr-0.02.10000-epochs.solved': [61, 100],
  'lr-0.02.100000-epochs.solved': [32, 100],
  'lr-0.02.1000000-epochs.solved': [28, 100],
  'last-digits.from-below': [76, 2000],
  'last-digits.one-other': [12.5, 2000],
  'fates.on-one-of-nine': [100, 632],
  'born-dead-output': [36.8, 1000],
  'born-dead-output.width-16': [32.5, 1000],
  'width-4.as-posted.solved': [0.8, 500],
  'width-4.derivative-right.solved': [17.0, 500],
  'width-4.hidden-derivative-right.solved': [68.4, 500],
  'all-sigmoid.constant': [0, 1000],
  'last-digits.at-twenty-forty-firsts': [100, 858],
  'fates.solved': [68.4, 2000],
});

// What an epoch's update leaves of the output bias at a learning rate of 0.2.
const r = 1 - 0.2;

testClosedForms('all-outputs-equal', {
  constant: 20 / 41,
  'as-posted.mean-squared-error': 841 / 3362,
  'drift-per-epoch': 1 / 41,
  'born-dead-hidden': 13 / 48,
  'lr-0.1.constant': 90 / 181,
  'lr-0.3.constant': 70 / 149,
  'lr-0.5.constant': 2 / 5,
  'order-0110.constant': r / (1 + r * r),
  'order-1001.constant': (1 - r + r * r) / (1 + r * r),
  'order-0011.constant': 1 / (1 + r * r),
  'order-1100.constant': (r * r) / (1 + r * r),
  'order-0101.constant': 1 / (1 + r),
  'order-1010.constant': r / (1 + r),
});

testLastDigits('all-outputs-equal', {
  constant: 0.48780487804878037,
  'last-digits.reached-from-below': 0.48780487804878037,
  'last-digits.reached-from-above': 0.4878048780487805,
});

testSweeps('all-outputs-equal', [
  { variant: 'derivative-right', seeds: 1000, outcome: 'solved', percent: 18.1, of: 1000 },
  { variant: 'derivative-right', seeds: 1000, outcome: 'constant', percent: 52.7, of: 1000 },
  { variant: 'as-posted', seeds: 200, outcome: 'constant', percent: 85.8, of: 1000 },
  { variant: 'hidden-right-linear-output', seeds: 300, outcome: 'solved', percent: 67.3, of: 1000 },
]);

testProse('all-outputs-equal', {
  'as-posted.solved': '1.0%',
  constant: '0.48780487804878037',
});
