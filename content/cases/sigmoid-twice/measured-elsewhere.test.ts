// The numbers of this case as an independent program in NumPy measured them, with its own generator.
import { testClosedForms, testShares } from '../../../tests/cases/measured-elsewhere.ts';

testShares('sigmoid-twice', {
  'as-posted.right': [3.1, 32],
  'slope-right.right': [90.6, 32],
  'tanh.right': [100, 8],
  'tanh-twice.right': [100, 8],
});

testClosedForms('sigmoid-twice', {
  'slope.most': 1 / 4,
  // e/(1 + e)²
  'slope.least': Math.E / (1 + Math.E) ** 2,
  // 1/cosh²(1)
  'tanh-slope.least': 1 / Math.cosh(1) ** 2,
});
