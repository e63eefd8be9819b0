/**
 * Code as highlighted HTML, made when the page is built: by the same parser and the same class names as the
 * editor that later opens in its place, so that nothing changes its look. Not for the page's own scripts.
 */
import { typescriptLanguage } from '@codemirror/lang-javascript';
import { highlightCode } from '@lezer/highlight';
import { codeClasses } from './code-classes.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign]!);

/** TypeScript as HTML: one span a line, so that lines can be counted by the style sheet. */
export function highlightedHtml(code: string): string {
  let html = '';
  highlightCode(
    code.replace(/\n$/, ''),
    typescriptLanguage.parser.parse(code.replace(/\n$/, '')),
    codeClasses,
    (text, classes) => {
      html += classes ? `<span class="${classes}">${escapeHtml(text)}</span>` : escapeHtml(text);
    },
    () => {
      html += '\n';
    },
  );
  return html
    .split('\n')
    .map((line) => `<span class="code-line">${line}\n</span>`)
    .join('');
}
