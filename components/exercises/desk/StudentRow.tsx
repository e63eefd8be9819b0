import { Component } from 'preact';
import { answerWords } from '../../../src/book/index.ts';
import { countedText } from '../../../src/words/counts.ts';
import { gradingWords } from '../../../src/words/grading.ts';
import { listText } from '../../../src/words/lists.ts';
import { differenceOf, type Mark, type Student } from './desk.ts';
import { notesOn, outcomeName, rightCount, saidCount } from './grade-sheet.ts';

interface Props {
  student: Student;
  /** As the student's is: the row is drawn again when it grows, and only then. */
  revision: number;
  students: readonly Student[];
  nameOf: (exerciseId: string) => string;
}

/** Names that are written out. */
const mostNames = 4;

export const namesText = (names: readonly string[]): string =>
  listText(
    names.length > mostNames + 1
      ? [...names.slice(0, mostNames), `${names.length - mostNames} others`]
      : [...names],
  );

/** A hand-in: how many of its answers are right, and, opened, each answer with what became of it. */
export class StudentRow extends Component<Props, { isOpen: boolean }> {
  override state = { isOpen: false };

  override shouldComponentUpdate(next: Props, nextState: { isOpen: boolean }): boolean {
    return (
      next.revision !== this.props.revision ||
      next.student !== this.props.student ||
      nextState.isOpen !== this.state.isOpen
    );
  }

  override render({ student, students, nameOf }: Props, { isOpen }: { isOpen: boolean }) {
    const { handIn, file, marks, shared } = student;
    const waiting = marks.filter(({ outcome }) => outcome.kind === 'waiting').length;
    const less = marks.filter((mark) => differenceOf(mark) === 'less').length;
    const more = marks.filter((mark) => differenceOf(mark) === 'more').length;
    const unreadable = marks.filter(({ outcome }) => outcome.kind === 'unreadable').length;
    const notes = [
      ...(unreadable > 0 ? [`${countedText(unreadable, 'answer')} could not be run or read`] : []),
      ...notesOn(student),
    ];
    const widest = shared.toSorted((one, other) => other.changedLines - one.changedLines)[0];
    const panel = `hand-in-${student.place}`;
    return (
      <>
        <tr>
          <th scope="row">
            <button
              type="button"
              class="desk-name"
              aria-expanded={isOpen}
              aria-controls={panel}
              onClick={() => this.setState({ isOpen: !isOpen })}
            >
              <bdi>{handIn.name || 'without a name'}</bdi>
            </button>
            <span class="desk-file">{file}</span>
          </th>
          <td>
            {rightCount(student)} of {marks.length}
            {waiting > 0 && `, ${waiting} to be run`}
          </td>
          <td>{saidCount(student)}</td>
          <td data-tone={less > 0 ? 'broken' : undefined}>
            {less > 0 && `${less} less`}
            {less > 0 && more > 0 && ', '}
            {more > 0 && `${more} more`}
            {less + more === 0 && '–'}
          </td>
          <td>
            {widest
              ? `${countedText(widest.changedLines, 'line')}, as ${namesText(widest.with.map((place) => students[place]!.handIn.name))}`
              : '–'}
          </td>
          <td>{notes.join('; ') || '–'}</td>
        </tr>
        <tr id={panel} hidden={!isOpen}>
          {isOpen && (
            <td colSpan={6}>
              <ol class="desk-answers">
                {marks.map((mark) => (
                  <Answer key={mark.exercise.id} mark={mark} name={nameOf(mark.exercise.id)} />
                ))}
              </ol>
            </td>
          )}
        </tr>
      </>
    );
  }
}

function Answer({ mark, name }: { mark: Mark; name: string }) {
  const { exercise, handed, outcome, isOtherVersion, isOtherSeeds } = mark;
  const difference = differenceOf(mark);
  const said = !handed
    ? 'not handed in'
    : handed.solved
      ? handed.sawSolution
        ? 'said to be solved, with the solution open'
        : 'said to be solved'
      : handed.sawSolution && handed.tries === 0
        ? 'said: the solution read, nothing answered'
        : 'said not to be solved';
  return (
    <li data-outcome={outcome.kind}>
      <p>
        <strong>{name}</strong>: {[outcomeName[outcome.kind], said].filter(Boolean).join('; ')}
        {handed && `; ${handed.tries === 1 ? '1 try' : `${handed.tries} tries`}, ${handed.at.slice(0, 10)}`}
        {difference === 'less' && <span data-tone="broken"> (less than said)</span>}
        {isOtherVersion && '; begun from another version of the program'}
        {isOtherSeeds && '; checked by its author on other seeds'}
      </p>
      {outcome.kind === 'wrong' &&
        outcome.missing.map((said, i) => <p key={i}>{gradingWords.program(said, false)}</p>)}
      {outcome.kind === 'unreadable' && <p>{outcome.why}</p>}
      {handed && handed.answer !== '' && exercise.kind === 'code' && (
        <Program text={handed.answer} given={exercise.given} />
      )}
      {handed && handed.answer !== '' && exercise.kind !== 'code' && (
        <p>
          Answer: <bdi>{answerWords(exercise, handed.answer)}</bdi>
        </p>
      )}
    </li>
  );
}

/** A program as it was handed in; the lines that the given one does not have are marked. */
function Program({ text, given }: { text: string; given: string }) {
  const known = new Set(given.split('\n').map((line) => line.trim()));
  const lines = text.split('\n');
  const isNew = (line: string) => !known.has(line.trim());
  return (
    <details>
      <summary>
        Program: {countedText(lines.length, 'line')}, {lines.filter(isNew).length} of them its author’s own
      </summary>
      <pre class="desk-program" tabIndex={0}>
        <code>
          {lines.map((line, i) => (isNew(line) ? <mark key={i}>{`${line}\n`}</mark> : `${line}\n`))}
        </code>
      </pre>
    </details>
  );
}
