/**
 * What a reader hands in: their answers to a course's exercises as one file, which says of which edition of the book it is and
 * what its reader says of each answer. The desk runs the answers again and believes none of it.
 *
 * The file is JSON to be read by people too: always the same fields in the same order, exercises in the order of the course,
 * a program line by line. content/README.md lists the fields.
 */
import { type Progress, standingOf } from '../progress.ts';

const format = 'hand-in';
const version = 1;

/** Which book, and which course of it. */
export interface Edition {
  /** The book's version: "0.1.0". */
  book: string;
  /** The course's id, the name of its file. */
  course: string;
  title: string;
}

/** What an exercise asks, as far as a hand-in says it. */
export interface AskedExercise {
  id: string;
  kind: 'prediction' | 'choice' | 'number' | 'code';
  /** Of a code exercise: a fingerprint of the program that it gives, and the seeds on which a program is tried. */
  given?: string;
  seeds?: { from: number; count: number };
}

export interface HandedAnswer extends AskedExercise {
  /** What the reader's browser has made of the answer. */
  solved: boolean;
  tries: number;
  sawSolution: boolean;
  /** When it was given, as an ISO 8601 time in UTC. */
  at: string;
  /** An option's id, the text that was typed, or a program. Empty where only the solution was opened. */
  answer: string;
}

export interface HandIn {
  name: string;
  edition: Edition;
  savedAt: string;
  answers: HandedAnswer[];
}

/** What is handed in of a reader's progress: the right answer to each exercise if there was one, else the latest. */
export function handInOf(
  progress: Progress,
  exercises: readonly AskedExercise[],
  { name, edition, savedAt }: Omit<HandIn, 'answers'>,
): HandIn {
  const answers = exercises.flatMap(({ id, kind, given, seeds }): HandedAnswer[] => {
    const record = progress.exercises[id];
    if (!record || standingOf(progress, id) === 'open') return [];
    const { solved, tries, sawSolution, at, answer, right } = record;
    const asked = { id, kind, ...(given !== undefined && { given }), ...(seeds && { seeds }) };
    return [{ ...asked, solved, tries, sawSolution, at, answer: right ?? answer }];
  });
  return { name: name.trim().replaceAll(/\s+/g, ' '), edition, savedAt, answers };
}

export function handInText({ name, edition, savedAt, answers }: HandIn): string {
  const file = {
    format,
    version,
    name,
    book: edition.book,
    course: edition.course,
    title: edition.title,
    savedAt,
    answers: answers.map(({ id, kind, solved, tries, sawSolution, at, answer, given, seeds }) => ({
      id,
      kind,
      solved,
      tries,
      sawSolution,
      at,
      ...(given !== undefined && { given }),
      ...(seeds && { seeds: { from: seeds.from, count: seeds.count } }),
      ...(kind === 'code' ? { program: answer.split('\n') } : { answer }),
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** "hand-in-ada-lovelace.json": a name that every system takes for a file. */
export function handInFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return `hand-in-${plain || 'of-a-reader'}.json`;
}

/** The progress that a hand-in holds, to be merged with that of another device. */
export const progressOf = ({ answers }: HandIn): Progress => ({
  version: 1,
  exercises: Object.fromEntries(
    answers.map(({ id, solved, tries, sawSolution, at, answer }) => [
      id,
      { solved, tries, sawSolution, at, answer },
    ]),
  ),
});

export type HandInReading = { kind: 'ok'; handIn: HandIn } | { kind: 'invalid'; why: string };

/** Characters; a hand-in of every exercise of the book has some 100,000. */
export const longestHandIn = 2_000_000;
/** As much as the lab takes as a program. */
const longestAnswer = 200_000;
const mostAnswers = 2_000;
const longestWords = 200;

/** Whether a text says that it is a hand-in, be it a sound one or not. */
export const saysHandIn = (text: string): boolean => /^\s*\{\s*"format"\s*:\s*"hand-in"/.test(text);

/** Reads a hand-in, whoever made the file. Never throws; what it gives is made anew and holds nothing but what is checked. */
export function readHandIn(text: string): HandInReading {
  if (text.length > longestHandIn) return invalid('It is far larger than a hand-in.');
  if (text.trim() === '') return invalid('It is empty.');
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return invalid('It is not JSON, or not whole.');
  }
  if (!isRecord(value) || own(value, 'format') !== format) return invalid('It is no hand-in of this book.');
  const made = own(value, 'version');
  if (!isCount(made) || made < 1) return invalid('It does not say which version of the format it has.');
  if (made > version)
    return invalid(`It was saved by a newer edition of the book (format ${made}). Use that edition's desk.`);
  const [name, book, course, title, savedAt, answers] = [
    'name',
    'book',
    'course',
    'title',
    'savedAt',
    'answers',
  ].map((field) => own(value, field));
  for (const [field, words] of Object.entries({ name, book, course, title }))
    if (!isText(words, longestWords)) return invalid(`Its "${field}" is missing or no text.`);
  if (!isTime(savedAt)) return invalid('Its "savedAt" is missing or no time.');
  if (!Array.isArray(answers) || answers.length > mostAnswers)
    return invalid('Its "answers" are missing or no list.');
  const read: HandedAnswer[] = [];
  for (const [i, entry] of answers.entries()) {
    const answer = readAnswer(entry);
    if (typeof answer === 'string') return invalid(`Its answer ${i + 1} is damaged: ${answer}.`);
    if (read.some(({ id }) => id === answer.id)) return invalid(`It answers "${answer.id}" twice.`);
    read.push(answer);
  }
  return {
    kind: 'ok',
    handIn: {
      name: plainWords(name as string),
      edition: {
        book: plainWords(book as string),
        course: plainWords(course as string),
        title: plainWords(title as string),
      },
      savedAt: new Date(savedAt).toISOString(),
      answers: read,
    },
  };
}

/** @returns why it cannot be read, in a few words. */
function readAnswer(entry: unknown): HandedAnswer | string {
  if (!isRecord(entry)) return 'it is no entry';
  const field = (name: string) => own(entry, name);
  const id = field('id');
  if (typeof id !== 'string' || !/^[a-z0-9-]{1,80}\.[a-z0-9-]{1,80}$/.test(id))
    return '"id" is no id of an exercise';
  const kind = kinds.find((one) => one === field('kind'));
  if (!kind) return '"kind" is none of the four';
  const [solved, tries, sawSolution, at] = [
    field('solved'),
    field('tries'),
    field('sawSolution'),
    field('at'),
  ];
  if (typeof solved !== 'boolean' || typeof sawSolution !== 'boolean')
    return '"solved" or "sawSolution" is not true or false';
  if (!isCount(tries)) return '"tries" is no count';
  if (!isTime(at)) return '"at" is no time';
  const answer = kind === 'code' ? joined(field('program')) : field('answer');
  if (!isText(answer, longestAnswer))
    return kind === 'code' ? '"program" is no list of lines' : '"answer" is no text';
  const [given, seeds] = [field('given'), field('seeds')];
  const from = isRecord(seeds) ? own(seeds, 'from') : undefined;
  const count = isRecord(seeds) ? own(seeds, 'count') : undefined;
  return {
    id,
    kind,
    ...(typeof given === 'string' && given.length <= 40 && { given }),
    ...(isCount(from) && isCount(count) && { seeds: { from, count } }),
    solved,
    tries,
    sawSolution,
    at: new Date(at).toISOString(),
    answer,
  };
}

const kinds = ['prediction', 'choice', 'number', 'code'] as const;

const joined = (lines: unknown): string | undefined =>
  Array.isArray(lines) && lines.every((line) => typeof line === 'string') ? lines.join('\n') : undefined;

/** Words to be shown in a line: without what would break it, or turn the direction of what follows. */
const plainWords = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ');

const invalid = (why: string): HandInReading => ({ kind: 'invalid', why });

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field of its own; what an object has by its prototype is not in the file. */
const own = (value: object, field: string): unknown =>
  Object.hasOwn(value, field) ? (value as Record<string, unknown>)[field] : undefined;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;

const isTime = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 40 && !Number.isNaN(Date.parse(value));
