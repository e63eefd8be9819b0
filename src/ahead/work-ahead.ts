import { parentPort } from 'node:worker_threads';
import { authorComponents } from '../book/author-components.ts';
import { mistakesOf } from '../book/checked-content.ts';
import { readCourse } from '../book/course.ts';
import { factUses } from '../book/facts/fact-uses.ts';
import { factResult } from '../book/facts/fact-result.ts';
import { letFilesStand } from '../book/standing-files.ts';
import { keptDoctors } from '../doctor/index.ts';

/** Tells the mistakes of the content, and where there are none goes on to what the pages will ask for, first things first. */
export async function workAhead(): Promise<void> {
  letFilesStand();
  const course = readCourse();
  const mistakes = mistakesOf(course, await authorComponents());
  parentPort!.postMessage(mistakes);
  if (mistakes.length > 0) return;
  await keptDoctors(course);
  for (const { id } of factUses(course)) factResult(id);
}
