/** What the search dialog reads when it is opened: the heads of the pages, and how words are read (components/site/late-search.ts). */
import type { APIRoute } from 'astro';
import { addressUnder, clinicAddress, readCourse, readWording, searchablePages } from '../book/at-build.ts';

export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      pages: searchablePages(readCourse()).map((page) => ({
        ...page,
        address: addressUnder(import.meta.env.BASE_URL, page.address),
      })),
      wording: readWording(),
      clinic: clinicAddress(import.meta.env.BASE_URL),
    }),
    { headers: { 'Content-Type': 'application/json' } },
  );
