import type { ExerciseData } from './exercise-data.ts';

/** What a reader is asked to do, by the kind of exercise. */
export const kindNames: Record<ExerciseData['kind'], string> = {
  prediction: 'Predict',
  choice: 'Choose',
  number: 'Compute',
  code: 'Mend it',
};
