// The numbers of this case as an independent program in NumPy measured them, with its own generator, weights and noise.
import { testClosedForms, testShares } from '../../../tests/cases/measured-elsewhere.ts';

testShares('softmax-over-the-samples', {
  'as-posted.solved': [0, 100],
  'as-posted.diverged': [100, 100],
  'over-the-classes.solved': [100, 100],
  'largest-of-the-sample.diverged': [100, 100],
  'largest-of-the-class.solved': [0, 100],
  'largest-of-the-class.diverged': [0, 100],
  'largest-of-all.diverged': [100, 100],
  'five-of-each.diverged': [100, 100],
  'one-of-each.solved': [100, 100],
  'one-of-each.alone.solved': [0, 100],
  'its-own-gradient.solved': [100, 100],
  'its-own-gradient.alone.solved': [0, 100],
  'rate-1.diverged': [100, 100],
  'rate-0.01.diverged': [100, 40],
});

testClosedForms('softmax-over-the-samples', {
  'loss-of-ignorance.over-the-samples': Math.log(2) + Math.log(10),
  'push-per-epoch': 1 / 200,
});
