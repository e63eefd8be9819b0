// A number of this chapter that a proof gives.
import { testClosedForms } from '../../../tests/cases/measured-elsewhere.ts';

testClosedForms('activation-choice', { 'sigmoid-slope-at-5': 0.25 / Math.cosh(2.5) ** 2 });
