/**
 * A chapter's exercises as the course has them: those that it shows, with the help that it gives. What it keeps from its readers
 * is gone from here, and so from every file of the built book.
 */
import { existsSync } from 'node:fs';
import { type Course, pagesOf, readCheckedCourse, readCourse } from './course.ts';
import { ExercisePolicy } from './course-fields.ts';
import { type Exercise, readExercises } from './exercises.ts';
import { expectedNames } from './nearest.ts';

/** An exercise whose solution may be missing: the course never shows it. */
type GivenExercise = Exercise extends infer One
  ? One extends Exercise
    ? Omit<One, 'solution'> & Given
    : never
  : never;

interface Given {
  solution?: string;
  /** When a reader may open the solution. */
  solutionShown: ExercisePolicy['solutions'];
}

export type CourseExercise = GivenExercise;

const policyOf = (course: Course): ExercisePolicy => course.exercises ?? ExercisePolicy.parse({});

/** The exercises of a chapter in the course being built; none for a chapter without. */
export function courseExercises(chapter: string, course = readCourse()): CourseExercise[] {
  if (!existsSync(`content/chapters/${chapter}/exercises.yaml`)) return [];
  const policy = policyOf(course);
  return readExercises(chapter)
    .filter(({ id }) => isShown(id, policy))
    .map((exercise) => {
      const { solution, ...rest } = exercise;
      return {
        ...onSeeds(rest, policy.seeds),
        hints: policy.hints === 'never' ? [] : exercise.hints,
        ...(policy.solutions !== 'never' && { solution }),
        solutionShown: policy.solutions,
      } as CourseExercise;
    });
}

function isShown(id: string, { show, examSet }: ExercisePolicy): boolean {
  if (show === 'exam set') return examSet.includes(id);
  if (show === 'none' || examSet.includes(id)) return false;
  return show === 'all' || show.includes(id);
}

function onSeeds(exercise: object, from: number | undefined): object {
  if (from === undefined || !('grade' in exercise)) return exercise;
  const grade = exercise.grade as { seeds: object };
  return { ...exercise, grade: { ...grade, seeds: { ...grade.seeds, from } } };
}

/** @throws if the course names an exercise that none of its chapters has. */
export function checkExercisePolicy(name?: string): void {
  const { data: course, wrong } = readCheckedCourse(name);
  if (!course.exercises) return;
  const { show, examSet } = course.exercises;
  const known = pagesOf(course).flatMap((page) => {
    const [kind, id] = page.split('/') as [string, string];
    const hasExercises = kind === 'chapters' && existsSync(`content/${page}/exercises.yaml`);
    return hasExercises ? readExercises(id).map((exercise) => exercise.id) : [];
  });
  const check = (field: string, ids: readonly string[]) =>
    ids.forEach((id, i) => {
      if (!known.includes(id))
        throw wrong(
          ['exercises', field, i],
          `no chapter of the course has an exercise "${id}"; ${expectedNames(id, known)}`,
        );
    });
  if (Array.isArray(show)) check('show', show);
  check('examSet', examSet);
  if (show === 'exam set' && examSet.length === 0)
    throw wrong(['exercises', 'show'], 'the exam set is empty; name its exercises under "examSet"');
}
