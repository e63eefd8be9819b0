import type { Page } from 'playwright-core';

/**
 * Links within running text that are not underlined: only their colour would tell them from the words around them (WCAG 1.4.1).
 *
 * axe asks the same of colours and fonts as well, which takes a third of its time; in the gate this looks alone.
 */
export function linksLikeText(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(':is(p, li, dd, td, figcaption) a[href]')]
      .filter((link) => {
        const words = (link.textContent ?? '').trim();
        const block = link.closest('p, li, dd, td, figcaption')!;
        const around = [...block.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]/u.test(node.nodeValue ?? ''),
        );
        if (words === '' || !around || !link.checkVisibility({ visibilityProperty: true })) return false;
        const lines = (element: Element): string => getComputedStyle(element).textDecorationLine;
        return ![link, ...link.children].some((element) => lines(element).includes('underline'));
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 160)),
  );
}
