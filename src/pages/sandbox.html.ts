import type { APIRoute } from 'astro';
import document from 'virtual:sandbox-document';

/** The document in which readers' programs run; see src/lab. */
export const GET: APIRoute = () =>
  new Response(document, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
