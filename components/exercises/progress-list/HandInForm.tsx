import { useEffect, useState } from 'preact/hooks';
import {
  handInFileName,
  handInOf,
  handInText,
  standingOf,
  type AskedExercise,
  type Edition,
} from '../../../src/book/index.ts';
import { countedText } from '../../../src/words/counts.ts';
import { saveFile } from '../../ui/save-file.ts';
import { typedText } from '../exercises/draft.ts';
import { useProgress } from '../progress-store.ts';
import { keepHandInName, readHandInName } from './hand-in-name.ts';

interface Props {
  edition: Edition;
  exercises: (AskedExercise & { name: string; href: string })[];
}

/** As long as a name on the desk may be. */
const longestName = 100;

/** Saves the answers as one file for whoever teaches. */
export function HandInForm({ edition, exercises }: Props) {
  const { progress } = useProgress();
  const [name, setName] = useState('');
  const [message, setMessage] = useState('');
  const [isNameMissing, setNameMissing] = useState(false);
  /** Exercises whose program was changed after it was checked: read once the page is a reader's. */
  const [unchecked, setUnchecked] = useState<Props['exercises']>([]);
  useEffect(() => setName(readHandInName()), []);
  useEffect(() => {
    setUnchecked(
      exercises.filter(({ id, kind }) => {
        const typed = kind === 'code' ? typedText(id) : undefined;
        const record = progress.exercises[id];
        return typed !== undefined && typed !== record?.answer && typed !== record?.right;
      }),
    );
  }, [progress]);

  const standings = exercises.map(({ id }) => standingOf(progress, id));
  const solved = standings.filter((standing) => standing === 'solved' || standing === 'helped').length;
  const tried = standings.filter((standing) => standing === 'missed').length;
  const open = exercises.length - solved - tried;

  const save = () => {
    setNameMissing(name.trim() === '');
    if (name.trim() === '') return setMessage('');
    const handIn = handInOf(progress, exercises, { name, edition, savedAt: new Date().toISOString() });
    const file = handInFileName(handIn.name);
    saveFile(file, handInText(handIn), 'application/json');
    setMessage(
      `Saved as ${file}, with ${countedText(handIn.answers.length, 'answer')}. Nothing was sent: give the file to whoever asked for it.`,
    );
  };

  return (
    <section class="hand-in" aria-labelledby="hand-in">
      <h2 id="hand-in">Hand it in</h2>
      <p>
        For a course: one file with your answers and programs, the seeds they were tried on, and the edition
        of the book. {countedText(exercises.length, 'exercise')}: {solved} solved, {tried} tried and not
        solved, {open} open. Of an exercise that was solved the right answer is handed in, of any other the
        latest.
      </p>
      {unchecked.length > 0 && (
        <p>
          Only what was checked is handed in. Typed and not checked since:{' '}
          {unchecked.map(({ id, name: exercise, href }, i) => (
            <>
              {i > 0 && '; '}
              <a key={id} href={href}>
                {exercise}
              </a>
            </>
          ))}
          .
        </p>
      )}
      <form
        class="hand-in-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label>
          Your name, as your course knows it
          <input
            class="typed-field"
            type="text"
            autocomplete="name"
            maxLength={longestName}
            value={name}
            aria-invalid={isNameMissing}
            aria-describedby={isNameMissing ? 'hand-in-name-missing' : undefined}
            onInput={({ currentTarget }) => {
              setName(currentTarget.value);
              setNameMissing(false);
              keepHandInName(currentTarget.value.trim());
            }}
          />
        </label>
        <button type="submit" class="button button-main">
          Save the hand-in
        </button>
      </form>
      <p role="status">{message}</p>
      {isNameMissing && (
        <p id="hand-in-name-missing" role="alert">
          Write your name first: the file must say whose it is.
        </p>
      )}
    </section>
  );
}
