/** The elements of a built page, one after another, for the passes over all pages: no tree is made of them. */
import { Parser } from 'htmlparser2';

export interface PageElement {
  /** "a" */
  name: string;
  attributes: Record<string, string>;
  /** The text that stands in it itself, such as that of a script. */
  text: string;
}

/** Every element of a page in the order of the page, those of a `<noscript>` among them. */
export function elementsOf(html: string): PageElement[] {
  const elements: PageElement[] = [];
  const open: PageElement[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, text: '' };
      elements.push(element);
      open.push(element);
    },
    ontext(text) {
      const inside = open.at(-1);
      if (inside) inside.text += text;
    },
    onclosetag() {
      open.pop();
    },
  });
  parser.end(html);
  return elements;
}
