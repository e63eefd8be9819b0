/** A node of a page's tree as rehype plugins get it: text, or an element with its properties and children. */
export interface HtmlNode {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
}
