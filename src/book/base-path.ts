import type { HtmlNode } from './html-node.ts';

/**
 * A rehype plugin: authors write "/cases/x/", and the page says "/repo/cases/x/" when the book is served under "/repo".
 *
 * @param base The path the book is served under, for example "/" or "/repo".
 */
export function rehypeBasePath(base: string) {
  const prefix = base.replace(/\/+$/, '');
  return (tree: HtmlNode): void => {
    if (prefix) addPrefix(tree, prefix);
  };
}

function addPrefix(node: HtmlNode, prefix: string): void {
  for (const name of ['href', 'src']) {
    const address = node.properties?.[name];
    if (typeof address === 'string' && /^\/(?!\/)/.test(address)) node.properties![name] = prefix + address;
  }
  for (const child of node.children ?? []) addPrefix(child, prefix);
}

/** The address of a page of the book, "/cases/x/", under the path the book is served at. */
export function addressUnder(base: string, page: string): string {
  return base.replace(/\/+$/, '') + page;
}
