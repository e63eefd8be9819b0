/** A worker of the clinic, in a page: takes work, gives back what came of it. */
import { loadKernel } from '../sweep/index.ts';
import { workOff } from './job.ts';
import type { FromCrew, ToCrew } from './crew.ts';

const page = globalThis as unknown as Worker; // a dedicated worker's own scope has the same two ends
const kernel = loadKernel();
page.onmessage = async ({ data: { id, description, work } }: MessageEvent<ToCrew>) => {
  let answer: FromCrew;
  try {
    answer = { id, worked: workOff(await kernel, description, work) };
  } catch (error) {
    answer = { id, failure: error instanceof Error ? error.message : String(error) };
  }
  page.postMessage(
    answer,
    'worked' in answer && answer.worked.kind === 'runs' ? [answer.worked.rows.buffer] : [],
  );
};
