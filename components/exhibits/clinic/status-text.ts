/** What a screen reader says by itself: once when the work begins and once when it is done, not at every wave of runs. */
import { percentText } from '../../../src/words/numbers.ts';
import { familiesOf } from './families.ts';
import { understoodText } from './form-words.ts';
import type { ClinicModel } from './model.ts';
import { questionWords } from './question-words.ts';
import { suspectWords } from './suspect-words.ts';

/** So many suspects are named. */
const named = 3;

export function statusText(model: ClinicModel): string {
  const { problems, fields, printed, patient, belief, isAtWork, question, proof } = model;
  // Problems of the form speak for themselves.
  if (problems.length > 0 || fields.printed.trim() === '') return '';
  if (!patient) return understoodText(printed);
  if (isAtWork || !belief) return `${understoodText(printed)} Suspects are being trained.`;
  const families = familiesOf(patient, belief);
  const first = families.slice(0, named).map(({ best, p }) => {
    const { id, family } = patient.suspects[best]!;
    return `${suspectWords(id, family).name}, ${percentText(p, 0)}`;
  });
  const doubt = belief.elsewhere > families[0]!.p ? 'Perhaps not on my list. ' : '';
  const next = proof
    ? 'What the replay comes to is below.'
    : question
      ? questionWords[question.question].ask
      : 'No further number would tell much more.';
  return `${doubt}Suspects: ${first.join('; ')}. ${next}`;
}
