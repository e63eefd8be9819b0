/** What a screen reader says by itself: once when the work begins and once when it is done, not at every wave of runs. */
import { percentText } from '../../../src/words/numbers.ts';
import { familiesOf } from './families.ts';
import type { ClinicModel } from './model.ts';
import { questionWords } from './question-words.ts';
import { suspectWords } from './suspect-words.ts';

/** So many suspects are named. */
const named = 3;

export function statusText({ patient, belief, isAtWork, question, proof }: ClinicModel): string {
  if (!patient) return '';
  if (isAtWork || !belief) return 'Suspects are being trained.';
  const first = familiesOf(patient, belief)
    .slice(0, named)
    .map(({ best, p }) => {
      const { id, family } = patient.suspects[best]!;
      return `${suspectWords(id, family).name}, ${percentText(p, 0)}`;
    });
  const next = proof
    ? 'What the replay comes to is below.'
    : question
      ? questionWords[question.question].ask
      : 'No further number would tell much more.';
  return `Suspects: ${first.join('; ')}. ${next}`;
}
