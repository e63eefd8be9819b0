/** Code exercises whose program already does, as it is given, all that they ask. */
import { existsSync, readFileSync } from 'node:fs';
import { openLabInNode } from '../lab/in-node/index.ts';
import { type Course, pagesOf } from './course.ts';
import { type CodeExercise, programFileOf, readExercises, wrongExercise } from './exercises.ts';
import { gradeProgram } from './grade-program.ts';
import { keptBetweenBuilds } from './kept-between-builds.ts';

/** A sentence for each, with file and line. Takes as long as the programs run, and no longer than once for each program. */
export async function passedAsGiven(course: Course): Promise<string[]> {
  const mistakes: string[] = [];
  for (const page of pagesOf(course)) {
    const [kind, chapter] = page.split('/') as [string, string];
    if (kind !== 'chapters' || !existsSync(`content/${page}/exercises.yaml`)) continue;
    for (const exercise of readExercises(chapter)) {
      if (exercise.kind !== 'code') continue;
      const { seeds } = exercise.grade;
      const grade = { ...exercise.grade, seeds: { ...seeds, from: course.exercises?.seeds ?? seeds.from } };
      const file = programFileOf(exercise);
      if (!(await passes(readFileSync(file, 'utf8'), grade))) continue;
      const why = `${file} passes as it is given; expected a program that does not yet do what is asked, or a grade that asks for more`;
      mistakes.push(wrongExercise(chapter, exercise.id, 'grade', why).message);
    }
  }
  return mistakes;
}

async function passes(given: string, grade: CodeExercise['grade']): Promise<boolean> {
  // What passes is decided there.
  const how = ['grade-program.ts', 'code-grading.ts'].map((name) => readFileSync(`src/book/${name}`, 'utf8'));
  try {
    return await keptBetweenBuilds(['as given', how, given, grade], async () => {
      const { seeds } = grade;
      const atOnce = { ...grade, seeds: { ...seeds, count: 1, solved: 0, epochs: 1 } };
      // Most are found wanting by what takes no training.
      return (
        (await meetsAll(given, { ...atOnce, largestError: undefined, range: undefined })) &&
        meetsAll(given, grade)
      );
    });
  } catch {
    return false;
  }
}

async function meetsAll(given: string, grade: CodeExercise['grade']): Promise<boolean> {
  const lab = openLabInNode();
  try {
    const graded = await gradeProgram(lab, { source: given, given }, grade, {
      onProgress: () => {},
      signal: new AbortController().signal,
    });
    // What a busy machine has held up is not to be remembered.
    if (graded.kind === 'failed' && graded.failure.kind === 'timeout')
      throw new Error(graded.failure.message);
    return graded.kind === 'checked' && graded.checks.every(({ met }) => met);
  } finally {
    lab.close();
  }
}
