/**
 * What an instructor does with a course from the command line.
 *
 *     npm run course -- new <id>      writes content/courses/<id>.yaml; asks for what no option says
 *     npm run course -- check <id>    says what is wrong with it, or prints its schedule
 *     npm run course -- diff <id>     what has changed upstream in the pages that it uses
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { authorComponents } from '../author-components.ts';
import { mistakesOf } from '../checked-content.ts';
import { courseFile, courseName, courseNames, readCourse } from '../course.ts';
import { expectedNames } from '../nearest.ts';
import { courseQuestions, type CourseWishes, newCourse, wishOptions } from './new-course.ts';
import { scheduleText } from './schedule.ts';
import { upstreamText } from './upstream-changes.ts';

type Options = Record<string, string | undefined>;

const commands: Record<string, (id: string | undefined, options: Options) => Promise<void> | void> = {
  new: createCourse,
  check: checkCourse,
  diff: compareCourse,
};

async function createCourse(id: string | undefined, options: Options): Promise<void> {
  const answers = { ...options };
  if (process.stdin.isTTY) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    for (const { option, question, byDefault } of courseQuestions) {
      if (answers[option] !== undefined) continue;
      const answer = await terminal.question(`${question}${byDefault ? ` [${byDefault}]` : ''}: `);
      if (answer.trim() !== '') answers[option] = answer.trim();
    }
    terminal.close();
  }
  const text = newCourse(known(id), answers as CourseWishes);
  writeFileSync(courseFile(id), text, { flag: 'wx' });
  try {
    readCourse(id);
  } catch (error) {
    console.error(`${courseFile(id)} is written; this is still wrong with it:`);
    throw error;
  }
  console.log(`${courseFile(id)} is written. It is the only file to edit. Then:

  npm run course -- check ${id}          what is wrong with it, and its schedule
  BOOK_COURSE=${id} npm start            builds and serves it
  BOOK_COURSE=${id} npm run dev          shows what you change as you save it

On Windows set BOOK_COURSE first: \`set BOOK_COURSE=${id}\`, or in PowerShell \`$env:BOOK_COURSE="${id}"\`.`);
}

async function checkCourse(id = courseName()): Promise<void> {
  process.env['BOOK_COURSE'] = id;
  const course = readCourse(id);
  const mistakes = mistakesOf(course, await authorComponents());
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  console.log(scheduleText(course));
}

function compareCourse(id = courseName(), { upstream }: Options = {}): void {
  console.log(upstreamText(readCourse(id), id, upstream));
}

/** @throws unless it can be the id of a course that is not there yet. */
function known(id: string | undefined): string {
  if (id === undefined)
    throw new Error('new: expected the id of the course, such as "npm run course -- new my-course"');
  if (!/^[a-z0-9-]+$/.test(id))
    throw new Error(`new: the id is "${id}"; expected small letters, digits and hyphens`);
  if (readdirSync('content/courses').includes(`${id}.yaml`))
    throw new Error(`${courseFile(id)} is there already`);
  return id;
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: Object.fromEntries(
      [...wishOptions, 'upstream'].map((name) => [name, { type: 'string' as const }]),
    ),
  });
  const [command = '', id, ...rest] = positionals;
  const action = commands[command];
  if (!action) {
    const expected = expectedNames(command, Object.keys(commands));
    throw new Error(`npm run course -- <command> <id>: there is no command "${command}"; ${expected}`);
  }
  for (const name of Object.keys(values)) {
    const options = command === 'new' ? wishOptions : command === 'diff' ? ['upstream'] : [];
    if (!options.includes(name))
      throw new Error(`${command}: there is no option --${name}; ${expectedNames(name, options)}`);
    if (typeof values[name] !== 'string') throw new Error(`${command}: --${name}: expected a value after it`);
  }
  if (rest.length > 0)
    throw new Error(`${command}: "${rest.join(' ')}": expected one id; put words with spaces in quotes`);
  if (command !== 'new' && id !== undefined && !courseNames().includes(id))
    throw new Error(`${courseFile(id)}: there is no such course; ${expectedNames(id, courseNames())}`);
  await action(id, values as Options);
}

try {
  await run();
  process.exit();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
