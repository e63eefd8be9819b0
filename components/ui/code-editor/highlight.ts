/**
 * Code as highlighted HTML, made when the page is built: by the same parser and the same class names as the
 * editor that later opens in its place, so that nothing changes its look. Not for the page's own scripts.
 */
import { typescriptLanguage } from '@codemirror/lang-javascript';
import { highlightCode } from '@lezer/highlight';
import { codeClasses } from './code-classes.ts';
import { hangOf } from './hang.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign]!);

/** Lines in one part of a program: more than a window of code shows, so that a part below it need not be laid out. */
const linesInPart = 24;

/** TypeScript as HTML, line by line, in parts that say how many lines they have. */
export function highlightedHtml(code: string): string {
  const text = code.replace(/\n$/, '');
  let html = '';
  highlightCode(
    text,
    typescriptLanguage.parser.parse(text),
    codeClasses,
    (piece, classes) => {
      html += classes ? `<span class="${classes}">${escapeHtml(piece)}</span>` : escapeHtml(piece);
    },
    () => {
      html += '\n';
    },
  );
  const plain = text.split('\n');
  const lines = html.split('\n').map((line, n) => {
    const hang = hangOf(plain[n]!);
    return `<span class="code-line"${hang === undefined ? '' : ` style="--hang:${hang}ch"`}>${line}\n</span>`;
  });
  let parts = '';
  for (let start = 0; start < lines.length; start += linesInPart) {
    const part = lines.slice(start, start + linesInPart);
    parts += `<span class="code-part" style="--lines:${part.length};--from:${start}">${part.join('')}</span>`;
  }
  return parts;
}
