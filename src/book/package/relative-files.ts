/**
 * A book that was built for a certain path, made to run at any: an LMS unpacks it where it likes, and serves no page for the name of
 * a folder. Every page names its root in <base>, and every address in a file begins there.
 */
import { withContentSecurityPolicy } from '../content-security-policy.ts';

/** The path for which the book is built: it stands in no other text. */
export const packageBase = '/__the-book__/';

const anywhere = new RegExp(`${packageBase}([^"'\`\\s<>#?&)\\\\]*)`, 'g');

/** @param path From the package's root: "chapters/x/index.html". */
export function relativeFile(path: string, text: string): string {
  if (path.endsWith('.html')) return relativePage(path, text);
  if (path.endsWith('.css')) return text.replaceAll(packageBase, '../'.repeat(path.split('/').length - 1));
  if (path.endsWith('.js'))
    return text
      .replaceAll(
        new RegExp(`new URL\\((["'\`])${packageBase}([^"'\`]+)\\1`, 'g'),
        (_, quote: string, to: string) => {
          const up = '../'.repeat(path.split('/').length - 1) || './';
          return `new URL(${quote}${up}${to}${quote}`;
        },
      )
      .replaceAll(anywhere, (_, to: string) => `./${to}`);
  return text.replaceAll(anywhere, (_, to: string) => pageAddress(to));
}

const pageAddress = (to: string): string => `./${to === '' || to.endsWith('/') ? `${to}index.html` : to}`;

function relativePage(path: string, html: string): string {
  const root = '../'.repeat(path.split('/').length - 1) || './';
  const own = html.includes('http-equiv="Content-Security-Policy"') && path !== 'sandbox.html';
  if (!own) return html;
  const rewritten = html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replaceAll(anywhere, (_, to: string) => pageAddress(to))
    .replaceAll(/(<a\b[^>]*?\shref=")#/g, `$1./${path}#`)
    // Before any address: a browser asks for what it meets on the way.
    .replace(/<head\b[^>]*>/i, (tag) => `${tag}<base href="${root}">`)
    .replace(/<\/head>/i, (tag) => `<script src="./package-links.js"></script>${tag}`);
  return withContentSecurityPolicy(rewritten).replace("base-uri 'none'", "base-uri 'self'");
}
