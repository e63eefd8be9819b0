/**
 * The instructor's desk: hand-ins come in, every answer is judged again, and what comes out is held against what the hand-in says
 * of itself. Nothing that a hand-in says is believed; what it says is shown beside what was found.
 */
import {
  fingerprint,
  judgeAnswer,
  type Edition,
  type Graded,
  type GradedExercise,
  type HandedAnswer,
  type HandIn,
  type ProgramToGrade,
  type SamePrograms,
} from '../../../src/book/index.ts';
import { gradingWords, type ProgramSaid } from '../../../src/words/grading.ts';
import type { ReadFile } from './read-file.ts';

/** What became of an answer. */
export type Outcome =
  | { kind: 'right' }
  /** What was asked of a program and not found; nothing for a choice or a number. */
  | { kind: 'wrong'; missing: ProgramSaid[] }
  /** No number, no option, or a program that cannot be run. */
  | { kind: 'unreadable'; why: string }
  | { kind: 'waiting' }
  | { kind: 'not answered' };

/** How what was found stands to what the hand-in says. */
export type Difference = 'less' | 'more' | undefined;

export interface Mark {
  exercise: GradedExercise;
  handed: HandedAnswer | undefined;
  outcome: Outcome;
  /** Begun from another version of the exercise's program. */
  isOtherVersion: boolean;
  /** Checked by the student on other seeds. */
  isOtherSeeds: boolean;
}

/** A program that others have handed in as well. */
export interface Shared {
  exercise: string;
  /** The others, by their place on the desk. */
  with: number[];
  changedLines: number;
}

export interface Student {
  /** The place on the desk. */
  place: number;
  file: string;
  handIn: HandIn;
  marks: Mark[];
  shared: Shared[];
  /** How many other hand-ins bear this name. */
  sameName: number;
  isOtherCourse: boolean;
  isOtherBook: boolean;
  /** Answers to what the course does not ask. */
  foreign: string[];
  /** Grows with every change, so that a view can tell. */
  revision: number;
}

export interface Desk {
  readonly students: readonly Student[];
  readonly refused: readonly { file: string; why: string }[];
  readonly phase: 'empty' | 'reading' | 'judging' | 'stopped' | 'done';
  /** Of what the phase counts: files read, programs run. */
  readonly progress: { done: number; total: number };
  /** The seed from which programs are tried, where it is not the course's own. */
  readonly fromSeed: number | undefined;
  /** Puts files on the desk beside those that lie there, and judges what is in them. */
  add(files: readonly { path: string; file: Blob }[]): Promise<void>;
  /** Tries all programs anew from another seed; undefined for each exercise's own. */
  tryFrom(seed: number | undefined): Promise<void>;
  goOn(): Promise<void>;
  stop(): void;
  clear(): void;
  cancel(): void;
}

export interface DeskMeans {
  edition: Edition;
  exercises: readonly GradedExercise[];
  read(path: string, file: Blob): Promise<ReadFile[]>;
  compare(programs: string[], given: string): Promise<SamePrograms[]>;
  /** Opens what runs programs; so many are opened as run at once. */
  openBench(): Bench;
  /** How many programs are run at once. */
  lanes: number;
}

export interface Bench {
  grade(exercise: ProgramToGrade, program: string, signal: AbortSignal): Promise<Graded>;
  close(): void;
}

/** Programs to run, once for all who have handed in the same text. */
interface Job {
  exercise: ProgramToGrade;
  program: string;
  /** Whether it has been tried before beside others, and fell silent. */
  isAlone: boolean;
}

export function createDesk(means: DeskMeans, change: () => void): Desk {
  const { edition, exercises } = means;
  const byId = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  let students: Student[] = [];
  let refused: { file: string; why: string }[] = [];
  let phase: Desk['phase'] = 'empty';
  let progress = { done: 0, total: 0 };
  let fromSeed: number | undefined;
  let control = new AbortController();
  /** What came of programs, by exercise, seed and text. */
  const known = new Map<string, Outcome>();
  const waitingFiles: { path: string; file: Blob }[] = [];
  let isAtWork = false;

  const keyOf = ({ id }: ProgramToGrade, program: string) => JSON.stringify([id, fromSeed, program]);

  function judged(exercise: GradedExercise, handed: HandedAnswer | undefined): Outcome {
    if (!handed || handed.tries === 0) return { kind: 'not answered' };
    if (handed.kind !== exercise.kind)
      return { kind: 'unreadable', why: 'It answers another kind of question.' };
    if (exercise.kind === 'code') return known.get(keyOf(exercise, handed.answer)) ?? { kind: 'waiting' };
    const verdict = judgeAnswer(exercise, handed.answer);
    if (verdict.kind === 'unreadable')
      return { kind: 'unreadable', why: gradingWords.remark(verdict.remark) };
    return verdict.kind === 'right' ? { kind: 'right' } : { kind: 'wrong', missing: [] };
  }

  function laid(file: string, handIn: HandIn): Student {
    const handed = new Map(handIn.answers.map((answer) => [answer.id, answer]));
    const marks = exercises.map((exercise): Mark => {
      const answer = handed.get(exercise.id);
      const isProgram = exercise.kind === 'code' && answer?.kind === 'code';
      return {
        exercise,
        handed: answer,
        outcome: judged(exercise, answer),
        isOtherVersion: isProgram && answer.given !== fingerprint(exercise.given),
        isOtherSeeds: isProgram && answer.seeds?.from !== exercise.grade.seeds.from,
      };
    });
    return {
      place: students.length,
      file,
      handIn,
      marks,
      shared: [],
      sameName: 0,
      isOtherCourse: handIn.edition.course !== edition.course,
      isOtherBook: handIn.edition.book !== edition.book,
      foreign: handIn.answers.map(({ id }) => id).filter((id) => !byId.has(id)),
      revision: 0,
    };
  }

  /** What can only be said of all of them together. */
  async function compare(): Promise<void> {
    const lying = students;
    const names = Map.groupBy(students, ({ handIn }) => handIn.name.toLowerCase());
    for (const student of students) {
      student.sameName = names.get(student.handIn.name.toLowerCase())!.length - 1;
      student.shared = [];
    }
    for (const exercise of exercises) {
      if (exercise.kind !== 'code') continue;
      const handed = students.flatMap(({ place, marks }) => {
        const mark = marks.find((one) => one.exercise === exercise);
        return mark?.handed?.kind === 'code' && mark.handed.tries > 0
          ? [{ place, program: mark.handed.answer }]
          : [];
      });
      const programs = handed.map(({ program }) => program);
      const groups = await means.compare(programs, exercise.given);
      // The desk was cleared meanwhile.
      if (students !== lying) return;
      for (const { places, changedLines } of groups) {
        const all = places.map((place) => handed[place]!.place);
        for (const place of all)
          students[place]!.shared.push({
            exercise: exercise.id,
            with: all.filter((other) => other !== place),
            changedLines,
          });
      }
    }
    for (const student of students) student.revision++;
    change();
  }

  async function readWaiting(signal: AbortSignal): Promise<void> {
    phase = 'reading';
    progress = { done: 0, total: waitingFiles.length };
    change();
    while (waitingFiles.length > 0 && !signal.aborted) {
      const { path, file } = waitingFiles[0]!;
      const read = await means.read(path, file);
      if (signal.aborted) break;
      waitingFiles.shift();
      for (const one of read) {
        if (one.kind === 'ok') students.push(laid(one.file, one.handIn));
        else refused.push({ file: one.file, why: one.why });
      }
      progress = { done: progress.done + 1, total: progress.done + 1 + waitingFiles.length };
      change();
    }
    await compare();
  }

  function takeOutcome(exercise: ProgramToGrade, program: string, outcome: Outcome): void {
    known.set(keyOf(exercise, program), outcome);
    for (const student of students)
      for (const mark of student.marks)
        if (
          mark.exercise === exercise &&
          mark.handed?.answer === program &&
          mark.outcome.kind === 'waiting'
        ) {
          mark.outcome = outcome;
          student.revision++;
        }
  }

  async function runPrograms(signal: AbortSignal): Promise<void> {
    phase = 'judging';
    const jobs = new Map<string, Job>();
    for (const { marks } of students)
      for (const { exercise, handed, outcome } of marks)
        if (outcome.kind === 'waiting' && exercise.kind === 'code')
          jobs.set(keyOf(exercise, handed!.answer), { exercise, program: handed!.answer, isAlone: false });
    progress = { done: 0, total: jobs.size };
    change();
    const waiting = [...jobs.values()];
    /** Silence may have been the fault of those beside it: tried once more, with nothing beside it. */
    const again: Job[] = [];

    const lane = async (): Promise<void> => {
      const bench = means.openBench();
      try {
        for (let job = waiting.shift(); job && !signal.aborted; job = waiting.shift()) {
          const { exercise, program } = job;
          const { seeds } = exercise.grade;
          const from = fromSeed ?? seeds.from;
          const graded = await bench.grade(
            { ...exercise, grade: { ...exercise.grade, seeds: { ...seeds, from } } },
            program,
            signal,
          );
          if (graded.kind === 'stopped' || signal.aborted) return;
          if (graded.kind === 'failed' && graded.failure.kind === 'timeout' && !job.isAlone) {
            again.push({ ...job, isAlone: true });
            continue;
          }
          takeOutcome(exercise, program, outcomeOf(graded));
          progress = { done: progress.done + 1, total: progress.total };
          change();
        }
      } finally {
        bench.close();
      }
    };

    await Promise.all(Array.from({ length: Math.min(means.lanes, waiting.length) }, lane));
    if (signal.aborted) return;
    waiting.push(...again);
    if (waiting.length > 0) await lane();
  }

  const isCleared = () => phase === 'empty';

  /** Reads and judges what there is; what is added meanwhile is taken up as well. */
  async function work(): Promise<void> {
    if (isAtWork) return;
    isAtWork = true;
    const { signal } = (control = new AbortController());
    try {
      do {
        if (waitingFiles.length > 0) await readWaiting(signal);
        if (!signal.aborted) await runPrograms(signal);
      } while (waitingFiles.length > 0 && !signal.aborted);
    } finally {
      isAtWork = false;
    }
    // Cleared meanwhile: what lies on the desk now is not what was stopped.
    if (isCleared()) return waitingFiles.length > 0 ? work() : undefined;
    phase = signal.aborted ? 'stopped' : students.length + refused.length === 0 ? 'empty' : 'done';
    change();
  }

  return {
    get students() {
      return students;
    },
    get refused() {
      return refused;
    },
    get phase() {
      return phase;
    },
    get progress() {
      return progress;
    },
    get fromSeed() {
      return fromSeed;
    },
    async add(files) {
      waitingFiles.push(...files);
      await work();
    },
    async tryFrom(seed) {
      if (seed === fromSeed || isAtWork) return;
      fromSeed = seed;
      for (const student of students) {
        for (const mark of student.marks)
          if (mark.exercise.kind === 'code') mark.outcome = judged(mark.exercise, mark.handed);
        student.revision++;
      }
      await work();
    },
    goOn: work,
    stop: () => control.abort(),
    clear() {
      control.abort();
      waitingFiles.length = 0;
      students = [];
      refused = [];
      known.clear();
      phase = 'empty';
      change();
    },
    cancel: () => control.abort(),
  };
}

function outcomeOf(graded: Graded): Outcome {
  switch (graded.kind) {
    case 'checked': {
      const missing = graded.checks.filter(({ met }) => !met).map(({ said }) => said);
      return missing.length === 0 ? { kind: 'right' } : { kind: 'wrong', missing };
    }
    case 'failed': {
      const { message, line } = graded.failure;
      return { kind: 'unreadable', why: line === undefined ? message : `Line ${line}: ${message}` };
    }
    case 'stopped':
      return { kind: 'waiting' };
  }
}

/** @returns undefined also where it is not known yet. */
export function differenceOf({ handed, outcome }: Mark): Difference {
  if (!handed || outcome.kind === 'waiting') return undefined;
  if (handed.solved && outcome.kind !== 'right') return 'less';
  return !handed.solved && outcome.kind === 'right' ? 'more' : undefined;
}
