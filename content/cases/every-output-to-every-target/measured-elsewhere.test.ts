// The end of this program in closed form, on other paths than facts.ts takes.
import { testClosedForms, testProse, testShares } from '../../../tests/cases/measured-elsewhere.ts';

testClosedForms('every-output-to-every-target', {
  weight: 816 / 911,
  // 285/1088 for the targets, and (9/4)(95/911) for what 816/911 of a sum is off from 3/2.
  'loss-of-the-table': 285 / 1088 + (9 / 4) * (95 / 911),
  'loss-of-its-own': (95 / 911) ** 2 * (9 / 4 + 285 / 1088),
  'weight-of-even-numbers': 9 / 10,
  'loss-of-even-numbers': 19 / 40,
  'variance-of-the-targets': 285 / 1088,
});
testProse('every-output-to-every-target', { 'loss-of-the-table': '0.497', weight: '0.896' });

// An independent program in NumPy, from starts of its own.
testShares('every-output-to-every-target', {
  'as-posted.short': [100, 40],
  'targets-in-a-column.right': [100, 40],
  'with-a-bias.mean': [100, 40],
  'right-with-a-bias.right': [100, 40],
});
