import { useEffect, useRef, useState } from 'preact/hooks';
import type { Edition, GradedExercise } from '../../../src/book/index.ts';
import { countedText } from '../../../src/words/counts.ts';
import { saveFile } from '../../ui/save-file.ts';
import { useModel } from '../../ui/use-model.ts';
import { createDesk, differenceOf, type Bench, type Desk, type Student } from './desk.ts';
import { chosenFiles, droppedFiles, type FoundFile } from './found-files.ts';
import { gradeSheet, notesOn } from './grade-sheet.ts';
import { openClerk } from './open-clerk.ts';
import { isHandInFile } from './read-file.ts';
import { namesText, StudentRow } from './StudentRow.tsx';
import '../../ui/asleep.css';
import '../../ui/button.css';
import '../../ui/typed-field.css';
import '../../ui/visually-hidden.css';
import './desk.css';

interface Props {
  edition: Edition;
  exercises: { name: string; graded: GradedExercise }[];
}

/** Sandboxes at once; each has workers of its own. */
const mostLanes = 4;

/** Loaded with the first program: the page is light until then. */
function lateBench(): Bench {
  const bench = import('./open-bench.ts').then(({ openBench }) => openBench());
  return {
    grade: async (...asked) => (await bench).grade(...asked),
    close: () => void bench.then((open) => open.close()),
  };
}

const shown = {
  all: { name: 'everyone', has: () => true },
  differs: {
    name: 'who differs from what they say',
    has: ({ marks }: Student) => marks.some((mark) => differenceOf(mark) !== undefined),
  },
  same: { name: 'whose program others have too', has: ({ shared }: Student) => shared.length > 0 },
  unreadable: {
    name: 'what could not be run or read',
    has: ({ marks }: Student) => marks.some(({ outcome }) => outcome.kind === 'unreadable'),
  },
  noted: { name: 'what has a note', has: (student: Student) => notesOn(student).length > 0 },
} as const;

/** Hand-ins come in by the folder, every answer is judged again here, and a table goes out. */
export function DeskView({ edition, exercises }: Props) {
  const desk = useModel((change) => {
    const clerk = openClerk();
    const model = createDesk(
      {
        edition,
        exercises: exercises.map(({ graded }) => graded),
        ...clerk,
        openBench: lateBench,
        lanes: Math.min(mostLanes, globalThis.navigator?.hardwareConcurrency || 2),
      },
      change,
    );
    return {
      model,
      cancel() {
        model.cancel();
        clerk.close();
      },
    };
  }).model;
  const names = new Map(exercises.map(({ name, graded }) => [graded.id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const [filter, setFilter] = useState<keyof typeof shown>('all');
  const [aside, setAside] = useState(0);
  const isAtWork = desk.phase === 'reading' || desk.phase === 'judging';

  const take = (found: FoundFile[]) => {
    const wanted = found.filter(({ path }) => isHandInFile(path) || /\.zip$/i.test(path));
    setAside(found.filter((file) => !wanted.includes(file) && !/(^|\/)\./.test(file.path)).length);
    if (wanted.length > 0) void desk.add(wanted);
  };
  const students = desk.students.filter(shown[filter].has).toSorted(byName);
  return (
    <div class="desk">
      <Intake take={take} />
      <p role="status">{standing(desk)}</p>
      {aside > 0 && <p>{countedText(aside, 'file')} left aside: neither .json nor .zip.</p>}
      {isAtWork && (
        <p class="desk-row">
          <progress
            value={desk.progress.done}
            max={Math.max(1, desk.progress.total)}
            aria-label={desk.phase === 'reading' ? 'Files read' : 'Programs run'}
          />
          <button type="button" class="button" onClick={desk.stop}>
            Stop
          </button>
        </p>
      )}
      {desk.phase !== 'empty' && !isAtWork && (
        <div class="desk-row">
          {desk.phase === 'stopped' && (
            <button type="button" class="button button-main" onClick={() => void desk.goOn()}>
              Go on
            </button>
          )}
          <button
            type="button"
            class="button"
            onClick={() =>
              saveFile(
                `grades-${edition.course}.csv`,
                gradeSheet(
                  desk,
                  exercises.map(({ graded }) => graded.id),
                ),
                'text/csv',
              )
            }
          >
            Save the table as CSV
          </button>
          <OtherSeeds desk={desk} />
          <button type="button" class="button button-quiet" onClick={desk.clear}>
            Clear the desk
          </button>
        </div>
      )}
      {desk.refused.length > 0 && (
        <section aria-labelledby="not-read">
          <h2 id="not-read">Not read</h2>
          <ul>
            {desk.refused.map(({ file, why }, i) => (
              <li key={i}>
                <bdi>{file}</bdi>: {why}
              </li>
            ))}
          </ul>
        </section>
      )}
      {desk.students.length > 0 && (
        <section aria-labelledby="hand-ins">
          <h2 id="hand-ins">Hand-ins</h2>
          <p class="desk-row">
            <label>
              Show{' '}
              <select
                class="typed-field"
                value={filter}
                onChange={({ currentTarget }) => setFilter(currentTarget.value as keyof typeof shown)}
              >
                {Object.entries(shown).map(([key, { name, has }]) => (
                  <option key={key} value={key}>
                    {name} ({desk.students.filter(has).length})
                  </option>
                ))}
              </select>
            </label>
          </p>
          <div class="desk-scroll" tabIndex={0} role="region" aria-label="The table of hand-ins">
            <table class="desk-table">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Right</th>
                  <th scope="col">Said</th>
                  <th scope="col">Differs</th>
                  <th scope="col">Same program, lines changed</th>
                  <th scope="col">Notes</th>
                </tr>
              </thead>
              <tbody>
                {students.map((student) => (
                  <StudentRow
                    key={student.place}
                    student={student}
                    revision={student.revision}
                    students={desk.students}
                    nameOf={nameOf}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <SamePrograms desk={desk} nameOf={nameOf} />
        </section>
      )}
    </div>
  );
}

const byName = (one: Student, other: Student): number =>
  one.handIn.name.localeCompare(other.handIn.name, undefined, { numeric: true }) || one.place - other.place;

function standing({ phase, progress, students, refused }: Desk): string {
  const { done, total } = progress;
  const notRead = refused.length > 0 ? `; not read: ${countedText(refused.length, 'file')}` : '';
  const read = `Read: ${countedText(students.length, 'handIn')}${notRead}.`;
  switch (phase) {
    case 'empty':
      return 'Nothing lies on the desk.';
    case 'reading':
      return `Reading: ${done} of ${countedText(total, 'file')}.`;
    case 'judging':
      return `${read} Running programs: ${done} of ${total} different ones.`;
    case 'stopped':
      return `${read} Stopped; what has been run stays.`;
    case 'done':
      return `${read} Everything has been judged.`;
  }
}

/** Files, a folder, or what is dragged here. */
function Intake({ take }: { take: (files: FoundFile[]) => void }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  // An attribute that every browser has and Preact does not list.
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), []);
  const chosen = (input: HTMLInputElement) => {
    take(chosenFiles(input.files ?? []));
    input.value = '';
  };
  return (
    <div
      class="desk-intake"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(take);
      }}
    >
      <button type="button" class="button button-main" onClick={() => folder.current?.click()}>
        Open a folder
      </button>
      <button type="button" class="button" onClick={() => files.current?.click()}>
        Open files or a zip
      </button>
      <span>or drag them here.</span>
      <input
        ref={folder}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-label="Folder of hand-ins"
        onChange={({ currentTarget }) => chosen(currentTarget)}
      />
      <input
        ref={files}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-label="Hand-ins, or a zip of them"
        multiple
        accept=".json,.zip,application/json,application/zip"
        onChange={({ currentTarget }) => chosen(currentTarget)}
      />
    </div>
  );
}

/** A program that holds the answers of the seeds it was handed in with fails on others. */
function OtherSeeds({ desk }: { desk: Desk }) {
  const [typed, setTyped] = useState('');
  const seed = typed.trim() === '' ? undefined : Number(typed);
  const isWrong = seed !== undefined && !(Number.isInteger(seed) && seed >= 0 && seed <= 4_000_000_000);
  return (
    <form
      class="desk-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) void desk.tryFrom(seed);
      }}
    >
      <label>
        Try programs from seed{' '}
        <input
          class="number-field"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          placeholder="the course’s"
          value={typed}
          aria-invalid={isWrong}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" disabled={isWrong || seed === desk.fromSeed}>
        Run again
      </button>
      {isWrong && <span role="alert">A whole number from 0 to 4,000,000,000, or nothing.</span>}
    </form>
  );
}

/** Groups of students with one text, the most unlikely first. */
function SamePrograms({ desk, nameOf }: { desk: Desk; nameOf: (id: string) => string }) {
  const groups = new Map<string, { exercise: string; changedLines: number; names: string[] }>();
  for (const { place, handIn, shared } of desk.students)
    for (const { exercise, with: others, changedLines } of shared) {
      const key = `${exercise} ${Math.min(place, ...others)}`;
      const group = groups.get(key) ?? { exercise, changedLines, names: [] };
      group.names.push(handIn.name);
      groups.set(key, group);
    }
  if (groups.size === 0) return null;
  const sorted = [...groups.values()].sort(
    (one, other) => other.changedLines - one.changedLines || one.names.length - other.names.length,
  );
  return (
    <section aria-labelledby="same-programs">
      <h3 id="same-programs">The same program, comments and layout aside</h3>
      <p>
        Where one line had to be mended, the same program is what everybody writes. The more lines were
        changed and the fewer share them, the more it says.
      </p>
      <ul>
        {sorted.map(({ exercise, changedLines, names }, i) => (
          <li key={i}>
            {nameOf(exercise)}, {countedText(changedLines, 'line')} changed, {names.length} times:{' '}
            {namesText(names)}
          </li>
        ))}
      </ul>
    </section>
  );
}
