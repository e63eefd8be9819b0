/**
 * A reader's progress: what was answered, kept on the reader's own device.
 *
 * It is keyed by exercise id, so that an edit of a chapter loses nobody's answers, and versioned, so that an
 * older copy can be read for ever. No account and no server: a reader exports it as a file and imports it elsewhere.
 */

const version = 1;

/** The name under which the book keeps it in a browser (reader-store.ts). */
export const progressName = 'broken-by-one-line.progress';

export interface ExerciseProgress {
  /** Answered rightly at least once. */
  solved: boolean;
  /** Graded answers so far. */
  tries: number;
  /** Whether the solution was opened before the exercise was solved. */
  sawSolution: boolean;
  /** The latest answer: an option's id, or the text that was typed. */
  answer: string;
  /** The latest right answer, where a wrong one came after it: what is handed in. */
  right?: string;
  /** When the latest answer was given or the solution opened, as an ISO 8601 time in UTC. */
  at: string;
}

export interface Progress {
  version: typeof version;
  /** By exercise id. */
  exercises: Record<string, ExerciseProgress>;
}

export function emptyProgress(): Progress {
  return { version, exercises: {} };
}

/** Where a reader stands with one exercise. */
export type Standing =
  | 'solved'
  /** Solved after the solution was opened. */
  | 'helped'
  /** Answered, never rightly: worth another try. */
  | 'missed'
  /** The solution was opened, and nothing answered. */
  | 'read'
  | 'open';

export function standingOf({ exercises }: Progress, id: string): Standing {
  const record = exercises[id];
  if (!record) return 'open';
  if (record.solved) return record.sawSolution ? 'helped' : 'solved';
  if (record.tries > 0) return 'missed';
  return record.sawSolution ? 'read' : 'open';
}

/** The progress after one more graded answer. */
export function recordAnswer(
  progress: Progress,
  id: string,
  { answer, right, at }: { answer: string; right: boolean; at: string },
): Progress {
  const before = progress.exercises[id];
  const after: ExerciseProgress = {
    solved: right || (before?.solved ?? false),
    tries: (before?.tries ?? 0) + 1,
    sawSolution: before?.sawSolution ?? false,
    answer,
    ...keptRight(answer, right ? answer : rightAnswerOf(before)),
    at,
  };
  return { ...progress, exercises: { ...progress.exercises, [id]: after } };
}

const rightAnswerOf = (record: ExerciseProgress | undefined): string | undefined =>
  record?.solved ? (record.right ?? record.answer) : undefined;

/** The right answer is kept beside the latest one where they differ. */
const keptRight = (answer: string, right: string | undefined): { right?: string } =>
  right === undefined || right === answer ? {} : { right };

/** The progress after the solution of an exercise was opened. */
export function recordSolutionSeen(progress: Progress, id: string, at: string): Progress {
  const before = progress.exercises[id];
  if (before?.solved) return progress;
  const after = { solved: false, tries: 0, answer: '', ...before, sawSolution: true, at };
  return { ...progress, exercises: { ...progress.exercises, [id]: after } };
}

/** Both together: nothing that was solved is lost, and of two answers the later one stays. */
export function mergeProgress(mine: Progress, other: Progress): Progress {
  const exercises = { ...mine.exercises };
  for (const [id, theirs] of Object.entries(other.exercises)) {
    const ours = exercises[id];
    const [later, earlier] = ours && ours.at >= theirs.at ? [ours, theirs] : [theirs, ours];
    const { answer, at } = later;
    exercises[id] = {
      solved: theirs.solved || (ours?.solved ?? false),
      tries: Math.max(theirs.tries, ours?.tries ?? 0),
      sawSolution: theirs.sawSolution || (ours?.sawSolution ?? false),
      answer,
      ...keptRight(answer, rightAnswerOf(later) ?? rightAnswerOf(earlier)),
      at,
    };
  }
  return { version, exercises };
}

export type ProgressReading = { kind: 'ok'; progress: Progress } | { kind: 'invalid'; why: string };

const chooseExported = 'Choose the file that "Export" made.';

/** Reads progress from the text of a file or of the store. Never throws. */
export function readProgress(text: string): ProgressReading {
  if (text.trim() === '') return { kind: 'invalid', why: `This file is empty. ${chooseExported}` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'invalid', why: `This is not a progress file: it is not JSON. ${chooseExported}` };
  }
  if (!isRecord(value) || !isCount(value['version']) || !isRecord(value['exercises'])) {
    return {
      kind: 'invalid',
      why: `This is not a progress file: "version" and "exercises" are missing. ${chooseExported}`,
    };
  }
  if (value['version'] > version) {
    return {
      kind: 'invalid',
      why: `This file was made by a newer edition of the book (version ${value['version']}). Reload the page and try again.`,
    };
  }
  if (value['version'] < 1) {
    return {
      kind: 'invalid',
      why: `This file says it is of version ${value['version']}, which there never was. ${chooseExported}`,
    };
  }
  const exercises: Record<string, ExerciseProgress> = {};
  for (const [id, entry] of Object.entries(value['exercises'])) {
    const read = readEntry(entry);
    if (!read) {
      return { kind: 'invalid', why: `The entry "${id}" of this file is damaged. Nothing was imported.` };
    }
    exercises[id] = read;
  }
  return { kind: 'ok', progress: { version, exercises } };
}

function readEntry(entry: unknown): ExerciseProgress | undefined {
  if (!isRecord(entry)) return undefined;
  const { solved, tries, sawSolution, answer, right, at } = entry;
  if (typeof solved !== 'boolean' || typeof sawSolution !== 'boolean') return undefined;
  if (!isCount(tries)) return undefined;
  if (typeof answer !== 'string' || typeof at !== 'string' || Number.isNaN(Date.parse(at))) return undefined;
  if (right !== undefined && typeof right !== 'string') return undefined;
  // Times are compared as text, so all of them are written in one way.
  return {
    solved,
    tries,
    sawSolution,
    answer,
    ...(right !== undefined && { right }),
    at: new Date(at).toISOString(),
  };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
