/**
 * Code as highlighted HTML, made when the page is built: by the same parser and the same class names as the
 * editor that later opens in its place, so that nothing changes its look. Not for the page's own scripts.
 */
import { typescriptLanguage } from '@codemirror/lang-javascript';
import { highlightCode } from '@lezer/highlight';
import { codeClasses } from './code-classes.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign]!);

/** Lines in one part of a program: more than a window of code shows, so that a part below it need not be laid out. */
const linesInPart = 24;

/** TypeScript as HTML, in parts that say how many lines they have and how many columns the longest takes. */
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
  const lines = html.split('\n');
  let parts = '';
  for (let start = 0; start < lines.length; start += linesInPart) {
    const part = lines.slice(start, start + linesInPart);
    const columns = Math.max(...plain.slice(start, start + linesInPart).map((line) => line.length));
    parts += `<span class="code-part" style="--lines:${part.length};--columns:${columns}">${part.join('\n')}\n</span>`;
  }
  return parts;
}
