import type { HtmlNode } from './html-node.ts';

/** In characters of TeX: a longer formula may itself be broken at the end of a line. */
const longest = 24;

/**
 * A rehype plugin, for after rehype-katex: keeps the punctuation that follows a short formula on the formula's line.
 * Browsers break there, even before a comma, since a formula is a box to them and not text.
 */
export function rehypeMathPunctuation() {
  return (tree: HtmlNode): void => {
    keepTogether(tree);
  };
}

function keepTogether(node: HtmlNode): void {
  node.children?.forEach(keepTogether);
  for (const [i, formula] of (node.children ?? []).entries()) {
    const text = node.children![i + 1];
    const [mark] = /^[^\s\p{L}\p{N}]+/u.exec(text?.value ?? '') ?? [];
    if (!mark || !isShortFormula(formula)) continue;
    const children = [formula, { type: 'text', value: mark }];
    node.children![i] = {
      type: 'element',
      tagName: 'span',
      properties: { className: ['formula-end'] },
      children,
    };
    text!.value = text!.value!.slice(mark.length);
  }
}

function isShortFormula(node: HtmlNode): boolean {
  const isFormula = (node.properties?.className as string[] | undefined)?.includes('katex');
  return Boolean(isFormula) && texOf(node).length <= longest;
}

/** The formula as the author wrote it, which KaTeX keeps for readers of MathML. */
function texOf(node: HtmlNode): string {
  if (node.tagName === 'annotation') return (node.children ?? []).map(({ value }) => value ?? '').join('');
  return (node.children ?? []).map(texOf).join('');
}
