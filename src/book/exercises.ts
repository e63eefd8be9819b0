/**
 * A chapter's exercises.yaml: questions with stable ids, of four kinds.
 *
 * The words are plain text: `code` in backticks, and {a.fact.id} where a measured number belongs.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { factOf } from './facts/fact-of.ts';
import { inCourseLanguage } from './language/page-words.ts';
import { checkData, eachIdOnce, type FieldPath } from './read-data.ts';

const Words = z.string().min(1);
const Id = z
  .string()
  .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'expected "<chapter>.<name>" in lower case with hyphens');

const Option = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'expected lower case with hyphens'),
  text: Words,
  right: z.boolean().default(false),
  /** What this answer would lead to: the reason why it is right or wrong. */
  why: Words,
});

const common = {
  /** Stable and never reused: progress is stored under it. */
  id: Id,
  question: Words,
  /** Steps towards the answer, the smallest first. */
  hints: z.array(Words).min(1),
  solution: Words,
};

const Options = z
  .array(Option)
  .min(2)
  .refine(
    (options) => options.filter(({ right }) => right).length === 1,
    'expected exactly one option with "right: true"',
  )
  .refine(
    (options) => new Set(options.map(({ id }) => id)).size === options.length,
    'expected option ids that differ',
  );

const Prediction = z.strictObject({ kind: z.literal('prediction'), ...common, options: Options });
const Choice = z.strictObject({ kind: z.literal('choice'), ...common, options: Options });

const NumberQuestion = z.strictObject({
  kind: z.literal('number'),
  ...common,
  /** The right number is a fact, so that it is computed and never typed. */
  answer: z.strictObject({ fact: z.string().min(1) }),
  /** How far an answer may be from the right one, in the answer's own unit. */
  tolerance: z.number().positive(),
  /** Empty for a pure number. */
  unit: z.string(),
  /** Answers to expect from a particular mistake. */
  wrong: z.array(z.strictObject({ value: z.number(), tolerance: z.number().positive(), why: Words })).min(3),
});

const Grade = z.strictObject({
  /** Train seeds from, from + 1, …: at least `solved` of `count` must be solved within `epochs`. */
  seeds: z.strictObject({
    from: z.number().int(),
    count: z.number().int().min(1).max(200),
    solved: z.number().int().min(1),
    epochs: z.number().int().min(1),
  }),
  /** The gradient check must pass in every layer. */
  gradient: z.boolean().default(false),
  /** The learning rate must be this one. */
  learningRate: z.number().positive().optional(),
  /** The network must have these widths, inputs first. */
  widths: z.array(z.number().int().positive()).min(2).optional(),
  /** On every solved seed no output may be further than this from its target. */
  largestError: z.number().positive().optional(),
  /** No output of any seed may lie outside, however slightly. */
  range: z
    .strictObject({ low: z.number(), high: z.number() })
    .refine(({ low, high }) => low < high, 'expected "low" to be less than "high"')
    .optional(),
  /** The data set must be that of the program as given. */
  sameData: z.boolean().default(false),
  /** Every unit must be a ReLU: it gives its sum where that is positive, and 0 elsewhere. */
  relu: z.boolean().default(false),
});

const Code = z.strictObject({
  kind: z.literal('code'),
  ...common,
  /** The program the reader starts from. */
  program: z.union([
    z.strictObject({ case: z.string().min(1) }),
    z.strictObject({ file: z.string().min(1) }),
  ]),
  grade: Grade,
});

const Exercise = z.discriminatedUnion('kind', [Prediction, Choice, NumberQuestion, Code]);
const Exercises = z.strictObject({
  exercises: z.array(Exercise).min(1).superRefine(eachIdOnce('there')),
});

export type Exercise = z.infer<typeof Exercise>;
export type CodeExercise = z.infer<typeof Code>;
export type NumberExercise = z.infer<typeof NumberQuestion>;
export type OptionExercise = z.infer<typeof Prediction> | z.infer<typeof Choice>;
export type Grade = z.infer<typeof Grade>;

/** The file in which the program of a code exercise lies. */
export function programFileOf(exercise: Pick<CodeExercise, 'program'>): string {
  return 'case' in exercise.program
    ? `content/cases/${exercise.program.case}/program.ts`
    : exercise.program.file;
}

/**
 * Reads and checks the exercises of a chapter.
 *
 * @throws if the file is missing or wrong: the message names file, line, field and expectation.
 */
export function readExercises(chapterId: string): Exercise[] {
  const file = `content/chapters/${chapterId}/exercises.yaml`;
  if (!existsSync(file))
    throw new Error(`${file}: no such file; expected the exercises of the chapter "${chapterId}"`);
  return inCourseLanguage(
    parseExercises(readFileSync(file, 'utf8'), file, chapterId),
    `chapters/${chapterId}`,
  );
}

/** The error for an exercise of which only a run shows that it is wrong. */
export function wrongExercise(chapterId: string, id: string, field: string, why: string): Error {
  const file = `content/chapters/${chapterId}/exercises.yaml`;
  const { data, wrong } = checkData(readFileSync(file, 'utf8'), file, Exercises);
  return wrong(['exercises', data.exercises.findIndex((exercise) => exercise.id === id), field], why);
}

/** As `readExercises`, from text. */
export function parseExercises(yaml: string, file: string, chapterId: string): Exercise[] {
  const { data, wrong } = checkData(yaml, file, Exercises);
  const mistakes: string[] = [];
  for (const [i, exercise] of data.exercises.entries()) {
    const note = (path: FieldPath, why: string) =>
      void mistakes.push(wrong(['exercises', i, ...path], why).message);
    if (!exercise.id.startsWith(`${chapterId}.`))
      note(['id'], `is "${exercise.id}"; expected an id that begins with "${chapterId}."`);
    if (exercise.kind === 'number') {
      try {
        factOf(exercise.answer.fact);
      } catch (error) {
        note(['answer', 'fact'], (error as Error).message);
      }
    }
    if (exercise.kind !== 'code') continue;
    if (!existsSync(programFileOf(exercise)))
      note(['program'], `${programFileOf(exercise)} does not exist; expected a program`);
    const { count, solved } = exercise.grade.seeds;
    if (solved > count) note(['grade', 'seeds', 'solved'], `is more than count, ${count}`);
  }
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return data.exercises;
}
