/**
 * What content/README.md promises to whoever teaches from the book: a course from one command and three edits of its file. The
 * built book must say what the file says, and what the course never shows must be in none of its files.
 */
import { globSync, readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { selectAll } from 'hast-util-select';
import { fromHtml } from 'hast-util-from-html';
import { parseDocument } from 'yaml';
import { courseExercises } from '../../src/book/course-exercises.ts';
import { type Course, pagesOf, readCourse } from '../../src/book/course.ts';
import { readExercises } from '../../src/book/exercises.ts';
import { edit, run, touchedFiles } from './project-copy.ts';

const demo = { BOOK_COURSE: 'demo' };

export function tryCourse(): void {
  console.log('a course from one command and three edits');
  const startMs = performance.now();
  const wishes = {
    title: 'Small networks, small mistakes',
    authors: 'A. Teacher, B. Tutor',
    institution: 'University of Somewhere',
    from: 'two-weeks',
    solutions: 'never',
  };
  const options = Object.entries(wishes).flatMap(([option, value]) => [`--${option}`, value]);
  run('writes its file', 'npm', ['run', 'course', '--', 'new', 'demo', ...options]);
  edit('content/courses/demo.yaml', (text) => {
    const file = parseDocument(text);
    // The order: the second week first, and in it the program before the chapter.
    const [first, second] = (file.toJS() as Course).parts;
    file.set('parts', file.createNode([{ ...second!, pages: second!.pages.toReversed() }, first]));
    // The policy: a reader has no help at all.
    file.setIn(['exercises', 'hints'], 'never');
    // The licence: another one, at another address.
    const licence = { name: 'CC BY-SA 4.0', address: 'https://creativecommons.org/licenses/by-sa/4.0/' };
    for (const [field, value] of Object.entries(licence)) file.setIn(['licence', field], value);
    return file.toString({ lineWidth: 0 });
  });
  run('is checked', 'npm', ['run', 'course', '--', 'check', 'demo']);
  run('builds', 'npm', ['run', 'build'], demo);
  const minutes = ((performance.now() - startMs) / 60_000).toFixed(1);
  const course = readCourse('demo');
  expectSaid(course);
  expectHidden(course);
  run('has every link answered at both bases', 'npm', ['run', 'test:deploy', '--', 'demo'], demo);
  const touched = touchedFiles();
  if (touched.join() !== 'content/courses/demo.yaml') throw new Error(`touched:\n${touched.join('\n')}`);
  console.log(`   1 file touched, ${minutes} minutes until it was built`);
}

/** The title, the order of the pages and the licence are those of the file. */
function expectSaid(course: Course): void {
  const pages = pagesOf(course);
  for (const page of pages) {
    const html = readFileSync(`dist/${page}/index.html`, 'utf8');
    const tree = fromHtml(html);
    const linked = selectAll('nav.sidebar a', tree).map(({ properties }) =>
      String(properties['href']).replace(/^\/|\/$/g, ''),
    );
    const order = linked.filter((name) => pages.includes(name));
    if (order.join() !== pages.join())
      throw new Error(`${page}: its menu has ${order.join(', ')}; expected ${pages.join(', ')}`);
    const { attribution, name, address } = course.licence!;
    for (const said of [
      course.title,
      attribution,
      name,
      `"${address}"`,
      course.institution!,
      ...course.authors!,
    ])
      if (!html.includes(said)) throw new Error(`dist/${page}/index.html does not say ${said}`);
  }
  console.log(`   title, order, authors and licence are those of the file on ${pages.length} pages`);
}

/** Runs of at least three words: markup, facts and formulas lie between them, and no file escapes a letter. */
const phrasesOf = (text: string): string[] =>
  text.split(/[^A-Za-z ]+/).flatMap((run) => {
    const phrase = run.trim().replace(/ +/g, ' ');
    return phrase.split(' ').length >= 3 ? [phrase] : [];
  });

/** What is in a built file, be it packed or not, on one line. */
function textOf(file: string): string {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.replaceAll('\\n', ' ').replace(/\s+/g, ' ');
}

function expectHidden(course: Course): void {
  const chapters = pagesOf(course).flatMap((page) => /^chapters\/(.+)$/.exec(page)?.[1] ?? []);
  const all = chapters.flatMap((chapter) => readExercises(chapter));
  const shown = chapters.flatMap((chapter) => courseExercises(chapter, course));
  // A phrase that the pages say as well is no secret.
  const said = globSync('content/{chapters,cases,symptoms}/**/*.mdx').map(textOf).join(' ');
  const isSaid = (phrase: string) => said.includes(phrase) || JSON.stringify(shown).includes(phrase);
  const hidden = all.map(({ id, solution, hints }) => ({
    id,
    phrases: phrasesOf([solution, ...hints].join('|')).filter((phrase) => !isSaid(phrase)),
  }));
  const without = hidden.filter(({ phrases }) => phrases.length === 0);
  if (without.length > 0)
    throw new Error(`no phrase to search for in ${without.map(({ id }) => id).join(', ')}`);
  const files = globSync('dist/**').filter(
    (file) => statSync(file).isFile() && !/\.(woff2|svg|png|ico|wasm)$/.test(file),
  );
  const texts = files.map((file) => ({ file, text: textOf(file) }));
  // What should be found is found in this way.
  for (const { id, question } of shown)
    for (const phrase of phrasesOf(question))
      if (!texts.some(({ text }) => text.includes(phrase)))
        throw new Error(`${id}: its question is nowhere: ${phrase}`);
  const found = hidden.flatMap(({ id, phrases }) =>
    phrases.flatMap((phrase) =>
      texts.filter(({ text }) => text.includes(phrase)).map(({ file }) => `${id}: “${phrase}” is in ${file}`),
    ),
  );
  if (found.length > 0) throw new Error(found.join('\n'));
  const count = hidden.reduce((sum, { phrases }) => sum + phrases.length, 0);
  console.log(
    `   ${count} phrases of the solutions and hints of ${all.length} exercises are in none of ${files.length} files`,
  );
}
