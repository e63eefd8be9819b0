/** The programs of the listed cases, the tools of the listed chapters and the doctors as plain files, to be saved and run at home. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { pagesOf, readCourse, replacedBy, takeHomePrograms, toolFiles } from '../../book/at-build.ts';
import { keptDoctors } from '../../doctor/index.ts';

/** The files of a page, "cases/x" or "chapters/x". */
function filesOf(page: string): { fileName: string; text: string }[] {
  const [kind, id] = page.split('/') as [string, string];
  if (kind === 'cases') return takeHomePrograms(id).flatMap(({ broken, mended }) => [broken, mended]);
  return kind === 'chapters' ? toolFiles(id) : [];
}

/** A page, and the one that it stands in for, whose programs and tools it may show. */
const withReplaced = (page: string): string[] => [page, replacedBy(page) ?? []].flat();

export const getStaticPaths = (async () => {
  const course = readCourse();
  const files = [...pagesOf(course).flatMap(withReplaced).flatMap(filesOf), ...(await keptDoctors(course))];
  return files.map(({ fileName, text }) => ({ params: { file: fileName }, props: { text } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
