/**
 * Lets the keyboard reach what is too wide for the page and scrolls sideways: tables and displayed formulas.
 * Whatever fits stays out of the tab order.
 */
const scrollers = '.prose table, .prose .katex-display';

/** Those that have been laid out: measuring any other would have it laid out for that alone (LayOutLater.astro). */
const laidOut = new Set<HTMLElement>();

/** Measures all of them before it changes any: else each change would have the page laid out anew for the next measure. */
function update(): void {
  const elements = [...laidOut];
  const isTooWide = elements.map(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1);
  elements.forEach((element, i) => {
    if (isTooWide[i] === (element.tabIndex === 0)) return;
    if (isTooWide[i]) element.tabIndex = 0;
    else element.removeAttribute('tabindex');
  });
}

let wait: ReturnType<typeof setTimeout> | undefined;

/** Measures once the page has settled: amid a change of size it would have to be laid out once more for it. */
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) if (target.matches(scrollers)) laidOut.add(target as HTMLElement);
  clearTimeout(wait);
  wait = setTimeout(update, 200);
});
sizes.observe(document.documentElement);
document.querySelectorAll(scrollers).forEach((scroller) => sizes.observe(scroller));

/** The code blocks' own script makes one that scrolls a region: a landmark, and one without a name. It is a group. */
function regroup(block: Element): void {
  if (block.matches('pre[role="region"]')) block.setAttribute('role', 'group');
}

document.querySelectorAll('pre').forEach(regroup);
new MutationObserver((changes) => changes.forEach(({ target }) => regroup(target as Element))).observe(
  document.body,
  { subtree: true, attributeFilter: ['role'] },
);
