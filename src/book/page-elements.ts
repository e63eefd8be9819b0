/** The elements of a built page, one after another, for the passes over all pages: a tree made of them takes four times as long. */
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

export interface PageElement {
  /** "a" */
  name: string;
  attributes: Record<string, string>;
  /** The text that stands in it itself, such as that of a script. */
  text: string;
}

/** Every element of a page in the order of the page. */
export function elementsOf(html: string): PageElement[] {
  const elements: PageElement[] = [];
  visit(parse(html));
  return elements;

  function visit({ childNodes }: { childNodes: DefaultTreeAdapterTypes.ChildNode[] }): void {
    for (const node of childNodes) {
      if (!('tagName' in node)) continue;
      elements.push({
        name: node.tagName,
        attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
        text: node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''),
      });
      visit(node);
      if ('content' in node) visit(node.content);
    }
  }
}
