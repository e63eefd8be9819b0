import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { checkExercisePolicy, courseExercises } from '../../src/book/course-exercises.ts';
import { readCourse } from '../../src/book/course.ts';

const root = process.cwd();
afterEach(() => process.chdir(root));

const exercise = (id: string, rest: string) => `  - id: one.${id}
    question: What is it?
    hints: [Look closer.]
    solution: It is the sign.
${rest}`;
const options = `    kind: choice
    options:
      - { id: a, text: The sign., right: true, why: Yes. }
      - { id: b, text: The rate., why: No. }
`;
const code = `    kind: code
    program: { file: content/chapters/one/program.ts }
    grade: { seeds: { from: 1, count: 20, solved: 18, epochs: 100 } }
`;

/** The exercises of a course with this policy, in a project of its own. */
function given(policy: string) {
  const folder = mkdtempSync(join(tmpdir(), 'policy-'));
  const files = {
    'content/courses/book.yaml': `title: A course\ndescription: About something.\nparts: [{ title: All, pages: [chapters/one] }]\n${policy}`,
    'content/chapters/one/chapter.mdx': '---\ntitle: One\n---\n',
    'content/chapters/one/program.ts': '',
    'content/chapters/one/exercises.yaml': `exercises:\n${exercise('first', options)}${exercise('second', options)}${exercise('mend', code)}`,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  process.chdir(folder);
  return courseExercises('one', readCourse('book'));
}

const idsOf = (exercises: { id: string }[]) => exercises.map(({ id }) => id.replace('one.', ''));

it('gives all exercises with hints and solutions where the course says nothing', () => {
  const exercises = given('');
  expect(idsOf(exercises)).toEqual(['first', 'second', 'mend']);
  expect(exercises[0]).toMatchObject({ hints: ['Look closer.'], solution: 'It is the sign.' });
});

it.each([
  ['none', []],
  ['[one.second, one.mend]', ['second', 'mend']],
  ['all, examSet: [one.first]', ['second', 'mend']],
  ['exam set, examSet: [one.first]', ['first']],
])('shows of "show: %s" what it says', (show, ids) => {
  expect(idsOf(given(`exercises: { show: ${show} }`))).toEqual(ids);
});

it('gives away nothing that the course never shows', () => {
  const text = JSON.stringify(given('exercises: { hints: never, solutions: never }'));
  expect(text).not.toContain('It is the sign.');
  expect(text).not.toContain('Look closer.');
});

it('tries programs on the seeds of the course', () => {
  const seedsOf = (policy: string) => (given(policy)[2] as { grade: { seeds: object } }).grade.seeds;
  expect(seedsOf('exercises: { seeds: 5001 }')).toEqual({ from: 5001, count: 20, solved: 18, epochs: 100 });
  expect(seedsOf('')).toMatchObject({ from: 1 });
});

it('has no exercises for a chapter without', () => {
  given('');
  expect(courseExercises('two', readCourse('book'))).toEqual([]);
});

it.each([
  [
    'exercises:\n  examSet:\n    - one.frist\n',
    'content/courses/book.yaml:6: exercises.examSet[0]: no chapter of the course has an exercise "one.frist"; expected one of one.first',
  ],
  [
    'exercises: { show: [one.third] }',
    'content/courses/book.yaml:4: exercises.show[0]: no chapter of the course has an exercise "one.third"',
  ],
  ['exercises: { show: exam set }', 'content/courses/book.yaml:4: exercises.show: the exam set is empty'],
])('refuses an exercise that is not there: %s', (policy, message) => {
  given(policy);
  expect(() => checkExercisePolicy('book')).toThrow(message);
});
