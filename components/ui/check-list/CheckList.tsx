import { gradingWords, type ProgramSaid } from '../../../src/words/grading.ts';
import '../visually-hidden.css';
import './check-list.css';

/** What was asked of a program, and what of it was found. */
export function CheckList({ checks }: { checks: readonly { met: boolean; said: ProgramSaid }[] }) {
  return (
    <ul class="check-list" aria-label="What was asked, and what your program does">
      {checks.map(({ met, said }, i) => (
        <li key={i} data-met={met}>
          <span class="visually-hidden">{met ? 'Met: ' : 'Not met: '}</span>
          {gradingWords.program(said, met)}
        </li>
      ))}
    </ul>
  );
}
