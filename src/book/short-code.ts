import type { HtmlNode } from './html-node.ts';

/** Twenty-four characters of code in the text are about two thirds of a line on a telephone. */
const longest = 24;

/** A rehype plugin: marks short code in running text, which is then kept on one line. */
export function rehypeShortCode() {
  return (tree: HtmlNode): void => {
    markShortCode(tree);
  };
}

function markShortCode(node: HtmlNode): void {
  if (node.tagName === 'pre') return;
  if (node.tagName === 'code') {
    const text = (node.children ?? []).map(({ value }) => value ?? '').join('');
    if (text.length <= longest) node.properties = { ...node.properties, className: ['short'] };
    return;
  }
  node.children?.forEach(markShortCode);
}
