/**
 * Lets the keyboard reach what is too wide for the page and scrolls sideways: tables and displayed formulas.
 * Whatever fits stays out of the tab order.
 */
const scrollers = '.prose table, .prose .katex-display';

function update(): void {
  for (const element of document.querySelectorAll<HTMLElement>(scrollers)) {
    if (element.scrollWidth > element.clientWidth + 1) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  }
}

new ResizeObserver(update).observe(document.documentElement);
