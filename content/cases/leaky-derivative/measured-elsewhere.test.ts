// The numbers of this case as independent programs in Lua, NumPy and C measured them, or as a proof gives them.
import { testClosedForms, testShares, testSweeps } from '../../../tests/cases/measured-elsewhere.ts';

testShares('leaky-derivative', {
  'all.solved': [23.3, 1000],
  'eps.solved': [69.8, 1000],
  'zero.solved': [82.3, 1000],
  'zero.affine-among-unsolved': [56, 177],
  'zero-linear-output.solved': [86.9, 1000],
  'zero-linear-output.lr-0.2.solved': [93.4, 1000],
  'plain-2-sample.all.solved': [21.0, 500],
  'plain-2-sample.eps.solved': [62.6, 500],
  'plain-2-sample.zero.solved': [75.6, 500],
  'plain-2-batch.all.solved': [25.8, 500],
  'plain-2-batch.eps.solved': [52.0, 500],
  'plain-2-batch.zero.solved': [50.6, 500],
  'plain-4-batch.all.solved': [64.6, 500],
  'plain-4-batch.eps.solved': [87.0, 500],
  'plain-4-batch.zero.solved': [82.8, 500],
  'plain-8-batch.all.solved': [95.4, 500],
  'plain-8-batch.eps.solved': [98.8, 500],
  'plain-8-batch.zero.solved': [97.0, 500],
  'inputs-0-1.leaky.solved': [84.8, 500],
  'inputs-0-1.relu.solved': [69.0, 500],
  'inputs-minus1-1.leaky.solved': [99.4, 500],
  'inputs-minus1-1.relu.solved': [83.4, 500],
  'inputs-0-10.leaky.solved': [95.2, 500],
  'inputs-0-10.relu.solved': [77.2, 500],
  'inputs-0-100.leaky.solved': [60.0, 500],
  'inputs-0-100.relu.solved': [37.4, 500],
  'inputs-5-6.leaky.solved': [16.2, 500],
  'inputs-5-6.relu.solved': [7.8, 500],
});

testClosedForms('leaky-derivative', {
  'exact-construction.error': 0,
});

testSweeps('leaky-derivative', [
  { variant: 'as-posted', seeds: 1000, outcome: 'solved', percent: 23.3, of: 1000 },
  { variant: 'eps', seeds: 1000, outcome: 'solved', percent: 69.8, of: 1000 },
  { variant: 'zero', seeds: 1000, outcome: 'solved', percent: 82.3, of: 1000 },
]);
