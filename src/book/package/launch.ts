/**
 * What an LMS opens: a page that holds the session, and in a frame the book, whose pages come and go. It puts the progress that the
 * LMS has kept where the book looks for it, and tells the LMS whenever the book has written there.
 */
import { progressName, readProgress } from '../progress.ts';
import { keepState, type PackagedExercise, readState } from './kept-state.ts';
import { Lms, type PackageFormat, type Standing, stateRoom } from './lms.ts';

export interface PackageData {
  format: PackageFormat;
  /** The page that is opened first: "chapters/x/index.html". */
  first: string;
  exercises: PackagedExercise[];
}

/** All that the book keeps has a name that begins so: its path is "./" in a package (reader-store.ts). */
const keys = './#';
const progressKey = keys + progressName;
const learnerKey = `${keys}learner`;

const data = JSON.parse(document.getElementById('package')!.textContent!) as PackageData;
const frame = document.querySelector('iframe')!;
const note = document.getElementById('note')!;

const lms = Lms.open(data.format);
if (lms) begin(lms);
else {
  say(
    'No LMS was found around this page: nothing is reported, and your answers are kept in this browser alone.',
  );
  frame.src = data.first;
}

function begin(session: Lms): void {
  const place = session.place || data.first;
  try {
    takeOver(session);
  } catch (error) {
    say(
      `What the LMS has kept could not be read, or this browser keeps nothing: ${(error as Error).message}`,
    );
  }
  let at = place;
  frame.src = place;
  frame.addEventListener('load', () => {
    const { pathname, hash } = frame.contentWindow!.location;
    at = pathname.slice(new URL('.', location.href).pathname.length) + hash;
    report();
  });
  // The book writes in the frame's window, which tells this one.
  addEventListener('storage', ({ key }) => key === progressKey && report());
  addEventListener('pagehide', () => {
    report();
    session.close();
  });

  function report(): void {
    const read = readProgress(localStorage.getItem(progressKey) ?? '');
    const progress = read.kind === 'ok' ? read.progress : { version: 1 as const, exercises: {} };
    const { text, withoutProgram } = keepState(progress, data.exercises, stateRoom[data.format]);
    const records = data.exercises.map(({ id }) => progress.exercises[id]);
    const standing: Standing = {
      isComplete: records.every((record) => record !== undefined && (record.solved || record.tries > 0)),
      score:
        records.length > 0 ? records.filter((record) => record?.solved).length / records.length : undefined,
    };
    session.report(text, at, standing);
    say(
      withoutProgram.length === 0
        ? ''
        : `The LMS has no room for all your programs. Keep those of ${withoutProgram.join(', ')} elsewhere; that they were tried, and solved, is kept.`,
    );
  }
}

/** The book finds what this learner has done, and nothing of another who used this browser. */
function takeOver(session: Lms): void {
  if (localStorage.getItem(learnerKey) !== session.learner) {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(keys)))
      localStorage.removeItem(key);
    localStorage.setItem(learnerKey, session.learner);
  }
  localStorage.setItem(progressKey, JSON.stringify(readState(session.state, data.exercises)));
}

function say(words: string): void {
  note.textContent = words;
  note.hidden = words === '';
}
