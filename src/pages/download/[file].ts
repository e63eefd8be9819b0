/** The programs of the listed cases, the tools of the listed chapters and the doctors as plain files, to be saved and run at home. */
import type { APIRoute, GetStaticPaths } from 'astro';
import {
  codeOf,
  keptBetweenBuilds,
  pagesOf,
  readCourse,
  readFindingSections,
  replacedBy,
  takeHomePrograms,
  toolFiles,
} from '../../book/at-build.ts';
import { doctorFiles } from '../../doctor/index.ts';
import { findingWords } from '../../words/findings.ts';

/** The files of a page, "cases/x" or "chapters/x". */
function filesOf(page: string): { fileName: string; text: string }[] {
  const [kind, id] = page.split('/') as [string, string];
  if (kind === 'cases') return takeHomePrograms(id).flatMap(({ broken, mended }) => [broken, mended]);
  return kind === 'chapters' ? toolFiles(id) : [];
}

/** A page, and the one that it stands in for, whose programs and tools it may show. */
const withReplaced = (page: string): string[] => [page, replacedBy(page) ?? []].flat();

/** Where the book is served: what a doctor at home links to. */
const bookAddress = new URL(import.meta.env.BASE_URL, import.meta.env.SITE).href.replace(/\/$/, '');

/** The diagnosis is translated into two languages, which takes longer than a page. */
function doctors(): Promise<ReturnType<typeof doctorFiles>> {
  const sections = readFindingSections(readCourse());
  const code = codeOf('src/doctor', 'src/lab', 'src/engine', 'src/words');
  return keptBetweenBuilds(['doctors', code, findingWords, bookAddress, sections], () =>
    doctorFiles(bookAddress, sections),
  );
}

export const getStaticPaths = (async () =>
  [...pagesOf(readCourse()).flatMap(withReplaced).flatMap(filesOf), ...(await doctors())].map(
    ({ fileName, text }) => ({ params: { file: fileName }, props: { text } }),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
