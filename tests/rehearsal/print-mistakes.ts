/** Prints all that is wrong with the content of the folder in which it is run, as a JSON list. */
import { authorComponents } from '../../src/book/author-components.ts';
import { mistakesOf } from '../../src/book/checked-content.ts';
import { readCourse } from '../../src/book/course.ts';
import { readExercises } from '../../src/book/exercises.ts';
import { mistakesInAsked } from '../content/asked.ts';
import { chaptersWithExercises, readAttempts } from '../content/declared.ts';

const mistakes = mistakesOf(readCourse(), await authorComponents());
// The gate's tests would say these.
mistakes.push(...mistakesInAsked());
for (const chapter of mistakes.length > 0 ? [] : chaptersWithExercises()) {
  const ids = readExercises(chapter).map(({ id }) => id);
  const attempts = readAttempts(chapter);
  for (const id of Object.keys(attempts?.data ?? {}))
    if (!ids.includes(id)) mistakes.push(attempts!.wrong([id], 'there is no such exercise').message);
}
console.log(JSON.stringify(mistakes.flatMap((one) => one.split('\n'))));
