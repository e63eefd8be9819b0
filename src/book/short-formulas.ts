import type { HtmlNode } from './html-node.ts';

/** In signs that are seen: a longer formula may itself be broken at the end of a line. */
const longest = 18;

/**
 * A rehype plugin, for after rehype-katex: keeps a short formula on one line, with the punctuation that follows it.
 * Browsers break there, even before a comma, since a formula is a row of boxes to them and not text: `uv =` ends a line
 * and `1` begins the next.
 */
export function rehypeShortFormulas() {
  return (tree: HtmlNode): void => {
    keepTogether(tree);
  };
}

function keepTogether(node: HtmlNode): void {
  node.children?.forEach(keepTogether);
  for (const [i, formula] of (node.children ?? []).entries()) {
    if (!isShortFormula(formula)) continue;
    const text = node.children![i + 1];
    const [mark] = /^[^\s\p{L}\p{N}]+/u.exec(text?.value ?? '') ?? [];
    node.children![i] = {
      type: 'element',
      tagName: 'span',
      properties: { className: ['formula-short'] },
      children: mark ? [formula, { type: 'text', value: mark }] : [formula],
    };
    if (mark) text!.value = text!.value!.slice(mark.length);
  }
}

function isShortFormula(node: HtmlNode): boolean {
  const isFormula = (node.properties?.className as string[] | undefined)?.includes('katex');
  return Boolean(isFormula) && signsOf(texOf(node)) <= longest;
}

/** How many signs a formula shows, about: a command is one, and braces, raising and spaces are none. */
const signsOf = (tex: string): number => tex.replace(/\\[a-zA-Z]+|\\./g, 'x').replace(/[\s{}^_]/g, '').length;

/** The formula as the author wrote it, which KaTeX keeps for readers of MathML. */
function texOf(node: HtmlNode): string {
  if (node.tagName === 'annotation') return (node.children ?? []).map(({ value }) => value ?? '').join('');
  return (node.children ?? []).map(texOf).join('');
}
