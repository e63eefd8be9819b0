/**
 * A reader's progress as an LMS keeps it: a short text, for SCORM 1.2 has room for 4,096 characters. The answers of code exercises,
 * which are programs, are kept as their differences from the program that the reader was given.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { differences } from '../bench-link/line-difference.ts';
import { emptyProgress, type Progress } from '../progress.ts';

/** What an exercise of the package is for its state: its id, and the program that a code exercise gives. */
export interface PackagedExercise {
  id: string;
  given?: string;
}

/** Lines that are put in the place of others: from which line, how many go, and what comes. */
type Change = [at: number, removed: number, inserted: string[]];

/** An answer that is not a program, or the changes of one; null for a program that found no room. */
type KeptAnswer = string | Change[] | null;

type Entry = [id: string, flags: number, tries: number, seconds: number, answer: KeptAnswer];

const version = '1';
const [isSolved, isSeen] = [1, 2];

export interface KeptState {
  text: string;
  /** Exercises whose programs found no room. All else of them is kept. */
  withoutProgram: string[];
}

/** @param room In characters. */
export function keepState(
  progress: Progress,
  exercises: readonly PackagedExercise[],
  room: number,
): KeptState {
  const entries = exercises.flatMap(({ id, given }): Entry[] => {
    const record = progress.exercises[id];
    if (!record) return [];
    const { solved, sawSolution, tries, at } = record;
    const answer = record.right ?? record.answer;
    const flags = (solved ? isSolved : 0) | (sawSolution ? isSeen : 0);
    const kept = given === undefined ? answer : changesOf(given, answer);
    return [[id, flags, tries, Math.round(Date.parse(at) / 1000), kept]];
  });
  const withoutProgram: string[] = [];
  let text = packed(entries);
  while (text.length > room) {
    const largest = entries
      .filter(([, , , , answer]) => answer !== null && answer.length > 0)
      .sort((a, b) => JSON.stringify(b[4]).length - JSON.stringify(a[4]).length)[0];
    if (!largest) throw new Error(`keepState: ${entries.length} exercises need more than ${room} characters`);
    largest[4] = null;
    withoutProgram.push(largest[0]);
    text = packed(entries);
  }
  return { text, withoutProgram };
}

/** The progress that was kept; none for an empty text. Throws where it is no text that `keepState` has made. */
export function readState(text: string, exercises: readonly PackagedExercise[]): Progress {
  const progress = emptyProgress();
  if (text === '') return progress;
  if (!text.startsWith(`${version}.`))
    throw new Error('readState: this was kept by another edition of the book');
  const bytes = Uint8Array.from(atob(text.slice(version.length + 1)), (letter) => letter.charCodeAt(0));
  const given = new Map(exercises.map((exercise) => [exercise.id, exercise.given]));
  for (const [id, flags, tries, seconds, answer] of JSON.parse(strFromU8(inflateSync(bytes))) as Entry[]) {
    if (!given.has(id)) continue;
    progress.exercises[id] = {
      solved: (flags & isSolved) !== 0,
      sawSolution: (flags & isSeen) !== 0,
      tries,
      at: new Date(seconds * 1000).toISOString(),
      answer:
        answer === null
          ? (given.get(id) ?? '')
          : typeof answer === 'string'
            ? answer
            : changed(given.get(id) ?? '', answer),
    };
  }
  return progress;
}

function packed(entries: readonly Entry[]): string {
  const bytes = deflateSync(strToU8(JSON.stringify(entries)), { level: 9 });
  return `${version}.${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}

const changesOf = (given: string, text: string): Change[] =>
  differences(given, text).map(({ at, removed, inserted }) => [at, removed.length, inserted]);

function changed(given: string, changes: readonly Change[]): string {
  const lines = given.split('\n');
  for (const [at, removed, inserted] of changes.toReversed()) lines.splice(at, removed, ...inserted);
  return lines.join('\n');
}
