// The numbers of this case as independent programs in Lua, NumPy and C measured them, or as a proof gives them.
import {
  testLastDigits,
  testProse,
  testShares,
  testSweeps,
  testWithin,
} from '../../../tests/cases/measured-elsewhere.ts';

testShares('negative-zero', {
  'as-posted.solved': [12.1, 3000],
  'as-posted.constant': [64.4, 3000],
  'bias-gradient-right.solved': [10.5, 3000],
  'sigmoid-output.solved': [99.7, 600],
  'linear-output.solved': [100, 600],
  'all-sigmoid.solved': [0, 600],
  'all-sigmoid.lr-0.1.20000-epochs.solved': [100, 100],
  'born-dead': [25.2, 3000],
  'layers-2.solved': [31.3, 600],
  'layers-3.solved': [21.7, 600],
  'layers-4.solved': [11.3, 600],
  'layers-5.solved': [6.3, 600],
  'width-2.solved': [33.3, 600],
  'width-4.solved': [47.8, 600],
  'width-8.solved': [34.7, 600],
  'width-16.solved': [11.3, 600],
  'width-32.solved': [1.5, 600],
  'lr-0.1.solved': [0, 600],
  'lr-0.001.solved': [43.5, 600],
  'lost.in-quarters': [100, 3000],
  'lost.in-first-epoch': [96, 1000],
  'killed-by-11.share': [85, 1000],
  'killed-by-11.law': [90, 1000],
});

testLastDigits('negative-zero', {
  'biases.spread': 0,
  'bias-gradient-right.seeds-lost': 55,
  'bias-gradient-right.seeds-gained': 7,
  'maximum-instead-of-mask.seeds-changed': 0,
});

testWithin('negative-zero', {
  // Medians of some hundred networks.
  'theta-00.median': [41, 6.5],
  'theta-11.median': [126, 20],
  'theta-10.median': [78, 13],
  'theta-01.median': [93, 15],
});

testSweeps('negative-zero', [
  { variant: 'as-posted', seeds: 600, outcome: 'solved', percent: 12.1, of: 3000 },
  { variant: 'as-posted', seeds: 600, outcome: 'constant', percent: 64.4, of: 3000 },
  { variant: 'linear-output', seeds: 200, outcome: 'solved', percent: 100, of: 600 },
]);

testProse('negative-zero', {
  'all-sigmoid.solved': '0%',
});
