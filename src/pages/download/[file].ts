/** The programs of the listed cases as plain files, to be saved and run at home. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { pagesOf, readCourse } from '../../book/course.ts';
import { takeHomePrograms } from '../../book/take-home.ts';

export const getStaticPaths = (() =>
  pagesOf(readCourse())
    .filter((page) => page.startsWith('cases/'))
    .flatMap((page) => takeHomePrograms(page.slice('cases/'.length)))
    .flatMap(({ broken, mended }) => [broken, mended])
    .map(({ fileName, text }) => ({ params: { file: fileName }, props: { text } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
