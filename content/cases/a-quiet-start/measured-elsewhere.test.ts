// The numbers of this case as an independent program in NumPy measured them, with its own generator, on the same forty points.
import { testClosedForms, testShares } from '../../../tests/cases/measured-elsewhere.ts';

testShares('a-quiet-start', {
  'as-posted.right': [0, 100],
  'as-posted.at-chance': [100, 100],
  'right-size.right': [86, 100],
  'right-size.at-chance': [3, 100],
  'rate-0.1.right': [22, 100],
  'rate-0.1.at-chance': [52, 100],
  'right-size.rate-0.1.right': [91, 100],
});

testClosedForms('a-quiet-start', { 'cost-of-one-half': Math.LN2 });
