/** The programs of the listed cases and the tools of the listed chapters as plain files, to be saved and run at home. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { pagesOf, readCourse, takeHomePrograms, toolFiles } from '../../book/at-build.ts';

/** The files of a page, "cases/x" or "chapters/x". */
function filesOf(page: string): { fileName: string; text: string }[] {
  const [kind, id] = page.split('/') as [string, string];
  if (kind === 'cases') return takeHomePrograms(id).flatMap(({ broken, mended }) => [broken, mended]);
  return kind === 'chapters' ? toolFiles(id) : [];
}

export const getStaticPaths = (() =>
  pagesOf(readCourse())
    .flatMap(filesOf)
    .map(({ fileName, text }) => ({ params: { file: fileName }, props: { text } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
