/**
 * A strict content security policy for every built page: scripts only from the book itself or, inline, by the hash of their
 * text; requests to the book only; no plug-ins, no foreign frames.
 *
 * Astro's own policy (security.csp) hashes neither all of Starlight's inline scripts nor KaTeX's style attributes, so this is
 * a pass over the built pages. A page that brings a policy of its own, as the lab's sandbox does, is left alone.
 */
import { createHash } from 'node:crypto';
import { elementsOf } from './page-elements.ts';

const charset = /<meta charset="utf-8"\s*\/?>/i;

/** Types of inline scripts that a browser runs; any other type is data, which needs no permission. */
const executed = new Set(['', 'module', 'text/javascript', 'importmap', 'speculationrules']);

/**
 * @returns the page with its policy in a meta tag, or unchanged if it has one.
 * @throws if the page has no `<meta charset="utf-8">`, after which the policy is put so that it holds for all that follows.
 */
export function withContentSecurityPolicy(html: string): string {
  const elements = elementsOf(html);
  if (
    elements.some(({ attributes }) => attributes['http-equiv']?.toLowerCase() === 'content-security-policy')
  )
    return html;
  const hashes = elements
    .filter(({ name, attributes }) => name === 'script' && attributes['src'] === undefined)
    .filter(({ attributes }) => executed.has(attributes['type'] ?? ''))
    .map(({ text }) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  if (!charset.test(html)) throw new Error('the page has no <meta charset="utf-8">');
  const tag = `<meta http-equiv="Content-Security-Policy" content="${policy([...new Set(hashes)])}">`;
  return html.replace(charset, (found) => found + tag);
}

function policy(scriptHashes: string[]): string {
  return [
    "default-src 'none'",
    // The sweep kernel and the search are WebAssembly.
    ['script-src', "'self'", "'wasm-unsafe-eval'", ...scriptHashes].join(' '),
    // KaTeX sets style attributes, and the code editor adds its style sheet when it opens.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
