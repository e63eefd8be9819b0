/**
 * A code block with spans only around what has a colour of its own. Expressive Code puts one around every blank and bracket too,
 * half of all that a page of code would otherwise be made of.
 */
import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import type { Element, ElementContent } from 'hast';

type Block = Parameters<
  NonNullable<NonNullable<ExpressiveCodePlugin['hooks']>['postprocessRenderedBlock']>
>[0];

/** The style of a word in the plain colour of each theme: "--0:#f0f3f6;--1:#0e1116". */
const plainStyle = ({ styleVariants }: Block): string =>
  styleVariants
    .map(({ theme }, i) => `--${i}:${theme.fg}`)
    .join(';')
    .toLowerCase();

/** The text of a span that looks as its surroundings do, or undefined. */
function plainText(node: ElementContent, plain: string): string | undefined {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || node.tagName !== 'span') return undefined;
  const [text, ...others] = node.children;
  const names = Object.keys(node.properties);
  if (text?.type !== 'text' || others.length > 0 || names.some((name) => name !== 'style')) return undefined;
  const style = String(node.properties['style'] ?? '').replace(/;$/, '');
  const isBlank = text.value.trim() === '' && /^--0:[^;]*;--1:[^;]*$/.test(style);
  return isBlank || style.toLowerCase() === plain ? text.value : undefined;
}

/** Takes the spans that show nothing out of an element and all it holds. */
export function unwrapPlainText(element: Element, plain: string): void {
  const lean: ElementContent[] = [];
  for (const child of element.children) {
    const text = plainText(child, plain);
    const last = lean.at(-1);
    if (text === undefined) {
      if (child.type === 'element') unwrapPlainText(child, plain);
      lean.push(child);
    } else if (last?.type === 'text') last.value += text;
    else lean.push({ type: 'text', value: text });
  }
  element.children = lean;
}

export const leanCode: ExpressiveCodePlugin = {
  name: 'Lean code',
  hooks: {
    postprocessRenderedBlock: (block) => {
      unwrapPlainText(block.renderData.blockAst, plainStyle(block));
      // The book is searched for what it says: nobody means a listing by "type" or "length".
      block.renderData.blockAst.properties['data-pagefind-ignore'] = '';
    },
  },
};
